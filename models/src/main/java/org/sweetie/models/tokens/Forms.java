package org.sweetie.models.tokens;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of a word that ignores how it happens to be typed.
 *
 * <p>Diacritics of Latin letters go, because half of all chat is typed without them; Cyrillic keeps
 * its letters, of which only ё is commonly typed as another.
 */
public final class Forms {
  private Forms() {}

  /**
   * Lower case, Latin letters without diacritics, no apostrophes; never longer than three times.
   */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (c < 128) {
        if (c != '\'' && c != '`') {
          folded.append((char) c);
        }
      } else {
        fold(c, folded);
      }
    }
    return folded.toString();
  }

  private static void fold(int c, StringBuilder to) {
    switch (c) {
      case 'đ' -> to.append("dj");
      case 'ё' -> to.append('е');
      case 'ß' -> to.append("ss");
      case 'ı' -> to.append('i');
      case 'ł' -> to.append('l');
      case 'æ' -> to.append("ae");
      case 'ø' -> to.append('o');
      case '’', '‘', 'ʼ', '´', '′' -> {}
      default -> {
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
          to.appendCodePoint(base(c));
        } else if (Character.getType(c) != Character.NON_SPACING_MARK || c >= 0x370) {
          to.appendCodePoint(c);
        }
      }
    }
  }

  private static int base(int latin) {
    return Normalizer.normalize(Character.toString(latin), Normalizer.Form.NFD).codePointAt(0);
  }
}
