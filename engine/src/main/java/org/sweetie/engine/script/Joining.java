package org.sweetie.engine.script;

/** Sets words and punctuation one after another, with the spaces English wants. */
final class Joining {
  private static final String CLOSING = ".,;:!?\u2026";

  private Joining() {}

  /** Appends a piece, with a space before it where one belongs. */
  static void append(StringBuilder out, String piece) {
    if (piece.isEmpty()) {
      return;
    }
    if (wantsSpace(out, piece)) {
      out.append(' ');
    }
    out.append(piece);
  }

  private static boolean wantsSpace(StringBuilder out, String piece) {
    if (out.isEmpty()) {
      return false;
    }
    char before = out.charAt(out.length() - 1);
    char first = piece.charAt(0);
    if (Character.isWhitespace(before) || Character.isWhitespace(first) || before == '(') {
      return false;
    }
    return !(isClosing(piece)
        || (first == ')' && isClosing(piece.substring(1)))
        || isSuffix(piece));
  }

  /** Only the first word counts: {@code ". Then"} closes, {@code ":)"} is a face. */
  private static boolean isClosing(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (Character.isWhitespace(c)) {
        return i > 0;
      }
      if (CLOSING.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSuffix(String piece) {
    return piece.equals("'s") || piece.startsWith("'s ");
  }
}
