package org.sweetie.models.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The other ways a language writes a word: without diacritics, and in Serbian Cyrillic. */
final class Variants {
  private static final Set<String> WITH_DIACRITICS = Set.of("ro", "hu", "sr", "hr", "bs", "sq");
  private static final Set<String> IN_TWO_SCRIPTS = Set.of("sr", "hr", "bs");
  private static final Map<String, String> PAIRS =
      Map.of("lj", "љ", "nj", "њ", "dž", "џ", "dj", "ђ");
  private static final String LATIN = "abcčćdđefghijklmnoprsštuvzž";
  private static final String CYRILLIC = "абцчћдђефгхијклмнопрсштувзж";

  private Variants() {}

  /** The variants of a term in lower case and composed form, without the term itself. */
  static Set<String> of(String term, String language) {
    Set<String> variants = new TreeSet<>();
    boolean isCyrillic = term.chars().anyMatch(c -> c >= 0x400 && c < 0x500);
    if (!isCyrillic && WITH_DIACRITICS.contains(language)) {
      variants.add(withoutMarks(term).replace("đ", "dj"));
      variants.add(withoutMarks(term).replace('đ', 'd'));
    }
    if (!isCyrillic && IN_TWO_SCRIPTS.contains(language)) {
      variants.add(cyrillic(term));
    }
    variants.remove(term);
    return variants;
  }

  private static String withoutMarks(String term) {
    String decomposed = Normalizer.normalize(term, Form.NFD);
    StringBuilder plain = new StringBuilder();
    decomposed.chars().filter(c -> c < 0x300 || c > 0x36F).forEach(c -> plain.append((char) c));
    return Normalizer.normalize(plain, Form.NFC);
  }

  private static String cyrillic(String term) {
    String paired = term;
    for (Map.Entry<String, String> pair : PAIRS.entrySet()) {
      paired = paired.replace(pair.getKey(), pair.getValue());
    }
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < paired.length(); i++) {
      int at = LATIN.indexOf(paired.charAt(i));
      written.append(at < 0 ? paired.charAt(i) : CYRILLIC.charAt(at));
    }
    return written.toString();
  }
}
