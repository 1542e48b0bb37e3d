package org.sweetie.models.extract;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Postal addresses: a run of capitalised words and numbers in which a street, a flat or a box is
 * named, or that follows "address" or stands in a block of lines. The whole run is one place.
 */
final class AddressFinder implements Finder {
  private static final int WEIGHT = 26;
  private static final int LONGEST = 40;
  private static final int MOST_DIGITS = 6;
  private static final int CODE = 4;
  private static final int SHORTEST_STREET = 6;
  private static final int WORDS_BEFORE = 5;

  private final NameWords names;
  private final Set<String> streets;
  private final Set<String> streetEnds;
  private final Set<String> units;
  private final Set<String> cues;
  private final Set<String> corners;
  private final Set<String> particles;
  private final Set<String> notNames;
  private int longestEnd;

  AddressFinder(Lexicon persons, NameWords names) {
    this.names = names;
    Lexicon lexicon = Lexicon.load("addresses.txt");
    streets = PersonFinder.folded(lexicon, "street");
    streetEnds = new HashSet<>(PersonFinder.folded(lexicon, "street-end"));
    streetEnds.forEach(end -> longestEnd = Math.max(longestEnd, end.length()));
    units = PersonFinder.folded(lexicon, "unit");
    cues = PersonFinder.folded(lexicon, "address");
    corners = PersonFinder.folded(lexicon, "corner");
    particles = PersonFinder.folded(persons, "particle");
    notNames = PersonFinder.folded(persons, "not-name");
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    Words words = passage.words();
    for (int i = 0; i < words.size(); ) {
      i = isSeed(passage, words, i) ? Math.max(i + 1, run(passage, words, i, found)) : i + 1;
    }
  }

  /** A number before a name, a name before a number, or a unit before its number. */
  private boolean isSeed(Passage passage, Words words, int i) {
    boolean isLoose = isLoose(passage, words, i + 1);
    if (words.isNumber(i)) {
      return isPlainNumber(passage, words, i)
          && isLoose
          && (words.isCapital(i + 1)
              || words.isNumber(i + 1)
              || isUnit(words, i + 1)
              || isStreet(words, i + 1));
    }
    boolean isNamed = (words.isCapital(i) && !isEveryday(words, i)) || isStreet(words, i);
    return (isNamed && isLoose && isNumbered(words, i))
        || (isUnitHere(passage, words, i) && isLoose)
        || words.isAfter(corners, i, 3);
  }

  /** Whether a number follows within three words of the same line. */
  private static boolean isNumbered(Words words, int i) {
    for (int next = i + 1; next <= i + 4 && words.isJoined(next); next++) {
      if (words.isNumber(next)) {
        return true;
      }
    }
    return false;
  }

  private boolean isUnit(Words words, int i) {
    return units.contains(words.form(i));
  }

  /** A unit and its number; the two letters of a region may stand between. */
  private boolean isUnitHere(Passage passage, Words words, int i) {
    int number = words.isCapital(i + 1) && words.length(i + 1) == 2 ? i + 2 : i + 1;
    return isUnit(words, i) && words.isNumber(number) && isPlainNumber(passage, words, number);
  }

  private boolean isEveryday(Words words, int i) {
    String form = words.form(i);
    return notNames.contains(form)
        || (words.isOpening(i)
            && names.isCommon(form)
            && !streets.contains(form)
            && !isUnit(words, i));
  }

  private static boolean isPlainNumber(Passage passage, Words words, int i) {
    char before = passage.at(words.start(i) - 1);
    char next = passage.at(words.end(i));
    boolean isBound =
        before != '\0' && ("$€£#.:/+_@%-".indexOf(before) >= 0 || Chars.isWord(before));
    boolean isJoined = ".:/,-".indexOf(next) >= 0 && Chars.isDigit(passage.at(words.end(i) + 1));
    return words.length(i) <= MOST_DIGITS
        && !isBound
        && !isJoined
        && (next == '\0' || "%$€£°".indexOf(next) < 0);
  }

  /** Whether an address may run on from the word before: spaces, commas, one line's end. */
  private static boolean isLoose(Passage passage, Words words, int word) {
    if (word < 1 || word >= words.size() || words.isGenitive(word - 1)) {
      return false;
    }
    int from = words.end(word - 1);
    if (words.start(word) == from) {
      return false;
    }
    int lines = 0;
    boolean isStopped = false;
    for (int i = from; i < words.start(word); i++) {
      char c = passage.at(i);
      lines += c == '\n' ? 1 : 0;
      isStopped |= c == '.';
      if (words.start(word) - from > 12 || " ,.\n\r>\t-)\u00A0".indexOf(c) < 0) {
        return false;
      }
    }
    return lines <= 2
        && !(lines == 2 && passage.at(from) == '\n' && passage.at(from + 1) == '\n')
        && (!isStopped || lines > 0 || isShort(words, word - 1));
  }

