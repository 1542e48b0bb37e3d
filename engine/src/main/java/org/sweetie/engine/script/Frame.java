package org.sweetie.engine.script;

import java.util.List;
import org.sweetie.engine.script.PatternElement.AtCapture.Way;
import org.sweetie.engine.script.PatternElement.Gap;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/**
 * Matching of one group of a pattern. It follows ChatScript's matcher step for step (its
 * patternSystem.cpp): no backtracking except that a pattern which found a first word and failed
 * later is tried again behind that word.
 */
final class Frame {
  /** Not placed yet: the next element may be anywhere. */
  static final int ANYWHERE = -51_200;

  /** A first match that must not be moved. */
  private static final int FIXED = 20_000;

  private static final int NO_LIMIT = 200;

  /** How the start may move: as ChatScript's {@code rebindable}. */
  private enum Freedom {
    NONE,
    MOVABLE,
    AFTER_GAP,
    PLACED
  }

  private final Matcher matcher;
  private final int depth;
  private Kind kind = Kind.SEQUENCE;
  private Freedom freedom = Freedom.NONE;
  private int startPosition;
  private int slidingStart;
  private int basicStart;
  private int positionStart;
  private int positionEnd;
  private int oldStart;
  private int oldEnd;
  private int firstMatched;
  private int beginMatch;
  private boolean reverse;
  private boolean foundWord;
  private boolean nestedMiss;
  private int capturesBefore;

  /** Which way a gap that goes both ways is tried. */
  private enum Both {
    NO,
    BACK,
    FORTH
  }

  private Both both = Both.NO;
  private int bothIndex;
  private int bothSlot;
  private int bothCaptures;

  // A gap that the next element must respect, and what is being memorised.
  private boolean gap;
  private int gapStart;
  private int gapLimit;
  private int gapSlot = Captures.NONE;
  private int wordSlot = Captures.NONE;
  private boolean inheritedGap;
  private int inheritedStart;
  private int inheritedLimit;

  private int returnStart;
  private int returnEnd;

  Frame(Matcher matcher, int depth) {
    this.matcher = matcher;
    this.depth = depth;
  }

  Sentence sentence() {
    return matcher.sentence();
  }

  Conversation conversation() {
    return matcher.conversation();
  }

  /** Where the first word of a match was, for a rule that is tried again; zero when nowhere. */
  int firstMatched() {
    return firstMatched > 0 && firstMatched < FIXED ? firstMatched : 0;
  }

  /** Matches a whole pattern behind a position. */
  boolean matchTop(Group pattern, int after) {
    open(pattern.kind(), Freedom.MOVABLE, after, 0, 0, false);
    clearGap();
    inheritedGap = false;
    return run(pattern.items());
  }

  private void open(Kind groupKind, Freedom how, int after, int from, int to, boolean backwards) {
    kind = groupKind;
    freedom = how;
    startPosition = after;
    basicStart = after;
    positionStart = how == Freedom.MOVABLE ? ANYWHERE : from;
    slidingStart = how == Freedom.MOVABLE ? ANYWHERE : after;
    positionEnd = after;
    reverse = backwards;
    firstMatched = -1;
    beginMatch = -1;
    both = Both.NO;
    capturesBefore = matcher.captures().next();
    wordSlot = Captures.NONE;
    gapSlot = Captures.NONE;
  }

  private boolean run(List<PatternItem> items) {
    int i = 0;
    while (true) {
      matcher.steps().spend();
      if (i == items.size()) {
        return close();
      }
      PatternItem item = items.get(i);
      boolean matched = element(item);
      if (item.element() instanceof Gap opened) {
        lookBothWays(opened, i + 1);
      } else if (both != Both.NO && turnsAround(matched)) {
        i = bothIndex;
        continue;
      }
      if (kind == Kind.SEQUENCE || kind == Kind.UNORDERED) {
        if (!matched) {
          if (!mayMoveOn()) {
            return false;
          }
          startOver();
          i = 0;
          continue;
        }
        if (kind == Kind.UNORDERED) {
          positionEnd = startPosition;
          positionStart = ANYWHERE;
        }
      } else if (matched && !(item.element() instanceof Gap)) {
        return succeed(false);
      }
      i++;
    }
  }

