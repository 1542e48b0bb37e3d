package org.sweetie.engine.text;

/**
 * Which letters look like letters of another script (Unicode Technical Standard 39, section 4).
 *
 * <p>Safe for use by many threads.
 */
public interface Confusables {
  /** What {@link #lookalike} gives for a letter that has no twin. */
  int NO_LOOKALIKE = -1;

  /** Nothing looks like anything else. */
  Confusables NONE = (codePoint, script) -> NO_LOOKALIKE;

  /**
   * The letter of a script that a letter of another script, or of a rare style of the same one, can
   * be mistaken for.
   *
   * @param codePoint a letter
   * @param script the script its reader expects
   * @return a code point of that script; {@link #NO_LOOKALIKE} where there is none
   */
  int lookalike(int codePoint, Character.UnicodeScript script);
}
