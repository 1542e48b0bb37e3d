package org.sweetie.engine.script;

/** Backslashes in what is said. */
final class Text {
  private Text() {}

  /** {@code \n} and {@code \t} become line end and tab; any other backslash shows what follows. */
  static String unescape(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c != '\\' || i + 1 == written.length()) {
        text.append(c);
        continue;
      }
      char next = written.charAt(++i);
      text.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
    }
    return text.toString();
  }
}
