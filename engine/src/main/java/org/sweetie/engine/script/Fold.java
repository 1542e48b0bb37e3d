package org.sweetie.engine.script;

import java.util.Locale;

/** How words are compared: without regard to case, and with one kind of apostrophe. */
final class Fold {
  private Fold() {}

  static String word(String word) {
    String lower = isLower(word) ? word : word.toLowerCase(Locale.ROOT);
    return lower.indexOf('\u2019') < 0 ? lower : lower.replace('\u2019', '\'');
  }

  private static boolean isLower(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > 'z' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }
}