  /** {@code *~3b}: what follows is looked for before this place first, then behind it. */
  private void lookBothWays(Gap opened, int next) {
    if (!opened.bothWays()) {
      return;
    }
    both = Both.BACK;
    bothIndex = next;
    bothSlot = gapSlot;
    bothCaptures = matcher.captures().next();
    reverse = !reverse;
    gapStart = reverse ? positionStart - 1 : positionEnd + 1;
  }

  /** Whether the element behind a gap that goes both ways must be looked for the other way. */
  private boolean turnsAround(boolean matched) {
    boolean wasBack = both == Both.BACK;
    if (wasBack) {
      reverse = !reverse;
    }
    both = wasBack && !matched ? Both.FORTH : Both.NO;
    if (both == Both.NO) {
      return false;
    }
    gap = true;
    gapSlot = bothSlot;
    gapStart = reverse ? positionStart - 1 : positionEnd + 1;
    matcher.captures().rewind(bothCaptures);
    return true;
  }

  private boolean mayMoveOn() {
    return kind == Kind.SEQUENCE
        && freedom == Freedom.MOVABLE
        && firstMatched > 0
        && firstMatched < FIXED;
  }

  private void startOver() {
    reverse = false;
    both = Both.NO;
    matcher.captures().rewind(capturesBefore);
    basicStart = firstMatched;
    positionEnd = firstMatched;
    firstMatched = -1;
    beginMatch = -1;
    positionStart = ANYWHERE;
    clearGap();
  }

  private void clearGap() {
    gap = false;
    gapSlot = Captures.NONE;
    wordSlot = Captures.NONE;
  }

  /** One item with its prefixes; true when the group may go on. */
  private boolean element(PatternItem item) {
    if (item.memorised()) {
      reserve(item);
    }
    oldStart = positionStart;
    oldEnd = positionEnd;
    foundWord = false;
    nestedMiss = false;
    if (item.element() instanceof Gap opened) {
      openGap(opened);
      return true;
    }
    boolean matched = item.element().find(this, item);
    boolean wanted = !(item.not() || nestedMiss);
    boolean inverted = !wanted && matched;
    if (inverted) {
      matched = item.notNext() && !isNext();
      positionStart = oldStart;
      positionEnd = oldEnd;
    }
    boolean spans = matched && gap && hasMoved();
    boolean legalGap = spans && gapIsLegal();
    if (spans && isGapTooLong()) {
      matched = false;
      gap = false;
      gapSlot = Captures.NONE;
    }
    if (matched) {
      settle(wanted);
    } else {
      revert(item);
    }
    if (!wanted && !inverted) {
      matched = true;
    }
    return advances(matched, legalGap);
  }

  private void reserve(PatternItem item) {
    if (positionStart - positionEnd == 1 && !reverse) {
      positionEnd = positionStart;
    } else if (positionEnd - positionStart == 1 && reverse) {
      positionStart = positionEnd;
    }
    int slot = matcher.captures().reserve();
    if (item.element() instanceof Gap) {
      gapSlot = slot;
    } else {
      wordSlot = slot;
    }
  }

  private void openGap(Gap opened) {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
    gap = true;
    gapStart = reverse ? positionStart - 1 : positionEnd + 1;
    gapLimit = opened.most() < 0 ? NO_LIMIT : opened.most();
    if (opened.most() < 0 && positionStart == 0) {
      positionStart = ANYWHERE;
    }
  }

  private boolean isNext() {
    return reverse ? positionEnd == oldStart - 1 : positionStart == oldEnd + 1;
  }

  /** Where the match is, for measuring a gap. */
  private int here() {
    if (reverse) {
      positionEnd = Math.min(positionEnd, sentence().count());
      return positionEnd;
    }
    return positionStart == ANYWHERE ? 1 : positionStart;
  }

  private boolean gapIsLegal() {
    int length = reverse ? gapStart - here() : here() - gapStart;
    return length >= 0 && length <= gapLimit;
  }

  private boolean isGapTooLong() {
    return (reverse ? gapStart - here() : here() - gapStart) > gapLimit;
  }

