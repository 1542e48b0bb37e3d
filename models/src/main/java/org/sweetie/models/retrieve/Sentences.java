package org.sweetie.models.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into sentences by rules that hold in every language of the library: a line break ends
 * one, and so does a closing sign that white space and a capital, a digit or an opening sign
 * follow, unless it closes an abbreviation, an initial or an ordinal.
 */
public final class Sentences {
  private static final String CLOSING = ".!?…";
  private static final String AFTER = "\"'”’»)]“";
  private static final String OPENING = "\"'„“‘«([-–—•¿";

  /** How many signs in a row are looked at, so that a text of dots takes no longer than another. */
  private static final int MOST_SIGNS = 16;

  /** Words that end in a full stop within a sentence, and are followed by a capital or a digit. */
  private static final Set<String> ABBREVIATIONS =
      Set.copyOf(
          List.of(
              ("mr mrs ms dr prof st no art nr str sec fig vol pp etc eg vs lit alin ing jud чл бр ал т"
                      + " ул д-р проф стр гр инж ст п м dipl npr tj sv čl br st gosp gđa ул тзв нпр др"
                      + " dr pl stb ún ill kb sz bek z znj zoti tel fq psh gyvt btk р рік ім вул тис млн руб г")
                  .split(" ")));

  private Sentences() {}

  /** The sentences of a text in order, without white space at either end; none is empty. */
  public static List<Passage> of(String text) {
    List<Passage> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int end = end(text, start, i);
      if (end > 0) {
        add(text, start, end, sentences);
        start = end;
        i = end - 1;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  /** One past the sentence that the sign at {@code at} ends; 0 where it ends none. */
  private static int end(String text, int start, int at) {
    char sign = text.charAt(at);
    if (sign == '\n' || sign == '\r' || sign == '\u2028' || sign == '\u2029') {
      return at + 1;
    }
    if (CLOSING.indexOf(sign) < 0) {
      return 0;
    }
    int end = skip(text, skip(text, at, CLOSING), AFTER);
    boolean ends = end < text.length() && Character.isWhitespace(text.charAt(end));
    return ends && begins(text, end) && !(sign == '.' && isShort(text, start, at)) ? end : 0;
  }

  private static int skip(String text, int from, String signs) {
    int at = from;
    int far = Math.min(text.length(), from + MOST_SIGNS);
    while (at < far && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean begins(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return true;
    }
    int c = text.codePointAt(at);
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || OPENING.indexOf(c) >= 0
        || (!Character.isLetterOrDigit(c) && CLOSING.indexOf(c) < 0 && ",;:".indexOf(c) < 0);
  }

  /** Whether the word before a full stop is an abbreviation, an initial or a short number. */
  private static boolean isShort(String text, int start, int stop) {
    int from = stop;
    while (from > start && isWordUnit(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, stop);
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return true;
    }
    boolean ordinal = !word.isEmpty() && word.length() <= 2 && isNumber(word);
    return ordinal || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static boolean isWordUnit(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '-' || Character.isSurrogate(unit);
  }

  private static void add(String text, int from, int to, List<Passage> sentences) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      sentences.add(new Passage(start, end));
    }
  }

  private static boolean isBlank(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }
}
