package org.sweetie.engine.script;

/**
 * Where matching stands in the sentence: the words matched last, and those before the element that
 * is tried now. Hidden words are passed over.
 */
final class Spot {
  /** Not placed yet: the next element may be anywhere. */
  static final int ANYWHERE = -51_200;

  /** Behind every sentence: what a match that must not be moved reports as its first word. */
  static final int FIXED = 20_000;

  private final Matcher matcher;
  private int start;
  private int end;
  private int oldStart;
  private int oldEnd;
  private boolean reverse;

  Spot(Matcher matcher) {
    this.matcher = matcher;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether matching goes backwards. */
  boolean reverse() {
    return reverse;
  }

  void direct(boolean backwards) {
    reverse = backwards;
  }

  void turn() {
    reverse = !reverse;
  }

  boolean isAnywhere() {
    return start == ANYWHERE;
  }

  void moveTo(int newStart, int newEnd) {
    start = newStart;
    end = newEnd;
  }

  /** Remembers this place as the one before the element that is tried now. */
  void remember() {
    oldStart = start;
    oldEnd = end;
  }

  void remember(int placeStart, int placeEnd) {
    oldStart = placeStart;
    oldEnd = placeEnd;
  }

  void revert() {
    start = oldStart;
    end = oldEnd;
  }

  boolean hasMoved() {
    return oldEnd != end || oldStart != start;
  }

  /** Whether what was found came right behind the place before. */
  boolean isNext() {
    return reverse ? end == oldStart - 1 : start == oldEnd + 1;
  }

  /** Where a gap that opens here begins. */
  int gapStart() {
    return Math.max(reverse ? start - 1 : end + 1, 0);
  }

  /** The size of a gap from where it began to here, without hidden words. */
  int gapFrom(int gapStart) {
    int here = here();
    Sentence sentence = matcher.sentence();
    return reverse
        ? gapStart - here - sentence.hiddenBetween(here + 1, gapStart + 1)
        : here - gapStart - sentence.hiddenBetween(gapStart, here);
  }

  private int here() {
    if (start == ANYWHERE) {
      return 1;
    }
    if (reverse) {
      end = Math.min(end, matcher.sentence().count());
      return end;
    }
    return start == FIXED ? 0 : start;
  }

  /** A match may go on by at most one word, unless a gap allows more. */
  boolean advancesLegally() {
    if (start == ANYWHERE || oldStart == ANYWHERE) {
      return true;
    }
    if (reverse) {
      return (oldStart < oldEnd && end >= oldStart - 1)
          || end >= oldEnd - 1
          || start == before(oldStart);
    }
    return (oldEnd < oldStart && start <= oldStart + 1)
        || start <= oldEnd + 1
        || start == behind(oldEnd);
  }

  /** One word further than the place before: what a group that ran both ways is taken for. */
  void moveOneWord() {
    start = reverse ? oldStart - 1 : oldEnd + 1;
    end = start;
  }

  /** Whatever a group found comes next: continuity was checked inside it. */
  void allowWhatWasFound() {
    oldEnd = reverse ? end + 1 : end - 1;
  }

  /** Moves over so many words; false when there are not as many. */
  boolean skip(int words) {
    int first = reverse ? before(start) : behind(end);
    int last = reverse ? start : end;
    for (int i = 0; i < words; i++) {
      last = reverse ? before(last) : behind(last);
    }
    if (last < 1 || last > matcher.sentence().count()) {
      return false;
    }
    start = Math.min(first, last);
    end = Math.max(first, last);
    return true;
  }

  /** Moves to the word so many before; false when the sentence does not begin as early. */
  boolean back(int words) {
    int at = end - words - 1;
    if (reverse || at < 0) {
      return false;
    }
    oldEnd = at;
    start = at + 1;
    end = at + 1;
    return true;
  }

  /** Moves before the first word that is not hidden. */
  void toStart() {
    start = behind(0) - 1;
    end = start;
  }

  /** Whether no word is left behind here. */
  boolean isAtEnd() {
    return behind(end) > matcher.sentence().count();
  }

  /** The next position behind one that is not hidden. */
  private int behind(int position) {
    int at = position + 1;
    while (matcher.sentence().isHidden(at)) {
      at++;
    }
    return at;
  }

  private int before(int position) {
    int at = position - 1;
    while (matcher.sentence().isHidden(at)) {
      at--;
    }
    return at;
  }
}
