package org.sweetie.models.text;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.text.Confusables;

/**
 * Letters that look alike, from the skeletons of Unicode's confusables (UTS 39) as ICU4J carries
 * them, and small capitals by their names.
 *
 * <p>Targets are the basic letters of Latin, Cyrillic and Greek.
 */
final class LookAlikes implements Confusables {
  private static final int FIRST_STRANGE = 0x250;
  private static final int LAST_STRANGE = 0xABFF;
  private static final String SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL ";

  private final Map<UnicodeScript, Map<Integer, Integer>> twins = new HashMap<>();

  LookAlikes() {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    Alphabet latin = new Alphabet(checker, 'A', 'z');
    Map<Integer, Integer> toLatin = twinsIn(latin, checker, FIRST_STRANGE, LAST_STRANGE);
    smallCapitals(toLatin);
    twins.put(UnicodeScript.LATIN, toLatin);
    Alphabet cyrillic = new Alphabet(checker, 0x410, 0x45F);
    twins.put(UnicodeScript.CYRILLIC, twinsIn(cyrillic, checker, 'A', 'z'));
    Alphabet greek = new Alphabet(checker, 0x391, 0x3C9);
    twins.put(UnicodeScript.GREEK, twinsIn(greek, checker, 'A', 'z'));
  }

  /** Whose data this is. */
  static String version() {
    return "ICU4J " + VersionInfo.ICU_VERSION;
  }

  @Override
  public int lookalike(int codePoint, UnicodeScript script) {
    return twins.getOrDefault(script, Map.of()).getOrDefault(codePoint, NO_LOOKALIKE);
  }

  private static Map<Integer, Integer> twinsIn(
      Alphabet alphabet, SpoofChecker checker, int first, int last) {
    Map<Integer, Integer> twins = new HashMap<>();
    for (int c = first; c <= last; c++) {
      // Han, Hangul and Yi have no look-alikes here and make up most of the range.
      boolean isFar = c >= 0x2E80 && c < 0xA4D0;
      Integer twin = isFar || !Character.isLetter(c) ? null : alphabet.twin(checker, c);
      if (twin != null) {
        twins.put(c, twin);
      }
    }
    return twins;
  }

  private static void smallCapitals(Map<Integer, Integer> twins) {
    for (int c = FIRST_STRANGE; c <= LAST_STRANGE; c++) {
      if (UnicodeScript.of(c) == UnicodeScript.LATIN) {
        String name = Character.getName(c);
        if (name.startsWith(SMALL_CAPITAL) && name.length() == SMALL_CAPITAL.length() + 1) {
          twins.put(c, (int) Character.toLowerCase(name.charAt(name.length() - 1)));
        }
      }
    }
  }

  /** The letters of one script by their skeletons, small and capital apart. */
  private static final class Alphabet {
    private final Map<String, Integer> small = new HashMap<>();
    private final Map<String, Integer> capital = new HashMap<>();

    Alphabet(SpoofChecker checker, int first, int last) {
      for (int c = first; c <= last; c++) {
        if (Character.isLetter(c)) {
          Map<String, Integer> side = Character.isUpperCase(c) ? capital : small;
          side.putIfAbsent(checker.getSkeleton(Character.toString(c)), c);
        }
      }
    }

    @Nullable Integer twin(SpoofChecker checker, int c) {
      String skeleton = checker.getSkeleton(Character.toString(c));
      boolean isCapital = Character.isUpperCase(c);
      Integer same = (isCapital ? capital : small).get(skeleton);
      return same != null ? same : (isCapital ? small : capital).get(skeleton);
    }
  }
}
