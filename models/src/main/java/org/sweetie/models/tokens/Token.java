package org.sweetie.models.tokens;

/**
 * A word, number, sign or mask token of a text.
 *
 * @param text as it stands in the text
 * @param form the form rules and features know it by: lower case, without Latin diacritics and
 *     apostrophes
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 */
public record Token(String text, String form, int start, int end) {
  public Token {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "token " + start + " to " + end + ": expected 0 <= start < end");
    }
  }

  /** Whether it is made of letters (combining marks and apostrophes may stand among them). */
  public boolean isWord() {
    return Character.isLetter(text.codePointAt(0));
  }
}
