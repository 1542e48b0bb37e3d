package org.sweetie.engine.script;

import java.util.List;
import org.sweetie.engine.script.PatternElement.AtCapture.Way;
import org.sweetie.engine.script.PatternElement.Gap;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;
import org.sweetie.engine.script.PatternElement.NotBefore;

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

  private static final int NO_LIMIT = 254;

  /** A pattern is tried again behind its first word so often. */
  private static final int MOST_RESTARTS = 19;

  /** How the start may move: as ChatScript's {@code rebindable}. */
  private enum Freedom {
    NONE,
    MOVABLE,
    AFTER_GAP,
    PLACED
  }

  /** Which way a gap that goes both ways is tried. */
  private enum Both {
    NO,
    BACK,
    FORTH
  }

  private final Matcher matcher;
  private final int depth;
  private final Finder finder;
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
  private boolean optionalMiss;
  private boolean legalGap;
  private int restarts;
  private int within;
  private int capturesBefore;

  private final Opening opening = new Opening();
  private final Opening openingAtStart = new Opening();

  private Both both = Both.NO;
  private boolean again;
  private int bothIndex;
  private int bothCaptures;
  private final Opening bothOpening = new Opening();

  private int returnStart;
  private int returnEnd;

  Frame(Matcher matcher, int depth) {
    this.matcher = matcher;
    this.depth = depth;
    this.finder = new Finder(matcher);
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

  /** Where the last match ended. */
  int lastMatched() {
    return Math.max(returnEnd, 0);
  }

  /** Matches a whole pattern behind a position. */
  boolean matchTop(Group pattern, int after) {
    opening.clear();
    open(pattern.kind(), Freedom.MOVABLE, after, ANYWHERE, false);
    return run(pattern.items());
  }

  private void open(Kind groupKind, Freedom how, int after, int from, boolean backwards) {
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
    restarts = 0;
    capturesBefore = matcher.captures().next();
    openingAtStart.copy(opening);
    within = kind == Kind.OPTIONAL && opening.gap() ? opening.limit() + 1 : 0;
  }

  private boolean run(List<PatternItem> items) {
    int i = 0;
    while (true) {
      matcher.steps().spend();
      if (i == items.size()) {
        return close();
      }
      PatternItem item = items.get(i++);
      if (item.element() instanceof Gap opened) {
        openGap(item, opened, i);
        continue;
      }
      if (item.element() instanceof NotBefore refused && !isBefore(refused)) {
        continue;
      }
      boolean matched = element(item);
      if (again) {
        i = bothIndex;
      } else if (isChoice()) {
        if (matched) {
          return succeed(false);
        }
      } else if (!matched) {
        missed(i - 1);
        if (!mayMoveOn()) {
          return false;
        }
        startOver();
        i = 0;
      } else if (kind == Kind.UNORDERED) {
        positionEnd = startPosition;
        positionStart = ANYWHERE;
      }
    }
  }

  private void missed(int item) {
    if (depth == 0) {
      conversation().watch().missed(item);
    }
  }

  private boolean isBefore(NotBefore refused) {
    return finder.find(refused.mark(), positionStart, false, true, 0)
        && (!refused.next() || finder.start() == positionStart - 1);
  }

  private boolean isChoice() {
    return kind == Kind.CHOICE || kind == Kind.OPTIONAL;
  }

  private boolean mayMoveOn() {
    return kind == Kind.SEQUENCE
        && freedom == Freedom.MOVABLE
        && firstMatched > 0
        && firstMatched < FIXED
        && restarts++ < MOST_RESTARTS;
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
    opening.clear();
  }

  private void openGap(PatternItem item, Gap opened, int next) {
    if (item.memorised()) {
      opening.keepGapIn(reserve(item));
    }
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
    opening.open(gapStart(), opened.most() < 0 ? NO_LIMIT : opened.most());
    if (opened.most() < 0 && positionStart == 0) {
      positionStart = ANYWHERE;
    }
    if (opened.bothWays()) {
      both = Both.BACK;
      bothIndex = next;
      bothOpening.copy(opening);
      bothCaptures = matcher.captures().next();
      reverse = !reverse;
      opening.moveTo(gapStart());
    }
  }

  private int gapStart() {
    return Math.max(reverse ? positionStart - 1 : positionEnd + 1, 0);
  }

  /** One item with its prefixes; true when the group may go on. */
  private boolean element(PatternItem item) {
    if (item.memorised()) {
      opening.keepWordIn(reserve(item));
    }
    oldStart = positionStart;
    oldEnd = positionEnd;
    foundWord = false;
    optionalMiss = false;
    boolean matched = item.element().find(this, item);
    boolean refused = item.not() || optionalMiss;
    if (refused && matched) {
      matched = item.notNext() && !isNext();
      positionStart = oldStart;
      positionEnd = oldEnd;
      refused = false;
      foundWord = false;
    }
    int from = positionStart;
    legalGap = false;
    if (matched && opening.gap()) {
      from = opening.start();
      matched = respectsGap(false);
    }
    if (matched) {
      settle(from);
    } else {
      revert(item);
    }
    again = both != Both.NO && turnsAround(matched);
    return !again && advances(matched || refused);
  }

  private int reserve(PatternItem item) {
    if (item.slot() != PatternItem.NEXT) {
      matcher.captures().rewind(item.slot());
    }
    return matcher.captures().reserve();
  }

  /** Whether the element came next, for {@code !!x}. */
  private boolean isNext() {
    return reverse ? positionEnd == oldStart - 1 : positionStart == oldEnd + 1;
  }

  /** Whether the element lies within the gap that is open before it. */
  private boolean respectsGap(boolean closing) {
    int here = here();
    int size =
        reverse
            ? opening.start() - here - sentence().hiddenBetween(here + 1, opening.start() + 1)
            : here - opening.start() - sentence().hiddenBetween(opening.start(), here);
    if (size < 0) {
      return true;
    }
    if (size > opening.limit() && !closing) {
      opening.dropGap();
      return false;
    }
    legalGap = true;
    return true;
  }

  /** Where the match is, for measuring a gap. */
  private int here() {
    if (positionStart == ANYWHERE) {
      return 1;
    }
    if (reverse) {
      positionEnd = Math.min(positionEnd, sentence().count());
      return positionEnd;
    }
    return positionStart == FIXED ? 0 : positionStart;
  }

  private void settle(int from) {
    if (foundWord && beginMatch == -1) {
      beginMatch = positionStart;
    }
    if (opening.memorises() && hasMoved()) {
      memorise(from == ANYWHERE ? 1 : from);
    }
    opening.clear();
  }

  private boolean hasMoved() {
    return oldEnd != positionEnd || oldStart != positionStart;
  }

  private void memorise(int from) {
    if (positionStart == ANYWHERE) {
      positionStart = 1;
    }
    Captures captures = matcher.captures();
    if (opening.gapSlot() != Captures.NONE) {
      memoriseGap(captures, from);
    }
    if (opening.wordSlot() != Captures.NONE) {
      captures.set(opening.wordSlot(), sentence(), positionStart, positionEnd);
    }
  }

  private void memoriseGap(Captures captures, int from) {
    if (reverse) {
      if (positionStart == 0 || from == positionEnd) {
        captures.set(opening.gapSlot(), "");
      } else if (positionStart < positionEnd) {
        captures.set(opening.gapSlot(), sentence(), positionStart, positionEnd);
      } else {
        captures.set(opening.gapSlot(), sentence(), positionEnd + 1, from);
      }
    } else if (positionStart == from) {
      captures.set(opening.gapSlot(), "");
    } else {
      captures.set(opening.gapSlot(), sentence(), from, positionStart - 1);
      positionEnd = Math.max(positionEnd, positionStart - 1);
    }
  }

  private void revert(PatternItem item) {
    positionStart = oldStart;
    positionEnd = oldEnd;
    boolean optional = item.element() instanceof Group group && group.kind() == Kind.OPTIONAL;
    if (optional) {
      opening.copy(openingAtStart);
    } else if (isChoice()) {
      opening.copy(openingAtStart);
      beginMatch = -1;
      firstMatched = -1;
    } else {
      opening.clear();
    }
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
    opening.copy(bothOpening);
    matcher.captures().rewind(bothCaptures);
    return true;
  }

  /** A match may go on by at most one word, unless a gap allows more. */
  private boolean advances(boolean matched) {
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
    return (oldStart < oldEnd && positionEnd >= oldStart - 1)
        || positionEnd >= oldEnd - 1
        || positionStart == before(oldStart);
  }

  /** The next position behind one that is not hidden. */
  private int behind(int position) {
    int at = position + 1;
    while (sentence().isHidden(at)) {
      at++;
    }
    return at;
  }

  private int before(int position) {
    int at = position - 1;
    while (sentence().isHidden(at)) {
      at--;
    }
    return at;
  }

  private boolean advancesForwards() {
    return (oldEnd < oldStart && positionStart <= oldStart + 1)
        || positionStart <= oldEnd + 1
        || positionStart == behind(oldEnd);
  }

  /** The end of the group: sequences that came here have matched, choices have not. */
  private boolean close() {
    if (isChoice()) {
      return false;
    }
    oldStart = positionStart;
    oldEnd = positionEnd;
    if (opening.gap()) {
      if (depth != 0) {
        return false;
      }
      closeOpenEnd();
    }
    if (depth > 0 && kind == Kind.SEQUENCE) {
      positionStart = startOfSequence();
    }
    int from = positionStart;
    if (opening.gap()) {
      from = opening.start();
      respectsGap(true);
      if (legalGap && firstMatched < 0) {
        firstMatched = from;
      }
    }
    settle(from);
    return succeed(kind == Kind.SEQUENCE);
  }

  /** A gap at the end of a pattern reaches to the end of the sentence. */
  private void closeOpenEnd() {
    if (reverse) {
      positionEnd = 1;
      positionStart -= 1;
    } else {
      positionStart = sentence().count() + 1;
    }
  }

  private int startOfSequence() {
    int next = reverse ? startPosition - 1 : startPosition + 1;
    if (slidingStart != 0 && slidingStart != ANYWHERE) {
      return positionEnd == startPosition ? positionStart : next;
    }
    if (beginMatch != -1) {
      return beginMatch;
    }
    return positionStart == ANYWHERE ? positionStart : next;
  }

  private boolean succeed(boolean sequence) {
    returnEnd = positionEnd;
    returnStart = positionStart;
    if (depth > 0 && reverse && positionStart > positionEnd) {
      returnStart = positionEnd;
      returnEnd = positionStart;
    } else if (depth == 0 || !sequence) {
      if (firstMatched == FIXED) {
        returnStart = 1;
      } else if (firstMatched > 0) {
        returnStart = firstMatched;
      }
    }
    return true;
  }

  // What elements do.

  private int searchFrom() {
    return positionEnd < basicStart && firstMatched < 0 ? basicStart : positionEnd;
  }

  /** Words and concepts are looked for backwards from the start of the last match. */
  private int searchWordsFrom() {
    if (positionEnd < basicStart && firstMatched < 0) {
      return basicStart;
    }
    if (!reverse) {
      return positionEnd;
    }
    return positionStart == ANYWHERE ? sentence().count() + 1 : positionStart;
  }

  /** Finds the next place of a mark. */
  boolean seek(int mark, boolean typed, boolean negated) {
    boolean found = finder.find(mark, searchWordsFrom(), typed, reverse, within);
    return found && take(negated);
  }

  /** Finds the next word with holes in it; it is never the word a pattern starts over behind. */
  boolean seekWildcard(int mark) {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
    int from = reverse ? positionStart : searchFrom();
    return finder.find(mark, from, true, reverse, 0) && place(finder.start(), finder.end());
  }

  /** Finds whichever of several marks comes first. */
  boolean seekSoonest(int[] wanted, boolean typed, boolean negated) {
    boolean found = finder.findSoonest(wanted, searchWordsFrom(), typed, reverse, within);
    return found && take(negated);
  }

  /** Finds the next place of a mark where a relation holds. */
  boolean seekWhere(int mark, boolean typed, Relation relation, Operand right, boolean negated) {
    boolean found = finder.findWhere(mark, searchFrom(), typed, reverse, relation, right);
    return found && take(negated);
  }

  /** Finds words that are only known now. */
  boolean seekText(String text, boolean typed, boolean negated) {
    return finder.findText(text, searchFrom(), typed) && take(negated);
  }

  private boolean take(boolean negated) {
    if (!negated && firstMatched <= 0) {
      firstMatched = finder.start();
    }
    return place(finder.start(), finder.end());
  }

  private boolean place(int start, int end) {
    positionStart = start;
    positionEnd = end;
    foundWord = true;
    return true;
  }

  boolean toStart() {
    fixFirstMatch();
    if (opening.gap() && !reverse) {
      opening.dropGap();
      return false;
    }
    positionStart = behind(0) - 1;
    positionEnd = positionStart;
    forbidMoving();
    return true;
  }

  private void fixFirstMatch() {
    if (firstMatched < 0) {
      firstMatched = FIXED;
    }
  }

  private void forbidMoving() {
    if (freedom != Freedom.NONE) {
      freedom = Freedom.PLACED;
    }
  }

  boolean toEnd() {
    int end = sentence().count();
    if (kind == Kind.CHOICE) {
      // The group outside decides whether this place is legal.
      freedom = Freedom.AFTER_GAP;
    }
    if (reverse) {
      if (opening.gap()) {
        opening.dropGap();
        return false;
      }
    } else if (!opening.gap() && positionEnd < end && !isChoice() && positionStart != ANYWHERE) {
      return false;
    }
    positionStart = end + 1;
    positionEnd = end + 1;
    if (freedom != Freedom.AFTER_GAP) {
      forbidMoving();
    }
    return true;
  }

  /** Goes to where a match variable was found. */
  boolean toCapture(int slot, Way way) {
    Captures captures = matcher.captures();
    fixFirstMatch();
    if (!captures.isIn(slot, sentence())
        || (opening.gapSlot() != Captures.NONE && !closeGap(way))) {
      return false;
    }
    boolean legal = way != Way.ANCHOR || isLegalAnchor(captures.start(slot), captures.end(slot));
    reverse = way == Way.BACKWARD;
    positionStart = captures.start(slot);
    positionEnd = reverse ? positionStart : captures.end(slot);
    if (!legal) {
      return false;
    }
    if (way != Way.ANCHOR) {
      oldStart = positionStart;
      oldEnd = positionEnd;
    }
    if (beginMatch == -1) {
      beginMatch = positionStart;
    }
    forbidMoving();
    return true;
  }

  /** What was to be memorised up to here reaches to the end of the sentence. */
  private boolean closeGap(Way way) {
    if (way == Way.ANCHOR) {
      return true;
    }
    int first = reverse ? 1 : opening.start();
    int last = reverse ? opening.start() : sentence().count();
    if (last + 1 - first > opening.limit()) {
      return false;
    }
    matcher.captures().set(opening.gapSlot(), sentence(), first, last);
    opening.dropGap();
    return true;
  }

  /** {@code @_0} must be what comes next, or lie within the gap that is open. */
  private boolean isLegalAnchor(int start, int end) {
    if (positionEnd == 0) {
      return true;
    }
    if (!opening.gap()) {
      return reverse ? end == positionStart - 1 : start == positionEnd + 1;
    }
    return reverse
        ? end < positionStart && end >= opening.start() - opening.limit()
        : start > positionEnd && start <= opening.start() + opening.limit();
  }

  boolean skip(int words) {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
    int first = reverse ? before(positionStart) : behind(positionEnd);
    int last = reverse ? positionStart : positionEnd;
    for (int i = 0; i < words; i++) {
      last = reverse ? before(last) : behind(last);
    }
    if (last < 1 || last > sentence().count()) {
      return false;
    }
    positionStart = Math.min(first, last);
    positionEnd = Math.max(first, last);
    return true;
  }

  boolean back(int words) {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
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
    if (opening.wordSlot() != Captures.NONE) {
      matcher.captures().set(opening.wordSlot(), value);
      opening.keepWordIn(Captures.NONE);
    }
  }

  /** Matches a group inside this one. */
  boolean nested(Group group, PatternItem item) {
    int missStart = positionStart;
    int missEnd = positionEnd;
    if (group.kind() == Kind.UNORDERED) {
      positionEnd = startPosition;
      positionStart = ANYWHERE;
      missEnd = 0;
      missStart = ANYWHERE;
    }
    Frame inner = matcher.frame(depth + 1);
    inner.opening.inherit(opening);
    inner.open(group.kind(), freedomInside(), positionEnd, positionStart, reverse);
    int bracket = reverse ? positionStart - 1 : positionEnd + 1;
    if (inner.run(group.items())) {
      adopt(inner, item, group.kind(), bracket);
      return true;
    }
    if (group.kind() == Kind.OPTIONAL) {
      opening.keepWordIn(Captures.NONE);
      openingAtStart.copy(opening);
      optionalMiss = true;
    } else {
      positionStart = missStart;
      positionEnd = missEnd;
      opening.clear();
    }
    return false;
  }

  private Freedom freedomInside() {
    if (opening.isPending()) {
      return Freedom.AFTER_GAP;
    }
    return positionStart == ANYWHERE ? Freedom.MOVABLE : Freedom.NONE;
  }

  private void adopt(Frame inner, PatternItem item, Kind innerKind, int bracket) {
    int first = inner.firstMatched;
    int start = inner.returnStart;
    int end = inner.returnEnd;
    if (opening.isPending() && first > 0) {
      start = reverse ? start : first;
      end = reverse ? first : end;
    }
    if (opening.gapSlot() != Captures.NONE) {
      memoriseBefore(first, bracket);
      opening.dropGap();
    }
    positionStart = start > 0 ? start : positionStart;
    positionEnd = end > 0 ? end : positionEnd;
    if (!item.not()) {
      if (beginMatch == -1) {
        beginMatch = positionStart;
      }
      if (firstMatched < 0) {
        firstMatched = first;
      }
    }
    if (innerKind == Kind.UNORDERED) {
      positionStart = ANYWHERE;
      positionEnd = 0;
      oldStart = 0;
      oldEnd = 0;
    } else if (innerKind == Kind.SEQUENCE && positionStart == FIXED) {
      positionStart = reverse ? oldStart - 1 : oldEnd + 1;
      positionEnd = positionStart;
    } else if (positionEnd != 0) {
      // Continuity was checked inside.
      oldEnd = reverse ? positionEnd + 1 : positionEnd - 1;
    }
  }

  /** The gap before a group ends where the group's first word is. */
  private void memoriseBefore(int first, int bracket) {
    Captures captures = matcher.captures();
    if (first <= 0 || first == FIXED || first == bracket) {
      captures.set(opening.gapSlot(), "");
    } else if (reverse) {
      captures.set(opening.gapSlot(), sentence(), first + 1, bracket);
    } else {
      captures.set(opening.gapSlot(), sentence(), bracket, first - 1);
    }
  }
}
