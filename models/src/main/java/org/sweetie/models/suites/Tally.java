package org.sweetie.models.suites;

/**
 * What was found of what is there.
 *
 * @param found of the marked ones
 * @param missed of the marked ones
 * @param spurious found where none is marked
 */
record Tally(int found, int missed, int spurious) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(found + other.found, missed + other.missed, spurious + other.spurious);
  }

  double precision() {
    return found + spurious == 0 ? 1 : (double) found / (found + spurious);
  }

  double recall() {
    return found + missed == 0 ? 1 : (double) found / (found + missed);
  }

  /** Recall counts {@code beta} times as much as precision (van Rijsbergen 1979). */
  double f(double beta) {
    double weighted = beta * beta * precision() + recall();
    return weighted == 0 ? 0 : (1 + beta * beta) * precision() * recall() / weighted;
  }
}
