package org.sweetie.engine.text;

import java.util.Arrays;

/**
 * Writes a changed text from left to right and keeps where each unit came from.
 *
 * <p>Ranges are given in source units and must be in order; what is skipped between them is
 * dropped.
 */
public final class Rewriter {
  private final String source;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  /** Begins an empty text made from a source. */
  public Rewriter(String source) {
    this.source = source;
    text = new StringBuilder(source.length());
    starts = new int[source.length() + 16];
    ends = new int[source.length() + 16];
  }

  /** Copies source units unchanged. */
  public void copy(int from, int to) {
    grow(to - from);
    for (int i = from; i < to; i++) {
      starts[text.length() + i - from] = i;
      ends[text.length() + i - from] = i + 1;
    }
    text.append(source, from, to);
  }

  /** Writes a replacement; each of its units comes from the whole of the source range. */
  public void replace(int from, int to, CharSequence replacement) {
    grow(replacement.length());
    int at = text.length();
    Arrays.fill(starts, at, at + replacement.length(), from);
    Arrays.fill(ends, at, at + replacement.length(), to);
    text.append(replacement);
  }

  /** Lets the last unit written come from everything up to {@code to}; nothing where none was. */
  void widen(int to) {
    if (text.length() > 0) {
      ends[text.length() - 1] = to;
    }
  }

  /** The text so far, and its way back to the source. */
  public Normalized done() {
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
