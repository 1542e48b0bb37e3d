package org.sweetie.models.retrieve;

import java.util.Collections;
import java.util.Set;

/**
 * A content word as it is searched for.
 *
 * @param terms its stems or lemmas; several where its form is ambiguous
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 */
public record Word(Set<String> terms, int start, int end) {
  public Word {
    terms = Set.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a word at " + start + " without a term");
    }
  }

  /** Whether it is one of the words that have these terms. */
  public boolean isAmong(Set<String> others) {
    return !Collections.disjoint(terms, others);
  }
}
