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
  private final Spot spot;
  private Kind kind = Kind.SEQUENCE;
  private Freedom freedom = Freedom.NONE;
  private int startPosition;
  private int slidingStart;
  private int basicStart;
  private int firstMatched;
  private int beginMatch;
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
    this.spot = new Spot(matcher);
  }

  Sentence sentence() {
    return matcher.sentence();
  }

  Conversation conversation() {
    return matcher.conversation();
  }

  /** Where the first word of a match was, for a rule that is tried again; zero when nowhere. */
  int firstMatched() {
    return firstMatched > 0 && firstMatched < Spot.FIXED ? firstMatched : 0;
  }

  /** Where the last match ended. */
  int lastMatched() {
    return Math.max(returnEnd, 0);
  }

  /** Matches a whole pattern behind a position. */
  boolean matchTop(Group pattern, int after) {
    opening.clear();
    open(pattern.kind(), Freedom.MOVABLE, after, Spot.ANYWHERE, false);
    return run(pattern.items());
  }

  private void open(Kind groupKind, Freedom how, int after, int from, boolean backwards) {
    kind = groupKind;
    freedom = how;
    startPosition = after;
    basicStart = after;
    spot.moveTo(how == Freedom.MOVABLE ? Spot.ANYWHERE : from, after);
    spot.direct(backwards);
    slidingStart = how == Freedom.MOVABLE ? Spot.ANYWHERE : after;
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
        spot.moveTo(Spot.ANYWHERE, startPosition);
      }
    }
  }

  private void missed(int item) {
    if (depth == 0) {
      conversation().watch().missed(item);
    }
  }

  private boolean isBefore(NotBefore refused) {
    return finder.find(refused.mark(), spot.start(), false, true, 0)
        && (!refused.next() || finder.start() == spot.start() - 1);
  }

  private boolean isChoice() {
    return kind == Kind.CHOICE || kind == Kind.OPTIONAL;
  }

  private boolean mayMoveOn() {
    return kind == Kind.SEQUENCE
        && freedom == Freedom.MOVABLE
        && firstMatched > 0
        && firstMatched < Spot.FIXED
        && restarts++ < MOST_RESTARTS;
  }

  private void startOver() {
    spot.direct(false);
    both = Both.NO;
    matcher.captures().rewind(capturesBefore);
    basicStart = firstMatched;
    spot.moveTo(Spot.ANYWHERE, firstMatched);
    firstMatched = -1;
    beginMatch = -1;
    opening.clear();
  }

  private void openGap(PatternItem item, Gap opened, int next) {
    if (item.memorised()) {
      opening.keepGapIn(reserve(item));
    }
    beginHere();
    opening.open(spot.gapStart(), opened.most() < 0 ? NO_LIMIT : opened.most());
    if (opened.most() < 0 && spot.start() == 0) {
      spot.moveTo(Spot.ANYWHERE, spot.end());
    }
    if (opened.bothWays()) {
      both = Both.BACK;
      bothIndex = next;
      bothOpening.copy(opening);
      bothCaptures = matcher.captures().next();
      spot.turn();
      opening.moveTo(spot.gapStart());
    }
  }

  /** One item with its prefixes; true when the group may go on. */
  private boolean element(PatternItem item) {
    if (item.memorised()) {
      opening.keepWordIn(reserve(item));
    }
    spot.remember();
    foundWord = false;
    optionalMiss = false;
    boolean matched = item.element().find(this, item);
    boolean refused = item.not() || optionalMiss;
    if (refused && matched) {
      matched = item.notNext() && !spot.isNext();
      spot.revert();
      refused = false;
      foundWord = false;
    }
    int from = spot.start();
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

  /** Whether the element lies within the gap that is open before it. */
  private boolean respectsGap(boolean closing) {
    int size = spot.gapFrom(opening.start());
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

  private void settle(int from) {
    if (foundWord) {
      begin();
    }
    if (opening.memorises() && spot.hasMoved()) {
      if (spot.isAnywhere()) {
        spot.moveTo(1, spot.end());
      }
      memorise(from == Spot.ANYWHERE ? 1 : from);
    }
    opening.clear();
  }

  /** Notes where the first match of the group began. */
  private void begin() {
    if (beginMatch == -1) {
      beginMatch = spot.start();
    }
  }

  /** Where a group begins with something of no place of its own, its start counts. */
  private void beginHere() {
    if (beginMatch == -1) {
      beginMatch = startPosition + 1;
    }
  }

  private void memorise(int from) {
    if (opening.gapSlot() != Captures.NONE) {
      memoriseGap(from);
    }
    if (opening.wordSlot() != Captures.NONE) {
      matcher.captures().set(opening.wordSlot(), sentence(), spot.start(), spot.end());
    }
  }

  private void memoriseGap(int from) {
    Captures captures = matcher.captures();
    int start = spot.start();
    int end = spot.end();
    boolean empty = spot.reverse() ? start == 0 || from == end : start == from;
    if (empty) {
      captures.set(opening.gapSlot(), "");
    } else if (!spot.reverse()) {
      captures.set(opening.gapSlot(), sentence(), from, start - 1);
      spot.moveTo(start, Math.max(end, start - 1));
    } else if (start < end) {
      captures.set(opening.gapSlot(), sentence(), start, end);
    } else {
      captures.set(opening.gapSlot(), sentence(), end + 1, from);
    }
  }

  private void revert(PatternItem item) {
    spot.revert();
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
      spot.turn();
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
    if (!matched || legalGap || spot.advancesLegally()) {
      return matched;
    }
    if (firstMatched == spot.start()) {
      firstMatched = 0;
    }
    spot.revert();
    return false;
  }

  /** The end of the group: sequences that came here have matched, choices have not. */
  private boolean close() {
    if (isChoice()) {
      return false;
    }
    spot.remember();
    if (opening.gap()) {
      if (depth != 0) {
        return false;
      }
      closeOpenEnd();
    }
    if (depth > 0 && kind == Kind.SEQUENCE) {
      spot.moveTo(startOfSequence(), spot.end());
    }
    int from = spot.start();
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
    if (spot.reverse()) {
      spot.moveTo(spot.start() - 1, 1);
    } else {
      spot.moveTo(sentence().count() + 1, spot.end());
    }
  }

  private int startOfSequence() {
    int next = spot.reverse() ? startPosition - 1 : startPosition + 1;
    if (slidingStart != 0 && slidingStart != Spot.ANYWHERE) {
      return spot.end() == startPosition ? spot.start() : next;
    }
    if (beginMatch != -1) {
      return beginMatch;
    }
    return spot.isAnywhere() ? Spot.ANYWHERE : next;
  }

  private boolean succeed(boolean sequence) {
    returnEnd = spot.end();
    returnStart = spot.start();
    if (depth > 0 && spot.reverse() && returnStart > returnEnd) {
      returnStart = spot.end();
      returnEnd = spot.start();
    } else if (depth == 0 || !sequence) {
      if (firstMatched == Spot.FIXED) {
        returnStart = 1;
      } else if (firstMatched > 0) {
        returnStart = firstMatched;
      }
    }
    return true;
  }

  // What elements do.

  private int searchFrom() {
    return spot.end() < basicStart && firstMatched < 0 ? basicStart : spot.end();
  }

  /** Words and concepts are looked for backwards from the start of the last match. */
  private int searchWordsFrom() {
    if (!spot.reverse() || (spot.end() < basicStart && firstMatched < 0)) {
      return searchFrom();
    }
    return spot.isAnywhere() ? sentence().count() + 1 : spot.start();
  }

  /** Finds the next place of a mark. */
  boolean seek(int mark, boolean typed, boolean negated) {
    boolean found = finder.find(mark, searchWordsFrom(), typed, spot.reverse(), within);
    return found && take(negated);
  }

  /** Finds the next word with holes in it; it is never the word a pattern starts over behind. */
  boolean seekWildcard(int mark) {
    beginHere();
    int from = spot.reverse() ? spot.start() : searchFrom();
    return finder.find(mark, from, true, spot.reverse(), 0) && place(finder.start(), finder.end());
  }

  /** Finds whichever of several marks comes first. */
  boolean seekSoonest(int[] wanted, boolean typed, boolean negated) {
    boolean found = finder.findSoonest(wanted, searchWordsFrom(), typed, spot.reverse(), within);
    return found && take(negated);
  }

  /** Finds the next place of a mark where a relation holds. */
  boolean seekWhere(int mark, boolean typed, Relation relation, Operand right, boolean negated) {
    boolean found = finder.findWhere(mark, searchFrom(), typed, spot.reverse(), relation, right);
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
    spot.moveTo(start, end);
    foundWord = true;
    return true;
  }

  boolean toStart() {
    fixFirstMatch();
    if (opening.gap() && !spot.reverse()) {
      opening.dropGap();
      return false;
    }
    spot.toStart();
    forbidMoving();
    return true;
  }

  private void fixFirstMatch() {
    if (firstMatched < 0) {
      firstMatched = Spot.FIXED;
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
    if (spot.reverse() && opening.gap()) {
      opening.dropGap();
      return false;
    }
    boolean reachable = spot.reverse() || opening.gap() || isChoice() || spot.isAnywhere();
    if (!reachable && !spot.isAtEnd()) {
      return false;
    }
    spot.moveTo(end + 1, end + 1);
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
    boolean backwards = way == Way.BACKWARD;
    spot.direct(backwards);
    spot.moveTo(captures.start(slot), backwards ? captures.start(slot) : captures.end(slot));
    if (!legal) {
      return false;
    }
    if (way != Way.ANCHOR) {
      spot.remember();
    }
    begin();
    forbidMoving();
    return true;
  }

  /** What was to be memorised up to here reaches to the end of the sentence. */
  private boolean closeGap(Way way) {
    if (way == Way.ANCHOR) {
      return true;
    }
    int first = spot.reverse() ? 1 : opening.start();
    int last = spot.reverse() ? opening.start() : sentence().count();
    if (last + 1 - first > opening.limit()) {
      return false;
    }
    matcher.captures().set(opening.gapSlot(), sentence(), first, last);
    opening.dropGap();
    return true;
  }

  /** {@code @_0} must be what comes next, or lie within the gap that is open. */
  private boolean isLegalAnchor(int start, int end) {
    if (spot.end() == 0) {
      return true;
    }
    if (!opening.gap()) {
      return spot.reverse() ? end == spot.start() - 1 : start == spot.end() + 1;
    }
    return spot.reverse()
        ? end < spot.start() && end >= opening.start() - opening.limit()
        : start > spot.end() && start <= opening.start() + opening.limit();
  }

  boolean skip(int words) {
    beginHere();
    return spot.skip(words);
  }

  boolean back(int words) {
    beginHere();
    return spot.back(words);
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
    boolean unordered = group.kind() == Kind.UNORDERED;
    int missStart = unordered ? Spot.ANYWHERE : spot.start();
    int missEnd = unordered ? 0 : spot.end();
    if (unordered) {
      spot.moveTo(Spot.ANYWHERE, startPosition);
    }
    Frame inner = matcher.frame(depth + 1);
    inner.opening.inherit(opening);
    inner.open(group.kind(), freedomInside(), spot.end(), spot.start(), spot.reverse());
    int bracket = spot.reverse() ? spot.start() - 1 : spot.end() + 1;
    if (inner.run(group.items())) {
      adopt(inner, item, group.kind(), bracket);
      return true;
    }
    if (group.kind() == Kind.OPTIONAL) {
      opening.keepWordIn(Captures.NONE);
      openingAtStart.copy(opening);
      optionalMiss = true;
    } else {
      spot.moveTo(missStart, missEnd);
      opening.clear();
    }
    return false;
  }

  private Freedom freedomInside() {
    if (opening.isPending()) {
      return Freedom.AFTER_GAP;
    }
    return spot.isAnywhere() ? Freedom.MOVABLE : Freedom.NONE;
  }

  private void adopt(Frame inner, PatternItem item, Kind innerKind, int bracket) {
    int first = inner.firstMatched;
    int start = inner.returnStart;
    int end = inner.returnEnd;
    if (opening.isPending() && first > 0) {
      start = spot.reverse() ? start : first;
      end = spot.reverse() ? first : end;
    }
    if (opening.gapSlot() != Captures.NONE) {
      memoriseBefore(first, bracket);
      opening.dropGap();
    }
    spot.moveTo(start > 0 ? start : spot.start(), end > 0 ? end : spot.end());
    if (!item.not()) {
      begin();
      if (firstMatched < 0) {
        firstMatched = first;
      }
    }
    if (innerKind == Kind.UNORDERED) {
      spot.moveTo(Spot.ANYWHERE, 0);
      spot.remember(0, 0);
    } else if (innerKind == Kind.SEQUENCE && spot.start() == Spot.FIXED) {
      spot.moveOneWord();
    } else if (spot.end() != 0) {
      spot.allowWhatWasFound();
    }
  }

  /** The gap before a group ends where the group's first word is. */
  private void memoriseBefore(int first, int bracket) {
    Captures captures = matcher.captures();
    if (first <= 0 || first == Spot.FIXED || first == bracket) {
      captures.set(opening.gapSlot(), "");
    } else if (spot.reverse()) {
      captures.set(opening.gapSlot(), sentence(), first + 1, bracket);
    } else {
      captures.set(opening.gapSlot(), sentence(), bracket, first - 1);
    }
  }
}
