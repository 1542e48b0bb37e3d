package org.sweetie.models.extract;

import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Names of places: those of the list, and capitalised words after words that someone's home or
 * whereabouts follow.
 */
final class PlaceFinder implements Finder {
  private static final int WEIGHT = 22;
  private static final int CUED = 25;
  private static final int LONGEST = 5;
  private static final int LONGEST_CUE = 3;
  private static final int SHORTEST_SMALL = 4;

  private final Places places;
  private final NameWords names;
  private final Set<String> home;
  private final Set<String> where;
  private final Set<String> dwelling;
  private final Set<String> particles;
  private final Set<String> notNames;

  PlaceFinder(Lexicon persons, NameWords names, Places places) {
    this.places = places;
    this.names = names;
    Lexicon lexicon = Lexicon.load("addresses.txt");
    home = PersonFinder.folded(lexicon, "at-home");
    dwelling = PersonFinder.folded(lexicon, "dwelling");
    where = PersonFinder.folded(lexicon, "in-place");
    particles = PersonFinder.folded(persons, "particle");
    notNames = PersonFinder.folded(persons, "not-name");
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    Words words = passage.words();
    for (int i = 0; i < words.size(); ) {
      i = words.isNumber(i) ? i + 1 : Math.max(i + 1, at(passage, words, i, found));
    }
  }

  private int at(Passage passage, Words words, int i, Consumer<Candidate> found) {
    boolean isCapital = words.isCapital(i);
    int listed = places.lengthAt(words, i);
    if (listed > 0 && (isCapital || isSmallPlace(words, i, listed))) {
      int end = isCapital ? grown(words, i + listed) : i + listed;
      return accept(passage, words, i, end, isCapital ? .85 : .6, WEIGHT, found);
    }
    boolean isHome = words.isAfter(home, i, LONGEST_CUE);
    boolean isKnown = isHome || (isCapital && words.isAfter(where, i, LONGEST_CUE));
    if (!isKnown && !(isCapital && isAboveCountry(passage, words, i))) {
      return i;
    }
    if (isCapital) {
      int end = endOfChunk(words, i);
      boolean isWord =
          end - i == 1 && names.isCommon(words.form(i)) && !places.isAmbiguous(words.form(i));
      boolean isPerson = names.isGiven(words.form(i)) && end - i == 1;
      boolean isName =
          words.length(i) > 1 && !isWord && !isPerson && !notNames.contains(words.form(i));
      return isName ? accept(passage, words, i, end, .6, CUED, found) : i;
    }
    boolean isDwelling = words.isAfter(dwelling, i, LONGEST_CUE);
    return isDwelling && isUnknown(words, i)
        ? accept(passage, words, i, i + 1, .5, CUED, found)
        : i;
  }

  /** Alone on a line, and the next line begins with a place that is known. */
  private boolean isAboveCountry(Passage passage, Words words, int i) {
    int end = endOfChunk(words, i);
    int stop = words.end(end - 1);
    return passage.at(words.start(i) - 1) == '\n'
        && passage.at(stop) == '\n'
        && places.lengthAt(words, end) > 0
        && words.isCapital(end)
        && words.start(end) - stop <= 3;
  }

  private boolean isSmallPlace(Words words, int i, int listed) {
    String form = words.form(i);
    return words.isPlain(i)
        && form.length() > SHORTEST_SMALL
        && (listed > 1 || !names.isCommon(form));
  }

  private boolean isUnknown(Words words, int i) {
    String form = words.form(i);
    return form.length() > SHORTEST_SMALL
        && !names.isCommon(form)
        && !names.isGiven(form)
        && !notNames.contains(form)
        && form.charAt(0) < 0x370;
  }

  /** A listed name may be the first part of a longer one: "Kobenhavn V", "Porto Alegre". */
  private static int grown(Words words, int end) {
    return end < words.size() && words.isJoined(end) && words.isInitial(end) ? end + 1 : end;
  }

  private int endOfChunk(Words words, int first) {
    int end = first + 1;
    while (end - first < LONGEST && words.isJoined(end)) {
      if (words.isCapital(end)) {
        end++;
      } else if (particles.contains(words.form(end))
          && words.isJoined(end + 1)
          && words.isCapital(end + 1)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  private static int accept(
      Passage passage,
      Words words,
      int first,
      int end,
      double score,
      int weight,
      Consumer<Candidate> found) {
    int start = words.start(first);
    int stop = words.end(end - 1);
    String place = passage.text().substring(start, stop);
    found.accept(Candidate.of(IdentifierType.PLACE, start, stop, place, score, weight));
    return end;
  }
}
