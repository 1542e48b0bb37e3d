package org.sweetie.models.extract;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Telephone numbers, found and validated by libphonenumber, in E.164.
 *
 * <p>Only runs that hold enough digits are shown to the library. What it finds must also look like
 * a number someone gives: a bare string of digits needs its prefix, or a word such as "call"
 * nearby. A number of another country written without its code is read when such a word stands by.
 */
final class PhoneFinder implements Finder {
  private static final int WEIGHT = 50;
  private static final int FEWEST = 7;
  private static final int MOST = 17;
  private static final int MOST_TOGETHER = 60;
  private static final int WIDEST_GAP = 4;
  private static final int TAIL = 16;
  private static final int TRIES = 32;
  private static final int WORDS_BEFORE = 8;
  private static final int WORDS_AFTER = 3;
  private static final String SEPARATORS = " -./()[]+~\u2010\u2011\u2012\u2013\u2014\u2212\u00A0\t";

  private final Set<String> cues;
  private final Set<String> notPhones;
  private final List<String> regions;
  private final List<String> fiction;

  PhoneFinder() {
    Lexicon lexicon = Lexicon.load("phones.txt");
    cues = lexicon.set("cue");
    notPhones = lexicon.set("not-phone");
    regions = lexicon.list("region");
    fiction = lexicon.list("fiction");
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    for (int i = 0; i < passage.length(); ) {
      if (!Chars.isDigit(passage.at(i))) {
        i++;
        continue;
      }
      DigitRun run = DigitRun.at(passage, i);
      if (run.digits() >= FEWEST && run.digits() <= MOST_TOGETHER) {
        run(passage, run, region, found);
      } else if (run.digits() > MOST_TOGETHER) {
        run.pieces(passage).stream()
            .filter(piece -> piece.digits() >= FEWEST + 2 && piece.digits() <= MOST)
            .forEach(piece -> run(passage, piece, region, found));
      }
      i = run.end();
    }
  }

  private void run(Passage passage, DigitRun run, String region, Consumer<Candidate> found) {
    boolean isCued = isCued(passage, run);
    boolean isFound = false;
    int from = Math.max(0, run.start() - 1);
    int to = Math.min(passage.length(), run.end() + TAIL);
    String window = passage.text().substring(from, to);
    for (PhoneNumberMatch match :
        Library.UTIL.findNumbers(window, region, Leniency.POSSIBLE, TRIES)) {
      int start = from + match.start();
      int end = from + match.end();
      if (start < run.end() && isFree(passage, start, end)) {
        Optional<Candidate> candidate = national(passage, match, start, end, region, isCued);
        candidate.ifPresent(found);
        isFound |= candidate.isPresent();
      }
    }
    if (!isFound && isFree(passage, run.start(), run.end())) {
      abroad(passage, run, isCued).ifPresent(found);
    }
  }

  /** A number of the region asked for, or one with its country code. */
  private Optional<Candidate> national(
      Passage passage, PhoneNumberMatch match, int start, int end, String region, boolean isCued) {
    PhoneNumber number = match.number();
    String international = Library.UTIL.format(number, PhoneNumberFormat.E164);
    boolean isFiction = fiction.stream().anyMatch(p -> international.startsWith(p, 1));
    String raw = passage.text().substring(start, end);
    boolean isValid =
        isFiction
            || (Library.UTIL.isValidNumber(number)
                && !isDateOrVersion(raw)
                && Leniency.VALID.name().equals(leniency(number, raw, region)));
    boolean isGiven = raw.startsWith("+") || raw.startsWith("0") || raw.startsWith("(") || isCued;
    boolean isOutright = raw.startsWith("+") || raw.startsWith("00") || isCued;
    return isValid && isGiven
        ? Optional.of(candidate(start, end, international, isOutright ? 1.0 : 0.9))
        : Optional.empty();
  }

  private static String leniency(PhoneNumber number, String raw, String region) {
    return Library.UTIL.findNumbers(raw, region, Leniency.VALID, 1).iterator().hasNext()
        ? Leniency.VALID.name()
        : Leniency.POSSIBLE.name();
  }

  /** A number of another country without its code. */
  private Optional<Candidate> abroad(Passage passage, DigitRun run, boolean isCued) {
    String raw = passage.text().substring(run.start(), run.end());
    if (run.digits() > MOST || isDateOrVersion(raw)) {
      return Optional.empty();
    }
    if (run.isNorthAmerican(passage)) {
      return in("US", raw).map(n -> candidate(run.start(), run.end(), n, isCued ? 0.9 : 0.8));
    }
    return isCued
        ? regions.stream()
            .flatMap(r -> in(r, raw).stream())
            .findFirst()
            .map(n -> candidate(run.start(), run.end(), n, 0.5))
        : Optional.empty();
  }

