package org.sweetie.models.tokens;

/** Serbian Cyrillic as the folded Latin it is as often typed in. */
public final class SerbianLatin {
  private static final String FROM = "абвгдђежзијклљмнњопрстћуфхцчџш";
  private static final String[] TO = {
    "a", "b", "v", "g", "d", "dj", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o",
    "p", "r", "s", "t", "c", "u", "f", "h", "c", "c", "dz", "s"
  };

  private SerbianLatin() {}

  /** The folded Latin spelling; other letters stay as they are. */
  public static String of(String form) {
    if (form.chars().noneMatch(c -> c >= 'Ѐ' && c <= 'ӿ')) {
      return form;
    }
    StringBuilder latin = new StringBuilder(form.length() + 4);
    for (int i = 0; i < form.length(); i++) {
      int at = FROM.indexOf(form.charAt(i));
      latin.append(at < 0 ? String.valueOf(form.charAt(i)) : TO[at]);
    }
    return latin.toString();
  }
}
