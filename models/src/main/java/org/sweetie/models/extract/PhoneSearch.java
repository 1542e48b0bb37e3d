package org.sweetie.models.extract;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/** The search for telephone numbers in one message. */
final class PhoneSearch {
  /** Digits of the longest number with an access code. */
  static final int MOST = 17;

  private static final int WEIGHT = 50;
  private static final int SHORT = 7;
  private static final int TAIL = 16;
  private static final int TRIES = 32;
  private static final int MOST_LABELLED = 12;
  private static final int FEWEST_OF_SERVICE = 10;
  private static final Set<PhoneNumberType> SERVICES =
      Set.of(PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST);
  private static final int WORDS_BEFORE = 8;
  private static final int WORDS_AFTER = 3;

  /**
   * How many runs of one message the library searches: a third of a millisecond each. Longer lists
   * are read number by number.
   */
  private static final int MOST_SEARCHES = 2_000;

  private final PhoneFinder.Words words;
  private final Passage passage;
  private final String region;
  private final Consumer<Candidate> found;
  private int searches;

  PhoneSearch(PhoneFinder.Words words, Passage passage, String region, Consumer<Candidate> found) {
    this.words = words;
    this.passage = passage;
    this.region = region;
    this.found = found;
  }

  /** Reads a run of digits that is long enough to hold a number. */
  void read(DigitRun run) {
    boolean isCued = isCued(run);
    boolean isPrefixed = run.isPrefixed(passage);
    // Bare digits where numbers begin with 0 are dates, counts and versions: no library needed.
    boolean isDialled = isCued || isPrefixed || run.isNorthAmerican(passage);
    if (isDialled || !isPrefixAsked() || isServiceNumber(run)) {
      boolean isFound =
          whole(run, isCued)
              || written(run, isCued, Leniency.VALID)
              || (isPrefixed && written(run, isCued, Leniency.POSSIBLE));
      if (!isFound && isFree(run.start(), run.end())) {
        abroad(run, isCued).or(() -> labelled(run)).ifPresent(found);
      }
    } else if (isFree(run.start(), run.end())) {
      labelled(run).ifPresent(found);
    }
  }

