package org.sweetie.engine.script;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How a message is read, as ChatScript's {@code $cs_token} says it, with its numbers. Settings that
 * change nothing here have their number all the same.
 */
final class TokenFlags {
  /** The variable in which a script says how messages are read. */
  static final String VARIABLE = "$cs_token";

  static final int ESSENTIALS = 0x1;
  static final int SUBSTITUTES = 0x2;
  static final int CONTRACTIONS = 0x4;
  static final int INTERJECTIONS = 0x8;
  static final int BRITISH = 0x10;
  static final int SPELLING = 0x20;
  static final int TEXTING = 0x40;
  static final int NOISE = 0x80;
  static final int PRIVATE = 0x100;
  static final int NUMBER_MERGE = 0x200;
  static final int SPELLCHECK = 0x800;
  static final int INTERJECTION_SPLITTING = 0x1000;
  static final int NO_INFER_QUESTION = 0x80000;
  static final int NO_SENTENCE_END = 0x40000;
  static final int NO_HYPHEN_END = 0x100000;
  static final int NO_COLON_END = 0x200000;
  static final int NO_SEMICOLON_END = 0x400000;

  /** The sentence asks, for {@code ^settokenflags}. */
  static final int QUESTIONMARK = 0x20000000;

  /** The sentence exclaims, for the same. */
  static final int EXCLAMATIONMARK = 0x40000000;

  private static final int SUBSTITUTE_SYSTEM = 0xFF;
  private static final int PARSE = 0x6000;
  private static final int PROPERNAME_MERGE = 0x400;

  /**
   * What ChatScript does for a bot that sets nothing. A script without a bot's macro is answered by
   * this engine's own control, one reply a message: its interjections stay in their sentence.
   */
  static final int USUAL =
      SUBSTITUTE_SYSTEM
          | INTERJECTION_SPLITTING
          | PROPERNAME_MERGE
          | NUMBER_MERGE
          | SPELLCHECK
          | PRIVATE
          | PARSE;

  /** A phrase of a script is read without guesses and without ends. */
  static final int PHRASE = (SUBSTITUTE_SYSTEM | NO_INFER_QUESTION) & ~ESSENTIALS;

  private static final Map<String, Integer> BY_NAME =
      Map.ofEntries(
          Map.entry("#DO_ESSENTIALS", ESSENTIALS),
          Map.entry("#DO_SUBSTITUTES", SUBSTITUTES),
          Map.entry("#DO_CONTRACTIONS", CONTRACTIONS),
          Map.entry("#DO_INTERJECTIONS", INTERJECTIONS),
          Map.entry("#DO_BRITISH", BRITISH),
          Map.entry("#DO_SPELLING", SPELLING),
          Map.entry("#DO_TEXTING", TEXTING),
          Map.entry("#DO_NOISE", NOISE),
          Map.entry("#DO_PRIVATE", PRIVATE),
          Map.entry("#DO_NUMBER_MERGE", NUMBER_MERGE),
          Map.entry("#DO_PROPERNAME_MERGE", PROPERNAME_MERGE),
          Map.entry("#DO_SPELLCHECK", SPELLCHECK),
          Map.entry("#DO_INTERJECTION_SPLITTING", INTERJECTION_SPLITTING),
          Map.entry("#DO_POSTAG", 0x2000),
          Map.entry("#DO_PARSE", PARSE),
          Map.entry("#NO_IMPERATIVE", 0x8000),
          Map.entry("#NO_WITHIN", 0x10000),
          Map.entry("#DO_DATE_MERGE", 0x20000),
          Map.entry("#NO_SENTENCE_END", NO_SENTENCE_END),
          Map.entry("#NO_INFER_QUESTION", NO_INFER_QUESTION),
          Map.entry("#DO_SUBSTITUTE_SYSTEM", SUBSTITUTE_SYSTEM),
          Map.entry("#NO_HYPHEN_END", NO_HYPHEN_END),
          Map.entry("#NO_COLON_END", NO_COLON_END),
          Map.entry("#NO_SEMICOLON_END", NO_SEMICOLON_END),
          Map.entry("#QUESTIONMARK", QUESTIONMARK),
          Map.entry("#EXCLAMATIONMARK", EXCLAMATIONMARK),
          Map.entry("#STRICT_CASING", 0x800000),
          Map.entry("#ONLY_LOWERCASE", 0x1000000));

  private TokenFlags() {}

  /** The number of a setting such as {@code #DO_SPELLCHECK}; empty when it is none of these. */
  static OptionalInt named(String name) {
    Integer flag = BY_NAME.get(name);
    return flag == null ? OptionalInt.empty() : OptionalInt.of(flag);
  }

  /** The settings a variable holds; the usual ones when it holds no number. */
  static int of(String value, int usual) {
    return Numbers.isNumber(value) ? Numbers.parse(value).intValue() : usual;
  }
}
