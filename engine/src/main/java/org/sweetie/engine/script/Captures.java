package org.sweetie.engine.script;

import org.jspecify.annotations.Nullable;

/** The match variables {@code _0} to {@code _30}: places in a sentence, or plain text. */
final class Captures {
  static final int NONE = -1;
  static final int COUNT = 31;

  private final @Nullable Sentence[] sentences = new @Nullable Sentence[COUNT];
  private final @Nullable String[] texts = new @Nullable String[COUNT];
  private final int[] starts = new int[COUNT];
  private final int[] ends = new int[COUNT];
  private int next;

  /** A new pattern begins to memorise at {@code _0}. */
  void restart() {
    next = 0;
  }

  int next() {
    return next;
  }

  void rewind(int to) {
    next = to;
  }

  /** Empties all. */
  void clear() {
    for (int i = 0; i < COUNT; i++) {
      set(i, "");
    }
  }

  /** Takes the next variable and empties it. */
  int reserve() {
    int slot = Math.min(next, COUNT - 1);
    next = slot + 1;
    set(slot, "");
    return slot;
  }

  void set(int slot, Sentence sentence, int start, int end) {
    sentences[slot] = sentence;
    texts[slot] = null;
    starts[slot] = start;
    ends[slot] = end;
  }

  void set(int slot, String text) {
    sentences[slot] = null;
    texts[slot] = text;
    starts[slot] = 0;
    ends[slot] = 0;
  }

  void copy(int from, int to) {
    sentences[to] = sentences[from];
    texts[to] = texts[from];
    starts[to] = starts[from];
    ends[to] = ends[from];
  }

  String text(int slot, boolean typed) {
    Sentence sentence = sentences[slot];
    if (sentence == null) {
      String text = texts[slot];
      return text == null ? "" : text;
    }
    return sentence.text(starts[slot], ends[slot], typed);
  }

  /** Whether a variable holds words of a sentence. */
  boolean isIn(int slot, Sentence sentence) {
    return sentences[slot] == sentence && starts[slot] <= ends[slot];
  }

  int start(int slot) {
    return starts[slot];
  }

  int end(int slot) {
    return ends[slot];
  }

  /** Whether a variable holds words of a sentence at all, rather than plain text. */
  boolean isPlaced(int slot) {
    return sentences[slot] != null;
  }

  /** Whether what was memorised is a member of a concept: these words, no more and no fewer. */
  boolean isMarked(int slot, int concept) {
    Sentence sentence = sentences[slot];
    return sentence != null && sentence.marks().hasAt(concept, starts[slot], ends[slot]);
  }
}
