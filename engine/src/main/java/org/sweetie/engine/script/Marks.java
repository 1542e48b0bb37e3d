package org.sweetie.engine.script;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where in a sentence each word, phrase and concept occurs. Marks are added from left to right, so
 * the places of one mark are in order; of two that start together the longer is kept.
 */
final class Marks {
  static final int NOWHERE = -1;

  private int[] keys = new int[64];
  private int[] heads = new int[64];
  private int[] tails = new int[64];
  private int used;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] next = new int[64];
  private boolean[] original = new boolean[64];
  private int places;
  private @Nullable HiddenMarks hidden;

  Marks() {
    Arrays.fill(keys, Vocabulary.NONE);
  }

  /** Adds a place; {@code typed} tells that the words are there as written, not as lemmas. */
  void add(int mark, int start, int end, boolean typed) {
    int slot = slot(mark);
    if (keys[slot] == Vocabulary.NONE) {
      claim(slot, mark);
      slot = slot(mark);
      heads[slot] = NOWHERE;
    }
    int last = heads[slot] == NOWHERE ? NOWHERE : tails[slot];
    if (last != NOWHERE && starts[last] == start) {
      original[last] |= typed;
      ends[last] = Math.max(ends[last], end);
      return;
    }
    int place = newPlace(start, end, typed);
    if (last == NOWHERE) {
      heads[slot] = place;
    } else {
      next[last] = place;
    }
    tails[slot] = place;
  }

  /** The first place of a mark, or {@link #NOWHERE}. */
  int first(int mark) {
    int slot = slot(mark);
    return keys[slot] == Vocabulary.NONE ? NOWHERE : heads[slot];
  }

  int after(int place) {
    return next[place];
  }

  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return ends[place];
  }

  boolean typed(int place) {
    return original[place];
  }

  boolean has(int mark) {
    return first(mark) != NOWHERE;
  }

  /** Whether a mark is on these words. */
  boolean hasAt(int mark, int start, int end) {
    for (int place = first(mark); place != NOWHERE; place = after(place)) {
      if (starts[place] == start && ends[place] == end) {
        return true;
      }
    }
    return false;
  }

  /** Every mark in the sentence, each once, in rising order. */
  int[] all() {
    int[] found = new int[used];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != Vocabulary.NONE && heads[i] != NOWHERE) {
        found[count++] = keys[i];
      }
    }
    Arrays.sort(found, 0, count);
    return count == used ? found : Arrays.copyOf(found, count);
  }

  // Changes by a script, which keep the places of a mark in order.

  /** Adds a place anywhere. */
  void insert(int mark, int start, int end) {
    int before = NOWHERE;
    int at = first(mark);
    while (at != NOWHERE && starts[at] < start) {
      before = at;
      at = next[at];
    }
    if (at != NOWHERE && starts[at] == start) {
      ends[at] = Math.max(ends[at], end);
    } else if (at == NOWHERE) {
      add(mark, start, end, true);
    } else {
      int place = newPlace(start, end, true);
      next[place] = at;
      link(mark, before, place);
    }
  }

  private void link(int mark, int before, int place) {
    if (before == NOWHERE) {
      heads[slot(mark)] = place;
    } else {
      next[before] = place;
    }
  }

  /** Takes a mark off the words of a range. */
  void remove(int mark, int from, int to) {
    int before = NOWHERE;
    int at = first(mark);
    while (at != NOWHERE) {
      int after = next[at];
      if (starts[at] <= to && ends[at] >= from) {
        link(mark, before, after);
        if (after == NOWHERE) {
          tails[slot(mark)] = before;
        }
      } else {
        before = at;
      }
      at = after;
    }
  }

  /** The first place of a mark, or the one that covers a position other than 0. */
  int placeIn(int mark, int position) {
    for (int place = first(mark); place != NOWHERE; place = after(place)) {
      if (position == 0 || (starts[place] <= position && ends[place] >= position)) {
        return place;
      }
    }
    return NOWHERE;
  }

  /** Takes every mark off the words of a range, remembering them. */
  void hide(int from, int to) {
    HiddenMarks kept = hidden == null ? new HiddenMarks() : hidden;
    hidden = kept;
    for (int mark : all()) {
      for (int at = first(mark); at != NOWHERE; at = next[at]) {
        if (starts[at] <= to && ends[at] >= from) {
          kept.add(mark, starts[at], ends[at]);
        }
      }
      remove(mark, from, to);
    }
  }

  /** Puts back what was hidden in a range. */
  void show(int from, int to) {
    if (hidden != null) {
      hidden.take(from, to).forEach(mark -> insert(mark.mark(), mark.start(), mark.end()));
    }
  }

  /** Puts back all that was hidden, or hides the same again. */
  void showAll(boolean shown) {
    if (hidden == null) {
      return;
    }
    HiddenMarks kept = hidden;
    if (shown) {
      kept.all().forEach(mark -> insert(mark.mark(), mark.start(), mark.end()));
    } else {
      kept.all().forEach(mark -> remove(mark.mark(), mark.start(), mark.end()));
    }
  }

  private int slot(int mark) {
    int mask = keys.length - 1;
    int slot = (mark * 0x9E3779B9) >>> 7 & mask;
    while (keys[slot] != Vocabulary.NONE && keys[slot] != mark) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void claim(int slot, int mark) {
    keys[slot] = mark;
    used++;
    if (used * 2 > keys.length) {
      heads[slot] = NOWHERE;
      rehash();
    }
  }

  private void rehash() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    int[] oldTails = tails;
    keys = new int[oldKeys.length * 2];
    heads = new int[keys.length];
    tails = new int[keys.length];
    Arrays.fill(keys, Vocabulary.NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != Vocabulary.NONE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
        tails[slot] = oldTails[i];
      }
    }
  }

  private int newPlace(int start, int end, boolean typed) {
    if (places == starts.length) {
      starts = Arrays.copyOf(starts, places * 2);
      ends = Arrays.copyOf(ends, places * 2);
      next = Arrays.copyOf(next, places * 2);
      original = Arrays.copyOf(original, places * 2);
    }
    starts[places] = start;
    ends[places] = end;
    next[places] = NOWHERE;
    original[places] = typed;
    return places++;
  }
}
