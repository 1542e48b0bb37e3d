package org.sweetie.models.retrieve;

/**
 * A stretch of a text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 */
public record Passage(int start, int end) {
  public Passage {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "passage " + start + " to " + end + ": expected 0 <= start <= end");
    }
  }

  /** What a text says there. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