  private void settle(boolean wanted) {
    if (wanted && foundWord && beginMatch == -1) {
      beginMatch = positionStart;
    }
    if (!hasMoved()) {
      // A test such as $name does not close a gap.
      wordSlot = Captures.NONE;
      return;
    }
    if (gapSlot != Captures.NONE || wordSlot != Captures.NONE) {
      memorise();
    }
    clearGap();
  }

  private boolean hasMoved() {
    return oldEnd != positionEnd || oldStart != positionStart;
  }

  private void memorise() {
    if (positionStart == ANYWHERE) {
      positionStart = 1;
    }
    Captures captures = matcher.captures();
    if (gapSlot != Captures.NONE) {
      if (reverse) {
        captures.set(gapSlot, sentence(), positionEnd + 1, gapStart);
      } else {
        captures.set(gapSlot, sentence(), gapStart, positionStart - 1);
        positionEnd = Math.max(positionEnd, positionStart - 1);
      }
    }
    if (wordSlot != Captures.NONE) {
      captures.set(wordSlot, sentence(), positionStart, positionEnd);
    }
  }

  private void revert(PatternItem item) {
    positionStart = oldStart;
    positionEnd = oldEnd;
    if (nestedMiss) {
      // An optional group that is not there leaves a gap before it open.
      wordSlot = Captures.NONE;
      return;
    }
    if (kind == Kind.SEQUENCE || kind == Kind.UNORDERED) {
      if (!item.not()) {
        clearGap();
      }
      return;
    }
    clearGap();
    inheritGap();
    matcher.captures().rewind(capturesBefore);
    beginMatch = -1;
    firstMatched = -1;
  }

  private void inheritGap() {
    gap = inheritedGap;
    gapStart = inheritedStart;
    gapLimit = inheritedLimit;
  }

  /** A match may go on by at most one word, unless a gap allows more. */
  private boolean advances(boolean matched, boolean legalGap) {
    if (!matched || legalGap || positionStart == ANYWHERE || oldStart == ANYWHERE) {
      return matched;
    }
    boolean legal = reverse ? advancesBackwards() : advancesForwards();
    if (!legal) {
      if (firstMatched == positionStart) {
        firstMatched = 0;
      }
      positionStart = oldStart;
      positionEnd = oldEnd;
    }
    return legal;
  }

  private boolean advancesBackwards() {
    return (oldStart < oldEnd && positionEnd >= oldStart - 1) || positionEnd >= oldStart - 1;
  }

  private boolean advancesForwards() {
    boolean outerDecides =
        freedom == Freedom.AFTER_GAP && (kind == Kind.CHOICE || kind == Kind.OPTIONAL);
    return outerDecides
        || (oldEnd < oldStart && positionStart <= oldStart + 1)
        || positionStart <= oldEnd + 1;
  }

  /** The end of the group: sequences that came here have matched, choices have not. */
  private boolean close() {
    if (kind == Kind.CHOICE || kind == Kind.OPTIONAL) {
      return false;
    }
    oldStart = positionStart;
    oldEnd = positionEnd;
    boolean matched = true;
    if (gap) {
      if (depth != 0) {
        return false;
      }
      positionStart = reverse ? 1 : sentence().count() + 1;
      positionEnd = reverse ? oldStart - 1 : positionEnd;
      matched = gapIsLegal();
    }
    if (!matched) {
      return false;
    }
    if (depth > 0 && kind == Kind.SEQUENCE) {
      positionStart = startOfSequence();
    }
    if (gapSlot != Captures.NONE) {
      memorise();
    }
    return succeed(kind == Kind.SEQUENCE);
  }

  private int startOfSequence() {
    if (slidingStart != 0 && slidingStart != ANYWHERE && !inheritedGap) {
      return reverse ? startPosition - 1 : startPosition + 1;
    }
    if (beginMatch != -1) {
      return beginMatch;
    }
    return reverse ? startPosition - 1 : startPosition + 1;
  }

  private boolean succeed(boolean sequence) {
    returnEnd = positionEnd;
    boolean asPlaced = depth > 0 && sequence;
    returnStart = !asPlaced && firstMatched() > 0 ? firstMatched() : positionStart;
    if (reverse && returnStart > returnEnd) {
      int start = returnStart;
      returnStart = returnEnd;
      returnEnd = start;
    }
    return true;
  }

