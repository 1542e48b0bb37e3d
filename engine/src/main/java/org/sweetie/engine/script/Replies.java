package org.sweetie.engine.script;

/** Gives a reply its last form, as ChatScript does by default. */
final class Replies {
  private Replies() {}

  /** Underscores become spaces (two become one underscore); the first letter becomes a capital. */
  static String finish(StringBuilder output) {
    String text = output.toString().strip();
    if (text.isEmpty()) {
      return "";
    }
    String plain = text.indexOf('_') < 0 ? text : withoutUnderscores(text);
    return capitalised(plain);
  }

  /** The text with its first letter as a capital. */
  static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    int capital = Character.toUpperCase(first);
    return first == capital
        ? text
        : new StringBuilder(text.length())
            .appendCodePoint(capital)
            .append(text, Character.charCount(first), text.length())
            .toString();
  }

  private static String withoutUnderscores(String text) {
    return text.replace("__", "\u0000").replace('_', ' ').replace('\u0000', '_');
  }
}
