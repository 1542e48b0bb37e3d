package org.sweetie.engine.script;

import java.util.function.Predicate;

/**
 * The canonical forms of words: the singular of a noun, the infinitive of a verb, the positive of
 * an adjective, the subject form of a pronoun, the figures of a number.
 */
public interface Lemmas {
  /**
   * What a word is a form of.
   *
   * @param word in lower case
   * @param isKnown tells the words that the script itself uses, so that a guess can be checked
   */
  WordForms forms(String word, Predicate<String> isKnown);
}
