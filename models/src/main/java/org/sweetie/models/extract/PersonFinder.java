package org.sweetie.models.extract;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.models.tokens.Forms;

/**
 * Names of persons: after ways to say one in any spelling, after titles, and capitalised where a
 * word of the name is a given name or ends as family names do.
 *
 * <p>The light way: word lists and shapes, no model. What says nothing but its capital is no name.
 */
final class PersonFinder implements Finder {
  private static final int WEIGHT = 20;
  private static final int WEIGHT_OF_SEVERAL = 24;
  private static final int LONGEST = 5;
  private static final int LONGEST_CUE = 4;
  private static final int SHORTEST = 3;
  private static final int SURE_ENDING = 4;

  private final NameWords names;
  private final Places places;
  private final Set<String> named;
  private final Set<String> namedEnds = new HashSet<>();
  private final Set<String> after;
  private final Set<String> greetings;
  private final Set<String> said;
  private final Set<String> titles;
  private final Set<String> by;
  private final Set<String> kin;
  private final Set<String> organisations;
  private final Set<String> notNames;
  private final Set<String> secrets;
  private final Set<String> particles;
  private final Set<String> units;
  private final Set<String> does;
  private final Set<String> labels;

  PersonFinder(Lexicon lexicon, NameWords names, Places places) {
    this.names = names;
    this.places = places;
    named = folded(lexicon, "named");
    named.forEach(cue -> namedEnds.add(cue.substring(cue.lastIndexOf('_') + 1)));
    after = folded(lexicon, "after");
    greetings = folded(lexicon, "greeting");
    said = folded(lexicon, "said");
    titles = folded(lexicon, "title");
    by = folded(lexicon, "by");
    kin = folded(lexicon, "kin");
    organisations = folded(lexicon, "organisation");
    notNames = folded(lexicon, "not-name");
    secrets = folded(lexicon, "secret");
    particles = folded(lexicon, "particle");
    does = folded(lexicon, "does");
    labels = folded(lexicon, "label");
    units = folded(Lexicon.load("addresses.txt"), "unit");
  }

  static Set<String> folded(Lexicon lexicon, String key) {
    Set<String> folded = new HashSet<>();
    lexicon.list(key).forEach(word -> folded.add(Forms.fold(word)));
    return folded;
  }

  @Override
  public void find(Passage passage, String region, Consumer<Candidate> found) {
    Words words = passage.words();
    for (int i = 0; i < words.size(); ) {
      i = Math.max(i + 1, at(passage, words, i, found));
    }
  }

  /** Reads a name that begins with a word; gives the first word after it. */
  private int at(Passage passage, Words words, int i, Consumer<Candidate> found) {
    if (words.isNumber(i)) {
      return i;
    }
    if (namedEnds.contains(words.form(i - 1)) && words.isAfter(named, i, LONGEST_CUE)) {
      int end = told(words, i);
      if (end > i) {
        return accept(passage, words, i, end, .95, found);
      }
    }
    if (!words.isCapital(i)) {
      return small(passage, words, i, found);
    }
    if (titles.contains(words.form(i - 1)) && words.isNext(i)) {
      return titled(passage, words, i, found);
    }
    int end = endOfChunk(words, i);
    if (words.isBefore(after, end, LONGEST_CUE) && !notNames.contains(words.form(i))) {
      return accept(passage, words, i, end, .9, found);
    }
    return chunk(passage, words, i, end, found);
  }