  /** Grouped digits right beside "office", "fax" or the like, in use or not. */
  private Optional<Candidate> labelled(DigitRun run) {
    String raw = passage.text().substring(run.start(), run.end());
    Tokens tokens = passage.tokens();
    boolean isLabelled =
        words.labels().contains(tokens.lower(tokens.indexAfter(run.start()) - 1))
            || words.labels().contains(tokens.lower(tokens.indexAfter(run.end())));
    boolean isGrouped = run.end() - run.start() > run.digits() && run.digits() <= MOST_LABELLED;
    if (!isLabelled || !isGrouped || isDateOrVersion(raw)) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = Library.UTIL.parse(raw, region);
      String international = Library.UTIL.format(number, PhoneNumberFormat.E164);
      return Optional.of(candidate(run.start(), run.end(), international, 0.4));
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  /** Grouped digits that may be dialled without a prefix, as free numbers are in many countries. */
  private boolean isServiceNumber(DigitRun run) {
    return run.digits() >= FEWEST_OF_SERVICE
        && run.end() - run.start() > run.digits()
        && passage.at(run.start()) == '1'
        && passage.at(run.start() + 2) == '0'
        && passage.at(run.start() + 3) == '0';
  }

  /** Whether national numbers of the region begin with 0. */
  private boolean isPrefixAsked() {
    return "0".equals(Library.UTIL.getNddPrefixForRegion(region, true));
  }

  /** The usual case, one number and nothing else, without the library's own search. */
  private boolean whole(DigitRun run, boolean isCued) {
    String raw = passage.text().substring(run.start(), run.end());
    boolean isUsual =
        run.digits() <= MOST
            && (raw.startsWith("+") || raw.startsWith("0") || raw.startsWith("(0"))
            && raw.chars().allMatch(c -> Chars.isDigit((char) c) || " -.()+".indexOf(c) >= 0)
            && !isExtended(run.end());
    if (!isUsual || isDateOrVersion(raw) || !isFree(run.start(), run.end())) {
      return false;
    }
    Optional<String> number = in(region, raw);
    double score = isOutright(raw) || isCued ? 1.0 : 0.9;
    number.ifPresent(n -> found.accept(candidate(run.start(), run.end(), n, score)));
    return number.isPresent();
  }

  /** Whether an extension may follow: "x12", "ext 12", "#12". */
  private boolean isExtended(int end) {
    int i = end;
    while (i - end < 3 && (passage.at(i) == ' ' || passage.at(i) == ',')) {
      i++;
    }
    return passage.at(i) != '\0' && "xX#eE;".indexOf(passage.at(i)) >= 0;
  }

  /** Numbers among others, by the library's search: of the region, or with their country code. */
  private boolean written(DigitRun run, boolean isCued, Leniency leniency) {
    if (searches++ >= MOST_SEARCHES) {
      return false;
    }
    int from = Math.max(0, run.start() - 1);
    int to = Math.min(passage.length(), run.end() + TAIL);
    String window = passage.text().substring(from, to);
    boolean isFound = false;
    for (PhoneNumberMatch match : Library.UTIL.findNumbers(window, region, leniency, TRIES)) {
      Optional<Candidate> candidate = judge(match, from, run, isCued, leniency);
      candidate.ifPresent(found);
      isFound |= candidate.isPresent();
    }
    return isFound;
  }

  /** What the library calls valid must be given as a number; what it calls possible, outright. */
  private Optional<Candidate> judge(
      PhoneNumberMatch match, int from, DigitRun run, boolean isCued, Leniency leniency) {
    int start = from + match.start();
    int end = from + match.end();
    String raw = match.rawString();
    boolean isGiven =
        isCued
            || "+0(".indexOf(raw.charAt(0)) >= 0
            || !isPrefixAsked()
            || SERVICES.contains(Library.UTIL.getNumberType(match.number()));
    if (start >= run.end() || !isGiven || !isFree(start, end) || isDateOrVersion(raw)) {
      return Optional.empty();
    }
    String number = Library.UTIL.format(match.number(), PhoneNumberFormat.E164);
    if (leniency == Leniency.VALID) {
      return Optional.of(candidate(start, end, number, isOutright(raw) || isCued ? 1.0 : 0.9));
    }
    return raw.startsWith("+") || isFiction(number)
        ? Optional.of(candidate(start, end, number, 0.6))
        : Optional.empty();
  }

  private static boolean isOutright(String raw) {
    return raw.startsWith("+") || raw.startsWith("00");
  }

  private boolean isFiction(String number) {
    return words.fiction().stream().anyMatch(prefix -> number.startsWith(prefix, 1));
  }

  /** A number of another country without its code. */
  private Optional<Candidate> abroad(DigitRun run, boolean isCued) {
    String raw = passage.text().substring(run.start(), run.end());
    if (run.digits() > MOST || isDateOrVersion(raw)) {
      return Optional.empty();
    }
    if (run.isNorthAmerican(passage)) {
      return in("US", raw).map(n -> candidate(run.start(), run.end(), n, isCued ? 0.9 : 0.8));
    }
    return isCued
        ? words.regions().stream()
            .flatMap(r -> in(r, raw).stream())
            .findFirst()
            .map(n -> candidate(run.start(), run.end(), n, 0.5))
        : Optional.empty();
  }

  /** A valid number, or one set aside for fiction, as a region writes it. */
  private Optional<String> in(String where, String raw) {
    try {
      PhoneNumber number = Library.UTIL.parse(raw, where);
      String international = Library.UTIL.format(number, PhoneNumberFormat.E164);
      return Library.UTIL.isValidNumber(number) || isFiction(international)
          ? Optional.of(international)
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  private static Candidate candidate(int start, int end, String number, double score) {
    return Candidate.of(IdentifierType.PHONE, start, end, number, score, WEIGHT);
  }

  /** Whether what stands around a number lets it be one: no price, tag, path, decimal or name. */
  private boolean isFree(int start, int end) {
    char before = passage.at(start - 1);
    char next = passage.at(end);
    boolean isFraction = (before == '.' || before == ',') && Chars.isDigit(passage.at(start - 2));
    boolean isDecimal = (next == '.' || next == ',') && Chars.isDigit(passage.at(end + 1));
    return !Chars.isWord(before)
        && !isFraction
        && (before == '\0' || "#=_\\/@$€£%&-".indexOf(before) < 0)
        && !Chars.isWord(next)
        && (next == '\0' || "=_\\/@$€£%".indexOf(next) < 0)
        && !isDecimal;
  }

  private static boolean isDateOrVersion(String raw) {
    int dots = (int) raw.chars().filter(c -> c == '.').count();
    boolean isVersion = dots >= 3 || (dots >= 1 && raw.contains("-") && !raw.startsWith("+"));
    return isVersion || isIsoDate(raw) || isDottedDate(raw);
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

  /** Begins as a day does that is written day first: 07.01.2026, 07/01/2026. */
  private static boolean isDottedDate(String raw) {
    return raw.length() >= 10
        && raw.charAt(2) == raw.charAt(5)
        && "./-".indexOf(raw.charAt(2)) >= 0
        && (raw.startsWith("19", 6) || raw.startsWith("20", 6))
        && (raw.length() == 10 || raw.charAt(10) == ' ');
  }

  private boolean isCued(DigitRun run) {
    Tokens tokens = passage.tokens();
    int first = tokens.indexAfter(run.start());
    for (int i = Math.max(0, first - 2); i < first; i++) {
      if (words.notPhones().contains(tokens.lower(i))) {
        return false;
      }
    }
    int after = tokens.indexAfter(run.end());
    boolean isShort = run.digits() <= SHORT;
    return isCueBetween(first - WORDS_BEFORE, first, isShort)
        || isCueBetween(after, after + WORDS_AFTER, isShort);
  }

  private boolean isCueBetween(int from, int to, boolean isShort) {
    for (int i = from; i < to; i++) {
      String word = passage.tokens().lower(i);
      if (words.cues().contains(word) || (!isShort && words.weakCues().contains(word))) {
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
}
