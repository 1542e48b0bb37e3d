package org.sweetie.models.lexicon;

import com.modernmt.text.profanity.dictionary.Dictionary;
import com.modernmt.text.profanity.dictionary.Profanity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words that the word-list package names, in any regular form, and words with which several of its
 * terms begin (CONDUCT A2). None is ever shown.
 */
final class Improper implements Predicate<String> {
  /** A word that this many terms begin with is one of their kind, but for these. */
  private static final int TERMS_MADE_OF_IT = 3;

  private static final Set<String> EVERYDAY = Set.of("ball", "hand", "mother");

  private final Set<String> words = new HashSet<>();
  private final List<String> terms = new ArrayList<>();

  Improper() throws IOException {
    String name = "/com/modernmt/text/profanity/dictionary.en";
    try (InputStream in = Dictionary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not in profanity-filter: check the package's version");
      }
      for (Profanity term : Dictionary.read("en", in)) {
        terms.add(term.text().toLowerCase(Locale.ROOT));
      }
      terms.forEach(this::addWithForms);
    }
  }

  private void addWithForms(String word) {
    words.add(word);
    words.addAll(Endings.plurals(word));
    words.addAll(Endings.pasts(word));
    words.addAll(Endings.gerunds(word));
    words.addAll(Endings.comparatives(word));
    words.addAll(Endings.superlatives(word));
    words.addAll(Endings.adverbs(word));
  }

  @Override
  public boolean test(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return words.contains(lower) || isPartOfMany(lower);
  }

  private boolean isPartOfMany(String word) {
    if (word.length() < 3 || EVERYDAY.contains(word)) {
      return false;
    }
    return terms.stream().filter(term -> term.startsWith(word)).limit(TERMS_MADE_OF_IT).count()
        == TERMS_MADE_OF_IT;
  }
}
