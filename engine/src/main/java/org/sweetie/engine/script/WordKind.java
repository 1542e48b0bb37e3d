package org.sweetie.engine.script;

/**
 * What a word may be in a sentence, and which form of its base it is. A word usually may be several
 * of these; a set of them is an {@code int} of their {@link #bit}s. Their order is part of the
 * format of {@link Lexicon}.
 */
public enum WordKind {
  /** A noun in the singular. */
  NOUN,
  /** A verb in the infinitive. */
  VERB,
  ADJECTIVE,
  ADVERB,
  /** A name, written with a capital. */
  NAME,
  /** A noun in the plural. */
  PLURAL,
  /** A verb in the past tense. */
  PAST,
  /** A past participle. */
  PARTICIPLE,
  /** A present participle or gerund. */
  GERUND,
  /** A verb in the third person of the present. */
  THIRD,
  COMPARATIVE,
  SUPERLATIVE,
  PRONOUN,
  DETERMINER,
  PREPOSITION,
  CONJUNCTION,
  /** A helping verb such as {@code can} or {@code do}. */
  HELPER,
  /** A possessive pronoun such as {@code my}. */
  POSSESSIVE,
  /** No regular ending is taken off this word although one could be. */
  WHOLE;

  /** The bit of this kind in a set of kinds. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a set of kinds holds this one. */
  public boolean in(int kinds) {
    return (kinds & bit()) != 0;
  }

  /** The kind with a name, as tables write it in lower case. */
  static WordKind named(String name) {
    for (WordKind kind : values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new ScriptException("'" + name + "' is no kind of word; see WordKind");
  }
}
