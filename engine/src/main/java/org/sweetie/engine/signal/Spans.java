package org.sweetie.engine.signal;

/** What every span must hold. */
final class Spans {
  private Spans() {}

  static void check(double score, int start, int end) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + ": expected 0 to 1");
    }
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span " + start + " to " + end + ": expected 0 <= start <= end");
    }
  }
}
