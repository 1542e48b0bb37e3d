package org.sweetie.engine.text;

/**
 * A text in normal form, and the way back to what it was made from.
 *
 * @param text the normal form; well-formed UTF-16
 * @param map from {@code text} back to the original
 */
public record Normalized(String text, OffsetMap map) {
  public Normalized {
    if (map.length() != text.length()) {
      throw new IllegalArgumentException(
          "a map of " + map.length() + " units for a text of " + text.length());
    }
  }

  /** A text that is its own normal form. */
  static Normalized unchanged(String text) {
    return new Normalized(text, OffsetMap.identity(text.length()));
  }

  /** This change, and after it one that was made from its result. */
  public Normalized then(Normalized next) {
    return new Normalized(next.text, map.then(next.map));
  }
}
