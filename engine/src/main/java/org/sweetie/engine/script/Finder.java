package org.sweetie.engine.script;

/** Finds marks and words in the sentence at hand: the next one behind or before a place. */
final class Finder {
  private final Matcher matcher;
  private int start;
  private int end;

  Finder(Matcher matcher) {
    this.matcher = matcher;
  }

  /** Where what was found last begins. */
  int start() {
    return start;
  }

  /** Where what was found last ends. */
  int end() {
    return end;
  }

  /**
   * Finds the next place of a mark.
   *
   * @param from only behind this position, or before it when looking backwards
   * @param within at most so many words further on; zero for any number
   */
  boolean find(int mark, int from, boolean typed, boolean backwards, int within) {
    int place = next(mark, from, typed, backwards);
    return place != Marks.NOWHERE && take(place, from, backwards, within);
  }

  /** Finds whichever of several marks comes first; the longer one where two start together. */
  boolean findSoonest(int[] wanted, int from, boolean typed, boolean backwards, int within) {
    Marks marks = marks();
    int best = Marks.NOWHERE;
    for (int mark : wanted) {
      matcher.steps().spend();
      int place = next(mark, from, typed, backwards);
      if (place != Marks.NOWHERE
          && (best == Marks.NOWHERE || isSooner(marks, place, best, backwards))) {
        best = place;
      }
    }
    return best != Marks.NOWHERE && take(best, from, backwards, within);
  }

  /** Finds the next place of a mark where a relation holds. */
  boolean findWhere(
      int mark, int from, boolean typed, boolean backwards, Relation relation, Operand right) {
    int place = next(mark, from, typed, backwards);
    while (place != Marks.NOWHERE) {
      String said = sentence().text(marks().start(place), marks().end(place), typed);
      if (relation.holds(Operand.text(said), right, matcher.conversation())) {
        return take(place, from, backwards, 0);
      }
      place = next(mark, marks().start(place), typed, backwards);
    }
    return false;
  }

  /** Finds words that are only known now. */
  boolean findText(String text, int from, boolean typed) {
    String[] wanted = Fold.word(text).split("[ _]", -1);
    for (int i = Math.max(from + 1, 1); i <= sentence().count(); i++) {
      matcher.steps().spend();
      if (isSaidAt(wanted, i, typed)) {
        start = i;
        end = i + wanted.length - 1;
        return true;
      }
    }
    return false;
  }

  private Sentence sentence() {
    return matcher.sentence();
  }

  private Marks marks() {
    return sentence().marks();
  }

  private boolean take(int place, int from, boolean backwards, int within) {
    int distance = marks().start(place) - from;
    if (within > 0 && !backwards && distance > within) {
      return false;
    }
    start = marks().start(place);
    end = marks().end(place);
    return true;
  }

  private static boolean isSooner(Marks marks, int place, int than, boolean backwards) {
    if (marks.start(place) == marks.start(than)) {
      return marks.end(place) > marks.end(than);
    }
    return marks.start(place) < marks.start(than) != backwards;
  }

  private int next(int mark, int from, boolean typed, boolean backwards) {
    Marks marks = marks();
    int best = Marks.NOWHERE;
    for (int place = marks.first(mark); place != Marks.NOWHERE; place = marks.after(place)) {
      matcher.steps().spend();
      if (typed && !marks.typed(place)) {
        continue;
      }
      if (!backwards && marks.start(place) > from) {
        return place;
      }
      if (backwards && marks.start(place) < from) {
        best = place;
      }
    }
    return best;
  }

  private boolean isSaidAt(String[] wanted, int at, boolean typed) {
    if (at + wanted.length - 1 > sentence().count()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      Sentence.Word word = sentence().word(at + i);
      if (!wanted[i].equals(word.folded())
          && (typed || !wanted[i].equals(Fold.word(word.canonical())))) {
        return false;
      }
    }
    return true;
  }
}
