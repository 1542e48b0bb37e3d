package org.sweetie.models.lexicon;

/**
 * A word of the lexicon.
 *
 * @param kinds what it may be by itself, as bits of {@link org.sweetie.engine.script.WordKind}
 * @param base the word of which it is an irregular form, empty when it is none
 * @param form which form it is of that word, as bits
 */
record Entry(int kinds, String base, int form) {
  Entry {
    if (base.isEmpty() != (form == 0)) {
      throw new IllegalArgumentException("a form needs a base and a base a form: " + base + form);
    }
  }

  static Entry of(int kinds) {
    return new Entry(kinds, "", 0);
  }
}
