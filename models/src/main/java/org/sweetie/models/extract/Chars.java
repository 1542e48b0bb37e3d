package org.sweetie.models.extract;

/** Kinds of characters that scanners ask for. */
final class Chars {
  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAsciiWord(char c) {
    return isDigit(c) || isAsciiLetter(c);
  }

  /** A letter, mark or digit of any script; half of a supplementary character counts too. */
  static boolean isWord(char c) {
    if (c < 0x80) {
      return isAsciiWord(c);
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (Character.isSurrogate(c) && c != '\uFFFD');
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u0085';
  }

  /** Scripts written without spaces: a Latin name may touch them. */
  static boolean isIdeograph(char c) {
    return Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF);
  }
}
