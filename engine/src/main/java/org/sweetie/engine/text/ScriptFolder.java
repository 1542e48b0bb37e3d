package org.sweetie.engine.text;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * Folds words whose letters come from two scripts to the one they are read in.
 *
 * <p>A word of one script is never touched, so ordinary Cyrillic and Greek stay what they are. In a
 * mixed word the letters of one script must all have a twin in the other; where both directions are
 * possible the script of more letters wins, Latin on a tie. Latin letters of phonetic notation and
 * small capitals always fold: no chat is written in them.
 */
final class ScriptFolder {
  private final Confusables confusables;

  ScriptFolder(Confusables confusables) {
    this.confusables = confusables;
  }

  Normalized fold(String text) {
    if (isLatinOne(text)) {
      return Normalized.unchanged(text);
    }
    Rewriter out = new Rewriter(text);
    for (int i = 0; i < text.length(); ) {
      int end = endOfWord(text, i);
      if (end == i) {
        end = i + Character.charCount(text.codePointAt(i));
        out.copy(i, end);
      } else {
        word(text, i, end, out);
      }
      i = end;
    }
    return out.done();
  }

  private void word(String text, int start, int end, Rewriter out) {
    UnicodeScript target = target(text, start, end);
    if (target == null) {
      out.copy(start, end);
      return;
    }
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      int twin = isForeign(c, target) ? confusables.lookalike(c, target) : Confusables.NO_LOOKALIKE;
      if (twin == Confusables.NO_LOOKALIKE) {
        out.copy(i, next);
      } else {
        out.replace(i, next, Character.toString(twin));
      }
      i = next;
    }
  }

  /** The script to fold a word to; null to leave it. */
  private @Nullable UnicodeScript target(String text, int start, int end) {
    int latin = 0;
    int others = 0;
    UnicodeScript other = UnicodeScript.LATIN;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      UnicodeScript script = UnicodeScript.of(c);
      if (isForeign(c, UnicodeScript.LATIN)) {
        others++;
        other = script == UnicodeScript.LATIN ? other : script;
      } else if (script == UnicodeScript.LATIN) {
        latin++;
      }
    }
    if (others == 0 || (latin == 0 && other != UnicodeScript.LATIN)) {
      return null;
    }
    return choose(text, start, end, other, latin >= others);
  }

  private @Nullable UnicodeScript choose(
      String text, int start, int end, UnicodeScript other, boolean latinFirst) {
    UnicodeScript first = latinFirst ? UnicodeScript.LATIN : other;
    UnicodeScript second = latinFirst ? other : UnicodeScript.LATIN;
    if (folds(text, start, end, first)) {
      return first;
    }
    return folds(text, start, end, second) ? second : null;
  }

  private boolean folds(String text, int start, int end, UnicodeScript target) {
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isForeign(c, target) && confusables.lookalike(c, target) == Confusables.NO_LOOKALIKE) {
        return false;
      }
    }
    return true;
  }

  private static boolean isForeign(int c, UnicodeScript target) {
    if (isPhonetic(c)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script != target && script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
  }

  private static boolean isPhonetic(int c) {
    return (c >= 0x0250 && c <= 0x02AF)
        || (c >= 0x1D00 && c <= 0x1DBF)
        || (c >= 0xA730 && c <= 0xA731)
        || (c >= 0xA7AA && c <= 0xA7AF);
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Words.isLetter(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isLatinOne(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }
}
