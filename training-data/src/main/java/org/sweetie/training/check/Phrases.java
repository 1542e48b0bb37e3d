package org.sweetie.training.check;

import java.text.Normalizer;
import java.util.Locale;

/** Running text as letters and spaces alone, so that whole phrases can be compared. */
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
}
