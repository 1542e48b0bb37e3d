package org.sweetie.engine.script;

/**
 * What the next element of a pattern must respect: a gap that is open before it, and the match
 * variables that wait for the gap and for the element. As ChatScript's wildcard selector.
 */
final class Opening {
  private boolean gap;
  private int start;
  private int limit;
  private int gapSlot = Captures.NONE;
  private int wordSlot = Captures.NONE;

  void clear() {
    dropGap();
    wordSlot = Captures.NONE;
    start = 0;
    limit = 0;
  }

  void copy(Opening other) {
    gap = other.gap;
    start = other.start;
    limit = other.limit;
    gapSlot = other.gapSlot;
    wordSlot = other.wordSlot;
  }

  /** What a group inside sees: a gap is memorised outside, and a lone memorised word too. */
  void inherit(Opening outer) {
    copy(outer);
    if (gapSlot != Captures.NONE) {
      gap = true;
      gapSlot = Captures.NONE;
    } else {
      wordSlot = Captures.NONE;
    }
  }

  /** Opens a gap; one right after another widens it. */
  void open(int from, int most) {
    gap = true;
    start |= from;
    limit |= most;
  }

  void moveTo(int from) {
    start = from;
  }

  void dropGap() {
    gap = false;
    gapSlot = Captures.NONE;
  }

  void keepGapIn(int slot) {
    gapSlot = slot;
  }

  void keepWordIn(int slot) {
    wordSlot = slot;
  }

  boolean gap() {
    return gap;
  }

  int start() {
    return start;
  }

  int limit() {
    return limit;
  }

  int gapSlot() {
    return gapSlot;
  }

  int wordSlot() {
    return wordSlot;
  }

  boolean memorises() {
    return gapSlot != Captures.NONE || wordSlot != Captures.NONE;
  }

  boolean isPending() {
    return gap || gapSlot != Captures.NONE;
  }
}