  /** An abbreviation or a number may have a dot after it within an address. */
  private static boolean isShort(Words words, int word) {
    return words.isNumber(word) || words.length(word) <= 4;
  }

  private int run(Passage passage, Words words, int first, Consumer<Candidate> found) {
    Evidence evidence = new Evidence();
    int end = first;
    int last = first;
    while (end < words.size()
        && end - first < LONGEST
        && (end == first || isLoose(passage, words, end))) {
      if (!take(passage, words, end, first, evidence)) {
        break;
      }
      if (!particles.contains(words.form(end))) {
        last = end;
      }
      end++;
    }
    boolean isCorner = words.isAfter(corners, first, 3);
    if (last == first || !(evidence.isEnough() || isCorner || isCued(words, first, evidence))) {
      return first;
    }
    int start = words.start(first);
    int stop = words.end(last);
    String text = passage.text().substring(start, stop);
    String plain = text.replaceAll("[\\s>]+", " ").toLowerCase(Locale.ROOT);
    found.accept(
        Candidate.of(
            IdentifierType.PLACE, start, stop, plain, evidence.isEnough() ? .8 : .6, WEIGHT));
    return last + 1;
  }

  private boolean take(Passage passage, Words words, int i, int first, Evidence evidence) {
    String form = words.form(i);
    if (words.isNumber(i)) {
      boolean isLineAfterCode =
          i > first && words.isNumber(i - 1) && !words.isJoined(i) && words.length(i - 1) >= CODE;
      evidence.numbers++;
      return isPlainNumber(passage, words, i) && !isLineAfterCode;
    }
    boolean isNumbered = words.isNumber(i + 1) || words.isNumber(i - 1);
    boolean isUnitHere = isUnitHere(passage, words, i);
    evidence.units += isUnitHere ? 1 : 0;
    boolean isCapital = words.isCapital(i);
    boolean isStreet = isStreet(words, i);
    evidence.streets += isStreet && (i > first || isNumbered) ? 1 : 0;
    evidence.names += isCapital || isStreet ? 1 : 0;
    boolean isParticle =
        particles.contains(form) && i > first && i + 1 < words.size() && words.isCapital(i + 1);
    boolean isLine = i > first && hasLineBreak(passage, words.end(i - 1), words.start(i));
    return (isCapital && !(isEveryday(words, i) && i > first && !isLine && !words.isAllCapitals(i)))
        || isUnitHere
        || isStreet
        || isParticle;
  }

  private static boolean hasLineBreak(Passage passage, int from, int to) {
    for (int i = from; i < to; i++) {
      if (passage.at(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** A street's word, capitalised where anything in the text is. */
  private boolean isStreet(Words words, int i) {
    boolean isWritten =
        words.isCapital(i) || !words.hasCapitals() || !names.isCommon(words.form(i));
    return isWritten && !isShouted(words, i) && isStreet(words.form(i));
  }

  private static boolean isShouted(Words words, int i) {
    return words.length(i) > 2 && words.isAllCapitals(i) && words.isCapital(i);
  }

  private boolean isStreet(String form) {
    if (streets.contains(form)) {
      return true;
    }
    for (int length = 3; length <= longestEnd && form.length() - length >= 3; length++) {
      if (form.length() >= SHORTEST_STREET
          && streetEnds.contains(form.substring(form.length() - length))) {
        return !names.isCommon(form);
      }
    }
    return false;
  }

  /** After "address", or at the beginning of a line that is none of the first. */
  private boolean isCued(Words words, int first, Evidence evidence) {
    if (evidence.numbers < 2 || evidence.names == 0 || !words.isNumber(first)) {
      return false;
    }
    for (int i = first - 1; i >= Math.max(0, first - WORDS_BEFORE); i--) {
      if (cues.contains(words.form(i))) {
        return true;
      }
    }
    return false;
  }

  /** What a run holds that addresses have. */
  private static final class Evidence {
    private int numbers;
    private int names;
    private int streets;
    private int units;

    boolean isEnough() {
      return (streets > 0 && numbers > 0 && names > 0) || units > 0;
    }
  }
}
