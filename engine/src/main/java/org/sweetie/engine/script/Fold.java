package org.sweetie.engine.script;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How words are compared: without regard to case or to how accents are encoded, and with one kind
 * of apostrophe.
 */
final class Fold {
  private Fold() {}

  static String word(String word) {
    if (isLower(word)) {
      return word;
    }
    String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return lower.replace('\u2019', '\'');
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
