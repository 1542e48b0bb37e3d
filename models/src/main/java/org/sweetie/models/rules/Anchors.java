package org.sweetie.models.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pattern which words it cannot do without, so that a pattern is tried only on
 * sentences that hold one of them. Trying all on all would cost half as much again as embedding the
 * sentence.
 *
 * <p>Knows the part of TokensRegex the rule files use: words between slashes, {@code []}, groups,
 * alternatives, and the quantifiers behind them. Where it does not understand an element it takes
 * none of its words, which is slower and never wrong.
 */
final class Anchors {
  private static final int MOST_SPELLINGS = 200;
  private static final Set<String> COMMON =
      Set.of("i", "you", "your", "the", "a", "to", "is", "are", "it", "me", "my", "and", ",", ".");

  private final String pattern;
  private int at;

  private Anchors(String pattern) {
    this.pattern = pattern;
  }

  /** Words of which a matching sentence holds at least one; null where no such set is known. */
  static @Nullable Set<String> of(String pattern) {
    Anchors anchors = new Anchors(pattern);
    Set<String> words = anchors.alternatives();
    return anchors.at < pattern.length() ? null : words;
  }

  /** One or more sequences between bars, up to a closing bracket or the end. */
  private @Nullable Set<String> alternatives() {
    Set<String> union = new TreeSet<>();
    boolean known = true;
    while (true) {
      Set<String> words = sequence();
      known &= words != null;
      if (words != null) {
        union.addAll(words);
      }
      if (at >= pattern.length() || pattern.charAt(at) != '|') {
        return known ? union : null;
      }
      at++;
    }
  }

  /** The rarest of the elements that must be there. */
  private @Nullable Set<String> sequence() {
    Set<String> best = null;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      if (Character.isWhitespace(pattern.charAt(at))) {
        at++;
        continue;
      }
      Set<String> words = element();
      if (isOptional() || words == null || words.isEmpty()) {
        continue;
      }
      best = best == null || cost(words) < cost(best) ? words : best;
    }
    return best;
  }

  private static long cost(Set<String> words) {
    long common = words.stream().filter(COMMON::contains).count();
    long border = words.contains("BEGIN") || words.contains("END") ? 1 : 0;
    return words.size() + 50 * common + 1_000 * border;
  }

  private @Nullable Set<String> element() {
    char first = pattern.charAt(at);
    if (first == '/') {
      return word();
    }
    if (pattern.startsWith("(?:", at)) {
      at += 3;
      Set<String> words = alternatives();
      at++;
      return words;
    }
    if (first == '(') {
      at++;
      Set<String> words = alternatives();
      at++;
      return words;
    }
    if (first == '[') {
      at = pattern.indexOf(']', at) + 1;
      return null;
    }
    throw new IllegalArgumentException("'" + first + "' at " + at + " of " + pattern);
  }

  /** Passes over a quantifier; whether it allows none. */
  private boolean isOptional() {
    if (at >= pattern.length()) {
      return false;
    }
    char quantifier = pattern.charAt(at);
    if (quantifier == '?' || quantifier == '*' || quantifier == '+') {
      at++;
      return quantifier != '+';
    }
    if (quantifier == '{') {
      boolean none = pattern.startsWith("{0", at);
      at = pattern.indexOf('}', at) + 1;
      return none;
    }
    return false;
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
