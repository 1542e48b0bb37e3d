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
    boolean lower = true;
    boolean plain = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain &= c < 128;
      lower &= c < 'A' || c > 'Z';
    }
    if (plain) {
      return lower ? word : word.toLowerCase(Locale.ROOT);
    }
    String folded = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return folded.replace('\u2019', '\'');
  }
}
