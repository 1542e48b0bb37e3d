package org.sweetie.models.text;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.engine.text.Confusables;

/**
 * Letters that look alike, from the skeletons of Unicode's confusables (UTS 39) as ICU4J carries
 * them, and small capitals by their names.
 *
 * <p>Targets are the basic letters of Latin, Cyrillic and Greek. ICU's data is loaded when the
 * first word of mixed scripts comes along, and each answer is kept: most programs run need neither.
 */
public final class LookAlikes implements Confusables {
  private static final String SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL ";

  private final Map<Integer, Integer> toLatin = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> toCyrillic = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> toGreek = new ConcurrentHashMap<>();

  /** Whose data this is. */
  static String version() {
    return "ICU4J " + VersionInfo.ICU_VERSION;
  }

  @Override
  public int lookalike(int codePoint, UnicodeScript script) {
    return switch (script) {
      case LATIN -> toLatin.computeIfAbsent(codePoint, LookAlikes::latin);
      case CYRILLIC -> toCyrillic.computeIfAbsent(codePoint, Skeletons.CYRILLIC::twin);
      case GREEK -> toGreek.computeIfAbsent(codePoint, Skeletons.GREEK::twin);
      default -> NO_LOOKALIKE;
    };
  }

  private static int latin(int c) {
    int small = UnicodeScript.of(c) == UnicodeScript.LATIN ? smallCapital(c) : NO_LOOKALIKE;
    return small == NO_LOOKALIKE ? Skeletons.LATIN.twin(c) : small;
  }

  private static int smallCapital(int c) {
    String name = Character.getName(c);
    return name.startsWith(SMALL_CAPITAL) && name.length() == SMALL_CAPITAL.length() + 1
        ? Character.toLowerCase(name.charAt(name.length() - 1))
        : NO_LOOKALIKE;
  }

  /** The alphabets, built on first use. */
  private static final class Skeletons {
    static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    static final Alphabet LATIN = new Alphabet('A', 'z');
    static final Alphabet CYRILLIC = new Alphabet(0x410, 0x45F);
    static final Alphabet GREEK = new Alphabet(0x391, 0x3C9);

    private Skeletons() {}
  }

  /** The letters of one script by their skeletons, small and capital apart. */
  private static final class Alphabet {
    private final Map<String, Integer> small = new HashMap<>();
    private final Map<String, Integer> capital = new HashMap<>();

    Alphabet(int first, int last) {
      for (int c = first; c <= last; c++) {
        if (Character.isLetter(c)) {
          Map<String, Integer> side = Character.isUpperCase(c) ? capital : small;
          side.putIfAbsent(Skeletons.CHECKER.getSkeleton(Character.toString(c)), c);
        }
      }
    }

    int twin(int c) {
      String skeleton = Skeletons.CHECKER.getSkeleton(Character.toString(c));
      boolean isCapital = Character.isUpperCase(c);
      Map<String, Integer> other = isCapital ? small : capital;
      return (isCapital ? capital : small)
          .getOrDefault(skeleton, other.getOrDefault(skeleton, NO_LOOKALIKE));
    }
  }
}
