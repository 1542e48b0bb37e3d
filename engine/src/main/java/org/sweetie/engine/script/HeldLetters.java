package org.sweetie.engine.script;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Letters held down: runs of three and more are read as two or as one. */
final class HeldLetters {
  private HeldLetters() {}

  /** The known word that comes out when runs are shortened, or null. */
  static @Nullable String released(String word, Predicate<String> isKnown) {
    if (!hasRun(word)) {
      return null;
    }
    String twice = shorten(word, 2);
    if (isKnown.test(twice)) {
      return twice;
    }
    String once = shorten(word, 1);
    return isKnown.test(once) ? once : null;
  }

  private static boolean hasRun(String word) {
    for (int i = 2; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == word.charAt(i - 1) && c == word.charAt(i - 2) && Character.isLetter(c)) {
        return true;
      }
    }
    return false;
  }

  /** Shortens runs of three letters and more; double letters belong to the word. */
  private static String shorten(String word, int to) {
    StringBuilder shortened = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      int end = i + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      int kept = end - i > 2 ? to : end - i;
      shortened.append(word, i, i + kept);
      i = end;
    }
    return shortened.toString();
  }
}