  // What elements do.

  private int searchFrom() {
    return positionEnd < basicStart && firstMatched < 0 ? basicStart : positionEnd;
  }

  /** Finds the next place of a mark. */
  boolean seek(int mark, boolean typed) {
    Marks marks = sentence().marks();
    int place = nextPlace(mark, searchFrom(), typed);
    if (place == Marks.NOWHERE) {
      return false;
    }
    take(marks.start(place), marks.end(place));
    return true;
  }

  /** Finds whichever of several marks comes first; the longer one where two start together. */
  boolean seekSoonest(int[] wanted, boolean typed) {
    Marks marks = sentence().marks();
    int from = searchFrom();
    int best = Marks.NOWHERE;
    for (int mark : wanted) {
      matcher.steps().spend();
      int place = nextPlace(mark, from, typed);
      if (place != Marks.NOWHERE && (best == Marks.NOWHERE || isSooner(marks, place, best))) {
        best = place;
      }
    }
    if (best == Marks.NOWHERE) {
      return false;
    }
    take(marks.start(best), marks.end(best));
    return true;
  }

  private boolean isSooner(Marks marks, int place, int than) {
    if (marks.start(place) == marks.start(than)) {
      return marks.end(place) > marks.end(than);
    }
    return marks.start(place) < marks.start(than) != reverse;
  }

  private void take(int start, int end) {
    positionStart = start;
    positionEnd = end;
    foundWord = true;
    if (firstMatched < 0) {
      firstMatched = start;
    }
  }

  private int nextPlace(int mark, int from, boolean typed) {
    Marks marks = sentence().marks();
    int best = Marks.NOWHERE;
    for (int place = marks.first(mark); place != Marks.NOWHERE; place = marks.after(place)) {
      matcher.steps().spend();
      if (typed && !marks.typed(place)) {
        continue;
      }
      if (!reverse && marks.start(place) > from) {
        return place;
      }
      if (reverse && marks.start(place) < from) {
        best = place;
      }
    }
    return best;
  }

  /** Finds the next place of a mark where a relation holds. */
  boolean seekWhere(int mark, boolean typed, Relation relation, Operand right) {
    Marks marks = sentence().marks();
    int place = nextPlace(mark, searchFrom(), typed);
    while (place != Marks.NOWHERE) {
      String said = sentence().text(marks.start(place), marks.end(place), typed);
      if (relation.holds(Operand.text(said), right, conversation())) {
        take(marks.start(place), marks.end(place));
        return true;
      }
      place = nextPlace(mark, marks.start(place), typed);
    }
    return false;
  }