  private static Optional<String> in(String region, String raw) {
    try {
      PhoneNumber number = Library.UTIL.parse(raw, region);
      return Library.UTIL.isValidNumber(number)
          ? Optional.of(Library.UTIL.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  private static Candidate candidate(int start, int end, String number, double score) {
    return Candidate.of(IdentifierType.PHONE, start, end, number, score, WEIGHT);
  }

  /** Whether what stands around a number lets it be one: no price, tag, path, decimal or name. */
  private static boolean isFree(Passage passage, int start, int end) {
    char before = passage.at(start - 1);
    char next = passage.at(end);
    boolean isDecimal = (next == '.' || next == ',') && Chars.isDigit(passage.at(end + 1));
    return !Chars.isWord(before)
        && (before == '\0' || "#=_\\/@.,$€£%&-".indexOf(before) < 0)
        && !Chars.isWord(next)
        && (next == '\0' || "=_\\/@$€£%".indexOf(next) < 0)
        && !isDecimal;
  }

  private static boolean isDateOrVersion(String raw) {
    int dots = (int) raw.chars().filter(c -> c == '.').count();
    boolean isVersion = dots >= 3 || (dots >= 1 && raw.contains("-") && !raw.startsWith("+"));
    return isVersion || isIsoDate(raw);
  }

  /** Begins as a day does: four digits, two digits, two digits. */
  private static boolean isIsoDate(String raw) {
    return raw.length() >= 10
        && (raw.startsWith("19") || raw.startsWith("20"))
        && !Chars.isDigit(raw.charAt(4))
        && !Chars.isDigit(raw.charAt(7))
        && Chars.isDigit(raw.charAt(5))
        && Chars.isDigit(raw.charAt(8));
  }

  private boolean isCued(Passage passage, DigitRun run) {
    Tokens tokens = passage.tokens();
    int first = tokens.indexAfter(run.start());
    for (int i = Math.max(0, first - 2); i < first; i++) {
      if (notPhones.contains(tokens.lower(i))) {
        return false;
      }
    }
    int after = tokens.indexAfter(run.end());
    for (int i = Math.max(0, first - WORDS_BEFORE); i < after + WORDS_AFTER; i++) {
      if (i >= first && i < after) {
        continue;
      }
      if (cues.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Loaded with the first run of digits: the metadata takes its time. */
  private static final class Library {
    static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private Library() {}
  }

  /** Digits and what may stand between the digits of one number. */
  private record DigitRun(int start, int end, int digits) {
    static DigitRun at(Passage passage, int first) {
      int start = first;
      while (first - start < 3 && "+(".indexOf(passage.at(start - 1)) >= 0 && start > 0) {
        start--;
      }
      int end = first;
      int digits = 0;
      for (int i = first; i - end <= WIDEST_GAP && i < passage.length(); i++) {
        char c = passage.at(i);
        if (Chars.isDigit(c)) {
          digits++;
          end = i + 1;
        } else if (SEPARATORS.indexOf(c) < 0) {
          break;
        }
      }
      return new DigitRun(start, end, digits);
    }

    /** The parts of an endless run between its spaces. */
    List<DigitRun> pieces(Passage passage) {
      java.util.ArrayList<DigitRun> pieces = new java.util.ArrayList<>();
      int from = start;
      int count = 0;
      for (int i = start; i <= end; i++) {
        if (i == end || Chars.isSpace(passage.at(i))) {
          if (count > 0) {
            pieces.add(new DigitRun(from, i, count));
          }
          from = i + 1;
          count = 0;
        } else if (Chars.isDigit(passage.at(i))) {
          count++;
        }
      }
      return pieces;
    }

    /** Three, three and four digits, set apart; a 1 may stand before them. */
    boolean isNorthAmerican(Passage passage) {
      StringBuilder groups = new StringBuilder();
      int length = 0;
      for (int i = start; i <= end; i++) {
        if (i < end && Chars.isDigit(passage.at(i))) {
          length++;
        } else if (length > 0) {
          groups.append(length).append(' ');
          length = 0;
        }
      }
      String shape = groups.toString();
      return shape.equals("3 3 4 ") || shape.equals("1 3 3 4 ");
    }
  }
}