  /** Where a name ends that someone says is one; its first word where it is none. */
  private int told(Words words, int first) {
    String form = words.form(first);
    boolean isName = isSayable(words, first) && !secrets.contains(form);
    if (!isName || (!words.isCapital(first) && names.isCommon(form) && !names.isAmbiguous(form))) {
      return first;
    }
    int end = first + 1;
    boolean isCapital = words.isCapital(first);
    while (end < words.size() && end - first < LONGEST && words.isJoined(end)) {
      boolean isMore =
          isCapital
              ? words.isCapital(end) && isSayable(words, end)
              : isSayable(words, end) && !names.isCommon(words.form(end)) && isLast(words, end);
      if (!isMore && !words.isInitial(end)) {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean isSayable(Words words, int word) {
    return !words.isNumber(word)
        && words.length(word) >= 2
        && !notNames.contains(words.form(word))
        && !organisations.contains(words.form(word));
  }

  private static boolean isLast(Words words, int word) {
    return word + 1 == words.size() || !words.isJoined(word + 1);
  }

  /** A name in small letters: one that is no other word, where one is addressed or named. */
  private int small(Passage passage, Words words, int i, Consumer<Candidate> found) {
    String form = words.form(i);
    if (titles.contains(words.form(i - 1)) && words.isNext(i) && names.isGiven(form)) {
      return accept(passage, words, i, i + 1, .6, found);
    }
    boolean isNamed =
        form.length() > SHORTEST
            && words.isPlain(i)
            && names.isGiven(form)
            && !names.isWordToo(form)
            && !places.isPlace(form);
    return isNamed ? accept(passage, words, i, endOfSmall(words, i), .5, found) : i;
  }

  private int endOfSmall(Words words, int first) {
    boolean isMore =
        words.isJoined(first + 1)
            && !words.isCapital(first + 1)
            && (names.isGiven(words.form(first + 1)) || names.isFamily(words.form(first + 1), 3));
    return isMore ? first + 2 : first + 1;
  }

  /** The capitalised words that stand together from one on, particles among them. */
  private int endOfChunk(Words words, int first) {
    int end = first + 1;
    while (end - first < LONGEST && words.isJoined(end) && !units.contains(words.form(end))) {
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

  private int chunk(Passage passage, Words words, int from, int end, Consumer<Candidate> found) {
    if (titles.contains(words.form(from))) {
      boolean isTitled = words.isNext(from + 1) && !words.isNumber(from + 1);
      return isTitled ? titled(passage, words, from + 1, found) : from + 1;
    }
    if (isOpener(words, from)) {
      return from + 1;
    }
    int place = places.lengthAt(words, from);
    if (place > 1) {
      return from + place;
    }
    for (int i = from; i < end; i++) {
      if (organisations.contains(words.form(i))) {
        return end;
      }
    }
    int given = given(words, from, end);
    if (given >= 0) {
      int start = given;
      while (start > from && isUnknown(words, start - 1)) {
        start--;
      }
      int stop = given + 1;
      while (stop < end && (isPart(words, stop) || isFamilyWord(words, stop, given))) {
        stop++;
      }
      return accept(passage, words, start, stop, stop - start > 1 ? .85 : .75, found);
    }
    return guessed(passage, words, from, end, found);
  }

  /** An everyday word that has its capital from where it stands. */
  private boolean isOpener(Words words, int word) {
    String form = words.form(word);
    boolean isEveryday = names.isCommon(form) || notNames.contains(form);
    return isEveryday
        && !names.isGiven(form)
        && words.isOpening(word)
        && !(names.isAmbiguous(form) && words.isJoined(word + 1) && words.isCapital(word + 1));
  }

  private int titled(Passage passage, Words words, int first, Consumer<Candidate> found) {
    String form = words.form(first);
    if (!words.isCapital(first)) {
      return names.isGiven(form) ? accept(passage, words, first, first + 1, .7, found) : first;
    }
    int end = endOfChunk(words, first);
    return words.length(first) > 1 && !notNames.contains(form)
        ? accept(passage, words, first, end, .9, found)
        : end;
  }

  /** The first given name of a chunk; one that is also a word needs an unknown word beside it. */
  private int given(Words words, int from, int end) {
    for (int i = from; i < end; i++) {
      String form = words.form(i);
      boolean isSure = names.isGiven(form) && !names.isPeople(form) && !places.isPlace(form);
      boolean isLikely =
          names.isAmbiguous(form)
              && ((i + 1 < end && isFamilyLike(words, i + 1, end))
                  || (i > from && words.isInitial(i - 1))
                  || (!names.isCommon(form) && !words.isOpening(i) && !words.isAllCapitals(i)));
      if (words.length(i) > 1 && (isSure || isLikely)) {
        return i;
      }
    }
    return -1;
  }

  /** What may follow a given name: an unknown word, another name, an initial before one. */
  private boolean isFamilyLike(Words words, int word, int end) {
    return isUnknown(words, word)
        || (names.isAmbiguous(words.form(word)) && !names.isPeople(words.form(word)))
        || (words.isInitial(word) && word + 1 < end && words.length(word + 1) > 1);
  }

  private boolean isUnknown(Words words, int word) {
    String form = words.form(word);
    return words.length(word) > 1
        && !names.isCommon(form)
        && !notNames.contains(form)
        && !names.isPeople(form)
        && !places.isPlace(form);
  }

  private boolean isPart(Words words, int word) {
    String form = words.form(word);
    return words.isInitial(word)
        || isUnknown(words, word)
        || names.isAmbiguous(form)
        || particles.contains(form)
        || form.matches("ii|iii|iv|jr|sr|[dmp][dh][ds]");
  }

  /** An everyday word right after a given name is a family name where it has a capital. */
  private boolean isFamilyWord(Words words, int word, int given) {
    String form = words.form(word);
    return word == given + 1
        && words.length(word) >= SHORTEST
        && !notNames.contains(form)
        && !names.isPeople(form)
        && !places.isPlace(form);
  }

  /** No given name is known: endings, initials and what stands beside must say it. */
  private int guessed(Passage passage, Words words, int from, int end, Consumer<Candidate> found) {
    boolean isPlain = true;
    boolean isFamily = false;
    boolean hasInitial = false;
    for (int i = from; i < end; i++) {
      isPlain &=
          words.isInitial(i)
              || (isUnknown(words, i) && words.isTitled(i))
              || particles.contains(words.form(i));
      isFamily |= names.isFamily(words.form(i), end - from > 1 ? 2 : SURE_ENDING);
      hasInitial |= i > from && i + 1 < end && words.isInitial(i);
    }
    if (!isPlain || words.form(from).length() < SHORTEST) {
      return from + 1;
    }
    if (end - from > 1 && (isFamily || hasInitial)) {
      return accept(passage, words, from, end, .7, found);
    }
    boolean isGuess =
        isFamily
            || isSaidOf(words, from, end)
            || isSignature(passage, words, from, end)
            || isListed(passage, words, from, end)
            || isSpeaker(passage, words, from, end)
            || (labels.contains(words.form(from - 1)) && words.isNext(from));
    if (end - from <= 3 && !words.isAllCapitals(from) && isGuess) {
      return accept(passage, words, from, end, .55, found);
    }
    return end;
  }

  /** One of several, beside a name that is known: "Anna, Xyz and Peter". */
  private boolean isListed(Passage passage, Words words, int from, int end) {
    boolean isLinkedBack = isLink(passage, words, from) && names.isGiven(words.form(from - 1));
    int skipped = words.form(from - 1).equals("and") ? from - 2 : from - 1;
    boolean isAfterAnd =
        skipped == from - 2 && words.isNext(from) && names.isGiven(words.form(skipped));
    int next = words.form(end).equals("and") ? end + 1 : end;
    boolean isLinked = next > end ? words.isNext(end) : isLink(passage, words, end);
    boolean isBefore = isLinked && words.isCapital(next) && names.isGiven(words.form(next));
    return end - from == 1 && (isLinkedBack || isAfterAnd || isBefore);
  }

  /** A comma and a space stand before a word. */
  private static boolean isLink(Passage passage, Words words, int word) {
    return word > 0
        && word < words.size()
        && passage.at(words.start(word) - 1) == ' '
        && passage.at(words.start(word) - 2) == ','
        && words.start(word) - words.end(word - 1) == 2;
  }

  /** A colon and a quote follow at the beginning of a line: who speaks. */
  private static boolean isSpeaker(Passage passage, Words words, int from, int end) {
    int colon = words.end(end - 1);
    char next = passage.at(colon + 1) == ' ' ? passage.at(colon + 2) : passage.at(colon + 1);
    return words.isOpening(from) && passage.at(colon) == ':' && (next == '"' || next == '\u201C');
  }

  /** Two or three words alone on a line of several lines, as a letter is signed. */
  private static boolean isSignature(Passage passage, Words words, int from, int end) {
    int before = words.start(from) - 1;
    while (passage.at(before) == ' ' || passage.at(before) == '>') {
      before--;
    }
    int next = words.end(end - 1);
    boolean isLine = (before < 0 || passage.at(before) == '\n') && passage.at(next) == '\n';
    return end - from > 1 && isLine && passage.text().indexOf('\n', next + 1) > 0;
  }

  private boolean isSaidOf(Words words, int from, int end) {
    String before = words.isNext(from) ? words.form(from - 1) : "";
    String next = words.isNext(end) ? words.form(end) : "";
    boolean isOwner = words.isGenitive(end - 1) && kin.contains(next);
    boolean isSeveral = end - from > 1;
    return greetings.contains(before)
        || said.contains(before)
        || isOwner
        || said.contains(next)
        || (isSeveral && (by.contains(before) || does.contains(next)));
  }

  private static int accept(
      Passage passage, Words words, int first, int end, double score, Consumer<Candidate> found) {
    int start = words.start(first);
    int stop = words.end(end - 1);
    String name = passage.text().substring(start, stop);
    int weight = end - first > 1 ? WEIGHT_OF_SEVERAL : WEIGHT;
    found.accept(Candidate.of(IdentifierType.PERSON_NAME, start, stop, name, score, weight));
    return end;
  }
}
