package org.sweetie.engine.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The plain spellings a written word may stand for: digits and signs in place of letters, drawn-out
 * letters, digits around it. A plain word has just the one.
 */
final class Spellings {
  private static final int MOST_CHOICES = 3;

  private Spellings() {}

  /**
   * @param longest no spelling longer than this is of interest; bounds the work on endless words
   */
  static Collection<String> of(String word, int longest) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isPlain(lower)) {
      return lower.length() <= longest ? List.of(lower) : List.of();
    }
    Set<String> spellings = new LinkedHashSet<>();
    shorten(lower, longest, spellings);
    shorten(withoutDigits(lower), longest, spellings);
    if (lower.chars().anyMatch(Character::isLetter)) {
      int ambiguous = (int) lower.chars().filter(Spellings::isUpright).count();
      int choices = ambiguous <= MOST_CHOICES ? 1 << ambiguous : 2;
      for (int choice = 0; choice < choices; choice++) {
        shorten(read(lower, ambiguous <= MOST_CHOICES ? choice : -choice), longest, spellings);
      }
    }
    return spellings;
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c) || isThird(word, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isThird(String word, int i) {
    return i >= 2 && word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2);
  }

  /** A word with its digits and signs read as letters; the choice's bits say where 1 is an l. */
  private static String read(String word, int choice) {
    StringBuilder read = new StringBuilder(word.length());
    int upright = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (isUpright(c)) {
        read.append((choice >> Math.min(upright, 31) & 1) == 1 ? 'l' : 'i');
        upright++;
      } else {
        read.append(letter(c));
      }
    }
    return read.toString();
  }

  private static boolean isUpright(int c) {
    return c == '1' || c == '!' || c == '|';
  }

  private static char letter(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      default -> c;
    };
  }

  private static String withoutDigits(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetter(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  /** Adds the word with each letter drawn out to three or more written once, and twice. */
  private static void shorten(String word, int longest, Set<String> into) {
    int runs = 0;
    for (int i = 2; i < word.length() && runs <= MOST_CHOICES; i++) {
      runs += isThird(word, i) && (i == 2 || !isThird(word, i - 1)) ? 1 : 0;
    }
    int choices = runs <= MOST_CHOICES ? 1 << runs : 1;
    for (int choice = 0; choice < choices; choice++) {
      String shorter = shorten(word, choice, longest);
      if (shorter.length() <= longest) {
        into.add(shorter);
      }
    }
  }

  private static String shorten(String word, int choice, int longest) {
    StringBuilder shorter = new StringBuilder();
    int run = 0;
    for (int i = 0; i < word.length() && shorter.length() <= longest; ) {
      int end = i;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      int keep = end - i;
      if (keep >= 3) {
        keep = 1 + (choice >> Math.min(run, 30) & 1);
        run++;
      }
      shorter.append(String.valueOf(word.charAt(i)).repeat(keep));
      i = end;
    }
    return shorter.toString();
  }
}
