package org.sweetie.engine.script;

/**
 * What the letters of a word show by themselves. A set of them and of {@link WordKind}s is a {@code
 * long}: kinds have the low 32 bits.
 */
enum TokenTrait {
  NUMBER,
  INTEGER,
  FLOAT,
  NEGATIVE,
  /** Second, 2nd. */
  PLACE,
  /** 1 to 31. */
  DAY,
  /** Four figures. */
  YEAR,
  MONEY,
  DATE,
  TIME,
  URL,
  EMAIL,
  EMOJI,
  /** A face of punctuation. */
  FACE,
  HANDLE,
  HASHTAG,
  /** Letters beyond ASCII. */
  WIDE,
  /** All capitals. */
  CAPITALS,
  /** A capital that a name has. */
  CAPITAL,
  /** Letters and figures. */
  MODEL,
  UNKNOWN,
  COMMA,
  BRACKET,
  /** The {@code 's} of an owner. */
  OWNER,
  SUBJECT,
  OBJECT,
  MASKED;

  long bit() {
    return 1L << (32 + ordinal());
  }

  boolean in(long traits) {
    return (traits & bit()) != 0;
  }

  /** The bit of a kind or trait by its name in lower case. */
  static long named(String name) {
    for (TokenTrait trait : values()) {
      if (trait.name().equalsIgnoreCase(name)) {
        return trait.bit();
      }
    }
    return WordKind.named(name).bit();
  }
}
