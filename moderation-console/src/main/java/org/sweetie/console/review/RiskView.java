package org.sweetie.console.review;

import java.util.Locale;

/**
 * A risk as it is shown: a word and a shape beside the number, so that colour carries nothing
 * alone.
 *
 * @param value two decimals
 * @param band {@code low}, {@code raised}, {@code high} or {@code flagged}
 * @param percent the length of its bar, 0 to 100
 */
public record RiskView(String value, String band, String label, String shape, int percent) {
  private static final double RAISED = 0.35;
  private static final double HIGH = 0.65;

  /** The words are for the eye: only the flag, set by the shipped threshold, decides anything. */
  public static RiskView of(double risk, boolean flagged) {
    String value = String.format(Locale.ROOT, "%.2f", risk);
    int percent = (int) Math.round(risk * 100);
    if (flagged) {
      return new RiskView(value, "flagged", "flagged", "\u25b2", percent);
    }
    if (risk >= HIGH) {
      return new RiskView(value, "high", "high", "\u25cf", percent);
    }
    return risk >= RAISED
        ? new RiskView(value, "raised", "raised", "\u25d0", percent)
        : new RiskView(value, "low", "low", "\u25cb", percent);
  }
}
