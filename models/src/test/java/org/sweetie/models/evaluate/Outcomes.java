package org.sweetie.models.evaluate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Conversations as tests need them. */
final class Outcomes {
  private Outcomes() {}

  /** A conversation of so many messages, scored the same after each, with the alarm at one. */
  static Judged of(boolean positive, double score, int flaggedAt, int messages) {
    double[] scores = new double[messages];
    Arrays.fill(scores, score);
    return of(positive ? "A" : null, scores, flaggedAt, flaggedAt > 0 ? "A" : null);
  }

  static Judged of(
      @Nullable String offender, double[] scores, int flaggedAt, @Nullable String suspect) {
    return new Judged("c", "en", "games", offender, new Running(scores, flaggedAt, suspect));
  }
}
