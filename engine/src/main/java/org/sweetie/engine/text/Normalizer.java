package org.sweetie.engine.text;

/**
 * Brings text into one normal form, with every unit's way back to the original.
 *
 * <p>In order: invisible characters are dropped and lone surrogates become U+FFFD; the rest is
 * brought into Unicode normal form NFKC (UAX 15); words whose letters mix scripts are folded to the
 * script they are read in (UTS 39). White space, case and punctuation stay. Time and memory are
 * linear in the length of the text.
 */
public final class Normalizer {
  private final ScriptFolder folder;

  /**
   * @param confusables which letters look alike; {@link Confusables#NONE} folds no script
   */
  public Normalizer(Confusables confusables) {
    folder = new ScriptFolder(confusables);
  }

  /**
   * The normal form of a text.
   *
   * @param original may hold anything, lone surrogates too
   */
  public Normalized normalize(String original) {
    if (isPlain(original)) {
      return Normalized.unchanged(original);
    }
    Normalized visible = Invisibles.drop(original);
    Normalized composed = visible.then(Composer.compose(visible.text()));
    return composed.then(folder.fold(composed.text()));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
        return false;
      }
    }
    return true;
  }
}
