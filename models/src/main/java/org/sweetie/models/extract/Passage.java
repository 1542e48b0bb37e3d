package org.sweetie.models.extract;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.text.OffsetMap;

/** A reading of a message: its normal form, or an alternative with spelled-out parts made plain. */
final class Passage {
  private final String text;
  private final OffsetMap map;
  private @Nullable Tokens tokens;
  private @Nullable Words words;

  Passage(String text, OffsetMap map) {
    this.text = text;
    this.map = map;
  }

  String text() {
    return text;
  }

  OffsetMap map() {
    return map;
  }

  int length() {
    return text.length();
  }

  /** The unit at a place; NUL outside the text. */
  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  /** The words and numbers, found once and only if someone asks. */
  Tokens tokens() {
    Tokens known = tokens;
    if (known == null) {
      known = new Tokens(text);
      tokens = known;
    }
    return known;
  }

  /** The words as names are looked for among them; made once and only if someone asks. */
  Words words() {
    Words known = words;
    if (known == null) {
      known = new Words(this);
      words = known;
    }
    return known;
  }

  boolean contains(char c) {
    return text.indexOf(c) >= 0;
  }
}
