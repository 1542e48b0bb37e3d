package org.sweetie.training.compose;

import java.util.Map;

/**
 * Serbian Latin to Serbian Cyrillic (Pravopis srpskoga jezika, Matica srpska 2010); slots and
 * {@code <explicit>} stay.
 */
final class Cyrillic {
  private static final Map<String, String> PAIRS =
      Map.of("lj", "љ", "nj", "њ", "dž", "џ", "Lj", "Љ", "Nj", "Њ", "Dž", "Џ");
  private static final String LATIN = "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ";
  private static final String LETTERS = "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ";

  private Cyrillic() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean kept = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kept = c == '{' || c == '<' || (kept && c != '}' && c != '>');
      String pair = kept || i + 1 == text.length() ? null : PAIRS.get(text.substring(i, i + 2));
      if (pair != null) {
        out.append(pair);
        i++;
      } else {
        out.append(kept ? c : letter(c));
      }
    }
    return out.toString();
  }

  private static char letter(char c) {
    int at = LATIN.indexOf(c);
    return at < 0 ? c : LETTERS.charAt(at);
  }
}
