package org.sweetie.engine.text;

import java.lang.Character.UnicodeScript;

/** Drops what a reader cannot see and what would split a word for a machine alone. */
final class Invisibles {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;

  private Invisibles() {}

  static Normalized drop(String text) {
    Rewriter out = new Rewriter(text);
    int kept = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        out.replace(i, next, "\uFFFD");
        kept = 0xFFFD;
      } else if (!isDropped(c, kept)) {
        out.copy(i, next);
        kept = c;
      } else if (c == KEYCAP) {
        out.widen(next);
      }
      i = next;
    }
    return out.done();
  }

  private static boolean isDropped(int c, int before) {
    if (c < 0x7F) {
      return c < ' ' && !Character.isWhitespace(c);
    }
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER || isVariationSelector(c)) {
      return !needsJoiners(before);
    }
    if (c == KEYCAP) {
      return before >= '0' && before <= '9';
    }
    return isControl(c) || isBlankLetter(c);
  }

  /** Emoji and most scripts outside Europe are spelled with joiners; there they carry meaning. */
  private static boolean needsJoiners(int before) {
    if (before < 0x0530) {
      return false;
    }
    return switch (UnicodeScript.of(before)) {
      case LATIN, GREEK, CYRILLIC -> false;
      case COMMON, INHERITED ->
          Character.getType(before) == Character.OTHER_SYMBOL
              || Character.getType(before) == Character.MODIFIER_SYMBOL;
      default -> true;
    };
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** Format and control characters but NEL, which is white space: bidi marks, soft hyphen, tags. */
  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || (type == Character.CONTROL && c != 0x85);
  }

  /** Letters and marks by their category, blank on every screen. */
  private static boolean isBlankLetter(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x3164
        || c == 0xFFA0;
  }
}
