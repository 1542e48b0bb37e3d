package org.sweetie.console.review;

/**
 * The shipped threshold of the running risk, for drawing it.
 *
 * @param value 0 to 1
 */
public record Threshold(double value) {
  public Threshold {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("threshold " + value + ": expected 0 to 1");
    }
  }
}
