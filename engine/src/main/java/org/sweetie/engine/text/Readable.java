package org.sweetie.engine.text;

/**
 * A text beside the original it was made from.
 *
 * @param original as written
 * @param text what readers, screens and the script see: in normal form and masked
 * @param map from {@code text} back to {@code original}
 * @param masked how many terms the mask replaced by {@code <explicit>}
 */
public record Readable(String original, String text, OffsetMap map, int masked) {
  public Readable {
    if (map.length() != text.length()) {
      throw new IllegalArgumentException(
          "a map of " + map.length() + " units for a text of " + text.length());
    }
  }
}
