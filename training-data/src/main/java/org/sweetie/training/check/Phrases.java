package org.sweetie.training.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whole phrases in running text, compared as letters and spaces alone. */
final class Phrases {
  private Phrases() {}

  /**
   * Lower case, apostrophes gone, everything but letters and digits a space; a space at each end.
   */
  static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return " "
        + folded.replaceAll("['’`]", "").replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip()
        + " ";
  }

  /**
   * Those of the phrases that stand in the text as whole words, and not inside one of the
   * exceptions.
   *
   * @param phrases in {@link #plain} form, as are the exceptions
   */
  static List<String> in(String text, List<String> phrases, List<String> exceptions) {
    String plain = plain(text);
    for (String exception : exceptions) {
      plain = plain.replace(exception, " | ");
    }
    List<String> found = new ArrayList<>();
    for (String phrase : phrases) {
      if (plain.contains(phrase)) {
        found.add(phrase.strip());
      }
    }
    return found;
  }
}
