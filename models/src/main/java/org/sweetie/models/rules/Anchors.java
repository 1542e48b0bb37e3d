package org.sweetie.models.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pattern which words it cannot do without and how far it reaches, so that a pattern
 * is tried only on sentences that hold them, and there only around them. Trying all on all would
 * cost half as much again as embedding the sentence.
 *
 * <p>Knows the part of TokensRegex the rule files use: words between slashes, {@code []}, groups,
 * alternatives, and the quantifiers behind them. Where it does not understand an element it takes
 * none of its words, which is slower and never wrong.
 */
final class Anchors {
  /** The reach of a pattern that can match any number of words. */
  static final int ENDLESS = Integer.MAX_VALUE;

  private static final int MOST_SPELLINGS = 200;
  private static final Set<String> COMMON =
      Set.of("i", "you", "your", "the", "a", "to", "is", "are", "it", "me", "my", "and", ",", ".");

  private final String pattern;
  private int at;

  private Anchors(String pattern) {
    this.pattern = pattern;
  }

  /**
   * What a match needs.
   *
   * @param words of each of these sets a match holds a word; the rarest set first
   * @param reach the most words a match is made of; {@link #ENDLESS} where there is no such bound
   */
  record Needs(List<Set<String>> words, int reach) {
    static final Needs NOTHING = new Needs(List.of(), 0);

    Needs {
      words = List.copyOf(words);
    }

    /** Words of which a match holds at least one; null where no such set is known. */
    @Nullable Set<String> rarest() {
      return words.isEmpty() ? null : words.get(0);
    }

    private Needs then(Needs next) {
      List<Set<String>> both = new ArrayList<>(words);
      both.addAll(next.words);
      both.sort(Comparator.comparingLong(Anchors::cost));
      return new Needs(both, sum(reach, next.reach));
    }

    private Needs or(Needs other) {
      int longest = Math.max(reach, other.reach);
      if (words.isEmpty() || other.words.isEmpty()) {
        return new Needs(List.of(), longest);
      }
      Set<String> either = new HashSet<>(words.get(0));
      either.addAll(other.words.get(0));
      return new Needs(List.of(either), longest);
    }

    private static int sum(int left, int right) {
      return left == ENDLESS || right == ENDLESS ? ENDLESS : left + right;
    }
  }

  /** What a pattern needs; nothing, and endless, where it cannot be read to its end. */
  static Needs of(String pattern) {
    Anchors anchors = new Anchors(pattern);
    Needs needs = anchors.alternatives();
    return anchors.at < pattern.length() ? new Needs(List.of(), ENDLESS) : needs;
  }

  /** One or more sequences between bars, up to a closing bracket or the end. */
  private Needs alternatives() {
    Needs all = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all = all.or(sequence());
    }
    return all;
  }

  private Needs sequence() {
    Needs all = Needs.NOTHING;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      if (Character.isWhitespace(pattern.charAt(at))) {
        at++;
      } else {
        all = all.then(quantified(element()));
      }
    }
    return all;
  }

  private static long cost(Set<String> words) {
    long common = words.stream().filter(COMMON::contains).count();
    long border = words.contains("BEGIN") || words.contains("END") ? 1 : 0;
    return words.size() + 50 * common + 1_000 * border;
  }

  private Needs element() {
    char first = pattern.charAt(at);
    if (first == '/') {
      Set<String> words = word();
      return new Needs(words == null || words.isEmpty() ? List.of() : List.of(words), 1);
    }
    if (first == '(') {
      at += pattern.startsWith("(?:", at) ? 3 : 1;
      Needs needs = alternatives();
      at++;
      return needs;
    }
    if (first == '[') {
      at = pattern.indexOf(']', at) + 1;
      return new Needs(List.of(), 1);
    }
    throw new IllegalArgumentException("'" + first + "' at " + at + " of " + pattern);
  }

  /** Passes over a quantifier and takes it into account. */
  private Needs quantified(Needs element) {
    if (at >= pattern.length() || "?*+{".indexOf(pattern.charAt(at)) < 0) {
      return element;
    }
    char quantifier = pattern.charAt(at);
    boolean none = quantifier == '?' || quantifier == '*' || pattern.startsWith("{0", at);
    int most = quantifier == '?' ? 1 : ENDLESS;
    if (quantifier == '{') {
      int end = pattern.indexOf('}', at);
      most = most(pattern.substring(at + 1, end));
      at = end;
    }
    at++;
    int reach = most == ENDLESS || element.reach() == ENDLESS ? ENDLESS : most * element.reach();
    return new Needs(none ? List.of() : element.words(), reach);
  }

  /** Of {@code 2}, {@code 2,5} and {@code 2,}: how often at most. */
  private static int most(String counts) {
    String most = counts.substring(counts.indexOf(',') + 1).strip();
    return most.isEmpty() ? ENDLESS : Integer.parseInt(most);
  }

  private @Nullable Set<String> word() {
    int end = at + 1;
    while (pattern.charAt(end) != '/') {
      end += pattern.charAt(end) == '\\' ? 2 : 1;
    }
    String regex = pattern.substring(at + 1, end);
    at = end + 1;
    Set<String> words = new TreeSet<>();
    for (String alternative : regex.split("(?<!\\\\)\\|", -1)) {
      List<String> spellings = spellings(alternative);
      if (spellings == null) {
        return null;
      }
      words.addAll(spellings);
    }
    return words;
  }

  /** All spellings of a word with optional letters and letter classes; null for anything richer. */
  private static @Nullable List<String> spellings(String regex) {
    List<String> spellings = List.of("");
    for (int i = 0; i < regex.length(); ) {
      List<String> next = new ArrayList<>();
      char c = regex.charAt(i);
      if (c == '[') {
        int end = regex.indexOf(']', i);
        next.addAll(classOf(regex.substring(i + 1, end)));
        i = end + 1;
      } else {
        i += c == '\\' ? 1 : 0;
        next.add(String.valueOf(regex.charAt(i++)));
      }
      if (next.isEmpty() || "({.*+".indexOf(c) >= 0) {
        return null;
      }
      if (i < regex.length() && "*+{".indexOf(regex.charAt(i)) >= 0) {
        return null;
      }
      if (i < regex.length() && regex.charAt(i) == '?') {
        next.add("");
        i++;
      }
      spellings = product(spellings, next);
      if (spellings.size() > MOST_SPELLINGS) {
        return null;
      }
    }
    return spellings;
  }

  private static List<String> classOf(String letters) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) == '^' || letters.charAt(i) == '\\') {
        return List.of();
      }
      if (i + 2 < letters.length() && letters.charAt(i + 1) == '-') {
        for (char c = letters.charAt(i); c <= letters.charAt(i + 2); c++) {
          all.add(String.valueOf(c));
        }
        i += 2;
      } else {
        all.add(String.valueOf(letters.charAt(i)));
      }
    }
    return all;
  }

  private static List<String> product(List<String> left, List<String> right) {
    List<String> product = new ArrayList<>(left.size() * right.size());
    for (String l : left) {
      right.forEach(r -> product.add(l + r));
    }
    return product;
  }
}