  /** Finds words that are only known now. */
  boolean seekText(String text, boolean typed) {
    String[] wanted = Fold.word(text).split("[ _]", -1);
    for (int i = Math.max(searchFrom() + 1, 1); i <= sentence().count(); i++) {
      matcher.steps().spend();
      if (isSaidAt(wanted, i, typed)) {
        take(i, i + wanted.length - 1);
        return true;
      }
    }
    return false;
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

  boolean toStart() {
    if (firstMatched < 0) {
      firstMatched = FIXED;
    }
    if (gap && !reverse) {
      gap = false;
      gapSlot = Captures.NONE;
      return false;
    }
    positionStart = 0;
    positionEnd = 0;
    place();
    return true;
  }

  /** Goes to where a match variable was found. */
  boolean toCapture(int slot, Way way) {
    Captures captures = matcher.captures();
    if (firstMatched < 0) {
      firstMatched = FIXED;
    }
    if (!captures.isIn(slot, sentence()) || (gapSlot != Captures.NONE && !closeGap(way))) {
      return false;
    }
    boolean legal = way == Way.BACKWARD || isLegalJump(captures.start(slot), way);
    reverse = way == Way.BACKWARD;
    positionStart = captures.start(slot);
    positionEnd = reverse ? positionStart : captures.end(slot);
    if (way != Way.ANCHOR) {
      oldStart = positionStart;
      oldEnd = positionEnd;
    }
    if (beginMatch == -1) {
      beginMatch = positionStart;
    }
    place();
    return legal;
  }

  /** What was to be memorised up to here reaches to the end of the sentence. */
  private boolean closeGap(Way way) {
    if (way == Way.ANCHOR) {
      return true;
    }
    int first = reverse ? 1 : gapStart;
    int last = reverse ? gapStart : sentence().count();
    if (last + 1 - first > gapLimit) {
      return false;
    }
    matcher.captures().set(gapSlot, sentence(), first, last);
    gap = false;
    gapSlot = Captures.NONE;
    return true;
  }

  private boolean isLegalJump(int start, Way way) {
    if (way == Way.FORWARD) {
      return true;
    }
    if (reverse ? start > positionEnd : start < positionEnd) {
      return false;
    }
    return gap || positionEnd == 0 || positionStart == ANYWHERE || start == positionEnd + 1;
  }

  private void place() {
    if (freedom != Freedom.NONE) {
      freedom = Freedom.PLACED;
    }
  }

  boolean toEnd() {
    int end = sentence().count() + 1;
    if (reverse) {
      if (gap) {
        gap = false;
        gapSlot = Captures.NONE;
        return false;
      }
    } else if (!gap && positionEnd < end - 1 && positionStart != ANYWHERE) {
      // In a choice the group outside decides whether this place is legal.
      if (kind != Kind.CHOICE && kind != Kind.OPTIONAL) {
        return false;
      }
      freedom = Freedom.AFTER_GAP;
    }
    positionStart = end;
    positionEnd = end;
    if (freedom != Freedom.AFTER_GAP) {
      place();
    }
    return true;
  }

  boolean skip(int words) {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
    if (reverse) {
      if (positionStart - words < 1) {
        return false;
      }
      positionEnd = positionStart - 1;
      positionStart -= words;
      return true;
    }
    if (positionEnd + words > sentence().count()) {
      return false;
    }
    positionStart = positionEnd + 1;
    positionEnd += words;
    return true;
  }

  boolean back(int words) {
    int at = positionEnd - words - 1;
    if (reverse || at < 0) {
      return false;
    }
    oldEnd = at;
    positionStart = at + 1;
    positionEnd = at + 1;
    return true;
  }

  /** Keeps the value of a variable where a word would be kept. */
  void keep(String value) {
    if (wordSlot != Captures.NONE) {
      matcher.captures().set(wordSlot, value);
      wordSlot = Captures.NONE;
    }
  }

  /** Matches a group inside this one. */
  boolean nested(Group group, PatternItem item) {
    boolean unordered = group.kind() == Kind.UNORDERED;
    int savedStart = positionStart;
    int savedEnd = positionEnd;
    if (unordered) {
      positionEnd = startPosition;
      positionStart = ANYWHERE;
    }
    Frame inner = matcher.frame(depth + 1);
    Freedom how = positionStart == ANYWHERE ? Freedom.MOVABLE : Freedom.NONE;
    inner.open(
        group.kind(),
        gap ? Freedom.AFTER_GAP : how,
        positionEnd,
        positionStart,
        positionEnd,
        reverse);
    inner.inherit(gap, gapStart, gapLimit);
    if (inner.run(group.items())) {
      adopt(inner, item, unordered);
      return true;
    }
    positionStart = savedStart;
    positionEnd = savedEnd;
    nestedMiss = group.kind() == Kind.OPTIONAL;
    return false;
  }

  private void inherit(boolean open, int from, int limit) {
    inheritedGap = open;
    inheritedStart = from;
    inheritedLimit = limit;
    inheritGap();
  }

  private void adopt(Frame inner, PatternItem item, boolean unordered) {
    positionStart = inner.returnStart;
    positionEnd = inner.returnEnd;
    if (!item.not()) {
      if (beginMatch == -1) {
        beginMatch = positionStart;
      }
      if (firstMatched < 0) {
        firstMatched = inner.firstMatched;
      }
    }
    if (unordered) {
      positionStart = ANYWHERE;
      positionEnd = 0;
      oldStart = 0;
      oldEnd = 0;
    } else if (positionEnd != 0 && positionStart != ANYWHERE) {
      // Continuity was checked inside.
      oldEnd = reverse ? positionEnd + 1 : positionEnd - 1;
    }
  }
}
