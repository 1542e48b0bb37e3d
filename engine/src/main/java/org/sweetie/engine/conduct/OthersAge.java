package org.sweetie.engine.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether an age that an English message states clearly belongs to a thing, an animal or a
 * relative, by the words of {@code ages.txt}.
 *
 * <p>Three plain shapes are known: {@code my hamster is 2 years old}, {@code a hamster that is 2
 * years old} and {@code i have a 2 year old hamster}; behind somebody named in the same message
 * {@code it, he, she} and {@code they} may go on. Whatever else it is counts as the author's own
 * age, so that doubt stops the persona (CONDUCT B10). Safe for use by many threads.
 */
final class OthersAge {
  private static final Pattern CLAUSE = Pattern.compile("[.,;:!?()\\r\\n]+");

  private final Phrases ages;

  OthersAge(Phrases ages) {
    this.ages = ages;
  }

  /**
   * Whether every place of a number in a message tells the age of somebody or something else.
   *
   * @param readable the message
   * @param number the age as it is written, such as {@code 2} or {@code two}
   */
  boolean tells(String readable, String number) {
    if (ages.find("doubt", readable).isPresent()) {
      return false;
    }
    String wanted = number.toLowerCase(Locale.ROOT);
    boolean isNamed = false;
    boolean isFound = false;
    for (String part : CLAUSE.split(readable)) {
      List<String> clause = words(part);
      for (int i = 0; i < clause.size(); i++) {
        if (isNumber(clause.get(i), wanted)) {
          isFound = true;
          if (!isOthers(clause, i, isNamed)) {
            return false;
          }
        }
      }
      isNamed |= isNamedIn(clause);
    }
    return isFound;
  }

  private boolean isOthers(List<String> clause, int number, boolean isNamedBefore) {
    int verb = verbBefore(clause, number);
    if (verb < 0) {
      return isDescription(clause, number);
    }
    int first = is(clause, verb - 1, "is") ? verb - 1 : verb;
    int subject = first - 1;
    if (is(clause, subject, "relative")) {
      return endsInNoun(clause, subject - 1);
    }
    if (is(clause, subject, "pronoun")) {
      boolean isAlone = subject == 0 || is(clause, subject - 1, "joins");
      return isAlone && (isNamedBefore || isNamedIn(clause.subList(0, subject)));
    }
    return endsInNoun(clause, subject);
  }

  /** The verb of which the number is what it says; -1 where something else stands between. */
  private int verbBefore(List<String> clause, int number) {
    int at = number - 1;
    boolean isSeveral = false;
    while (is(clause, at, "nearly") || isCounted(clause, at)) {
      isSeveral |= isCounted(clause, at);
      at--;
    }
    return is(clause, at, isSeveral ? "are" : "is") ? at : -1;
  }

  private static boolean isCounted(List<String> clause, int at) {
    return at >= 0 && (clause.get(at).equals("and") || Character.isDigit(clause.get(at).charAt(0)));
  }

  /** {@code i have a 2 year old hamster} or {@code my 2 year old hamster}, and nobody who is it. */
  private boolean isDescription(List<String> clause, int number) {
    int noun = number + 1;
    while (is(clause, noun, "year") || is(clause, noun, "describes")) {
      noun++;
    }
    int before = number - 1;
    while (is(clause, before, "describes") || is(clause, before, "nearly")) {
      before--;
    }
    boolean isKnown = is(clause, noun, "relative of somebody") || is(clause, noun, "thing");
    boolean isOwned = noun + 1 < clause.size() && clause.get(noun + 1).equals("'s");
    return isKnown && !isOwned && noun > number + 1 && isIntroduced(clause, before);
  }

  private boolean isIntroduced(List<String> clause, int at) {
    boolean isHad = is(clause, at - 1, "has");
    boolean isMine = at == 0 || isHad || is(clause, at - 1, "with");
    return (is(clause, at, "mine") && isMine) || (is(clause, at, "any determiner") && isHad);
  }

  /** Whether a noun group ends at a place: a determiner, what describes, a noun of the lists. */
  private boolean endsInNoun(List<String> clause, int noun) {
    boolean isRelative = is(clause, noun, "relative of somebody");
    if (!isRelative && !is(clause, noun, "thing")) {
      return false;
    }
    int at = noun - 1;
    while (is(clause, at, "describes")) {
      at--;
    }
    return is(clause, at, "possessive") || (!isRelative && is(clause, at, "any determiner"));
  }

  private boolean isNamedIn(List<String> clause) {
    return IntStream.range(0, clause.size()).anyMatch(i -> endsInNoun(clause, i));
  }

  /** Whether a word, or the one it is the plural of, is of a list. */
  private boolean is(List<String> clause, int at, String list) {
    if (at < 0 || at >= clause.size()) {
      return false;
    }
    String word = clause.get(at);
    boolean isPlural = word.length() > 3 && word.endsWith("s");
    return ages.find(list, word).isPresent()
        || (isPlural && ages.find(list, word.substring(0, word.length() - 1)).isPresent());
  }

  private static boolean isNumber(String word, String wanted) {
    if (!word.startsWith(wanted)) {
      return false;
    }
    boolean isLonger = word.length() > wanted.length();
    return !isLonger || !Character.isDigit(word.charAt(wanted.length()));
  }

  /** The words of a clause, {@code she's} as {@code she 's}. */
  private static List<String> words(String clause) {
    List<String> words = new ArrayList<>();
    for (String word : Phrases.words(clause)) {
      if (word.endsWith("'s")) {
        words.add(word.substring(0, word.length() - 2));
        words.add("'s");
      } else {
        words.add(word);
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }
}
