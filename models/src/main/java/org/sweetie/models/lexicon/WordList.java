package org.sweetie.models.lexicon;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A word list: one word a line, names with a capital, and possessives ({@code dog's}) of the nouns,
 * as SCOWL has them.
 */
final class WordList {
  private final Set<String> common = new TreeSet<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> owners = new TreeSet<>();

  WordList(Collection<String> lines, Predicate<String> improper) {
    for (String line : lines) {
      String word = line.strip();
      boolean owner = word.endsWith("'s");
      String bare = owner ? word.substring(0, word.length() - 2) : word;
      if (isWord(bare) && !improper.test(bare)) {
        add(bare, owner);
      }
    }
    names.removeAll(common);
  }

  private void add(String word, boolean owner) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean name = !word.equals(lower);
    if (owner && !name) {
      owners.add(word);
    } else if (!owner) {
      (name ? names : common).add(lower);
    }
  }

  private static boolean isWord(String word) {
    return word.length() > 1 && word.chars().allMatch(c -> c < 256 && Character.isLetter(c));
  }

  Set<String> common() {
    return common;
  }

  /** In lower case; only those that are not also common words. */
  Set<String> names() {
    return names;
  }

  boolean holds(String word) {
    return common.contains(word);
  }

  boolean holdsAny(List<String> words) {
    return words.stream().anyMatch(common::contains);
  }

  /** Whether the list has the word with {@code 's}, which it has for nouns. */
  boolean owns(String word) {
    return owners.contains(word);
  }
}
