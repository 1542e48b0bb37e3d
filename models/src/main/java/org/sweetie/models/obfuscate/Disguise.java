package org.sweetie.models.obfuscate;

/** The ways to write an identifier so that a machine misses it and a person does not. */
public enum Disguise {
  /** As it is. */
  NONE,
  /** Every digit in a word of the language. */
  DIGIT_WORDS,
  /** Some digits in words. */
  MIXED_DIGITS,
  /** The signs of an address in words of the language. */
  SIGN_WORDS,
  /** The signs of an address in brackets. */
  BRACKETS,
  /** Spaces between the digits, or around the signs. */
  SPACING,
  /** Hyphens or dots between groups of digits. */
  GROUPING,
  /** Letters in the shape of digits. */
  LEET,
  /** Full-width forms. */
  FULL_WIDTH,
  /** Keycap emoji. */
  EMOJI_DIGITS,
  /** Letters of another script that look the same. */
  HOMOGLYPHS,
  /** Characters that nobody sees. */
  ZERO_WIDTH,
  /** In two or three messages. */
  SPLIT
}
