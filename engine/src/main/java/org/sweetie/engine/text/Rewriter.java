package org.sweetie.engine.text;

import java.util.Arrays;

/** Writes a changed text from left to right and keeps where each unit came from. */
final class Rewriter {
  private final String source;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  Rewriter(String source) {
    this.source = source;
    text = new StringBuilder(source.length());
    starts = new int[source.length() + 16];
    ends = new int[source.length() + 16];
  }

  /** Copies source units unchanged. */
  void copy(int from, int to) {
    grow(to - from);
    for (int i = from; i < to; i++) {
      starts[text.length() + i - from] = i;
      ends[text.length() + i - from] = i + 1;
    }
    text.append(source, from, to);
  }

  /** Writes a replacement; each of its units comes from the whole of the source range. */
  void replace(int from, int to, CharSequence replacement) {
    grow(replacement.length());
    int at = text.length();
    Arrays.fill(starts, at, at + replacement.length(), from);
    Arrays.fill(ends, at, at + replacement.length(), to);
    text.append(replacement);
  }

  Normalized done() {
    int length = text.length();
    return new Normalized(
        text.toString(), new OffsetMap(Arrays.copyOf(starts, length), Arrays.copyOf(ends, length)));
  }

  private void grow(int more) {
    int needed = text.length() + more;
    if (needed > starts.length) {
      int size = Math.max(needed, starts.length + starts.length / 2);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
    }
  }
}
