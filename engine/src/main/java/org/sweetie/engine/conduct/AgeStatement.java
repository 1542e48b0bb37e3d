package org.sweetie.engine.conduct;

import java.util.List;
import java.util.Optional;

/** Recognises the persona stating its age (CONDUCT B3): "i am 10", "i'm ten", "10 years old". */
public final class AgeStatement {
  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private AgeStatement() {}

  /** Whether a line states this age as the speaker's own. */
  public static boolean states(String line, int age) {
    List<String> words = Phrases.words(line);
    for (int i = 0; i < words.size(); i++) {
      if (isAge(words.get(i), age) && (saysIam(words, i) || saysYears(words, i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Another age than this one that a line states as the speaker's own: {@code i am 12} for a
   * persona of ten.
   */
  static Optional<String> other(String line, int age) {
    List<String> words = Phrases.words(line);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean number = WORDS.contains(word) || word.matches("\\d{1,3}");
      if (number && !isAge(word, age) && saysIam(words, i) && !saysWhen(words, i)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** {@code when im 12} says nothing of now. */
  private static boolean saysWhen(List<String> words, int at) {
    return words.subList(Math.max(0, at - 4), at).stream()
        .anyMatch(w -> List.of("when", "until", "till", "if", "before").contains(w));
  }

  private static boolean isAge(String word, int age) {
    return word.equals(Integer.toString(age))
        || (age < WORDS.size() && word.equals(WORDS.get(age)));
  }

  private static boolean saysIam(List<String> words, int at) {
    int before = at - 1;
    while (before >= 0
        && List.of("only", "just", "still", "really", "already").contains(words.get(before))) {
      before--;
    }
    if (before < 0) {
      return false;
    }
    String word = words.get(before);
    return word.equals("i'm")
        || word.equals("im")
        || (word.equals("am") && before > 0 && words.get(before - 1).equals("i"));
  }

  private static boolean saysYears(List<String> words, int at) {
    boolean years =
        at + 1 < words.size() && List.of("years", "yrs", "yo", "y").contains(words.get(at + 1));
    return years
        && words.subList(0, at).stream().anyMatch(w -> List.of("i", "i'm", "im", "me").contains(w));
  }
}
