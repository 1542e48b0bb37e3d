package org.sweetie.console.review;

/**
 * Text that shows what it holds: control, bidirectional and invisible characters get a visible
 * form, so that nothing on a reviewer's screen is reordered or hidden by what a counterpart typed.
 */
final class VisibleText {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;

  private VisibleText() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (c == '\n' || c == '\t') {
      shown.append((char) c);
    } else if (c < ' ') {
      shown.append((char) (CONTROL_PICTURES + c));
    } else if (c == 0x7f) {
      shown.append((char) DELETE_PICTURE);
    } else if (hidden(c)) {
      shown.append(String.format("\u2039U+%04X\u203a", c));
    } else {
      shown.appendCodePoint(c);
    }
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
