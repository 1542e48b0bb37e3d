package org.sweetie.engine.script;

import java.util.function.Predicate;

/**
 * The canonical forms of words: the singular of a noun, the infinitive of a verb, the positive of
 * an adjective, the subject form of a pronoun.
 */
public interface Lemmas {
  /**
   * The canonical form of a word.
   *
   * @param word in lower case
   * @param isKnown tells the words that the script itself uses, so that a guess can be checked
   * @return the canonical form, or the word itself when it is its own or is not known
   */
  String canonical(String word, Predicate<String> isKnown);
}
