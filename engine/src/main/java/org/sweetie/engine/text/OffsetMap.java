package org.sweetie.engine.text;

/**
 * Leads every position of a changed text back to the original it was made from.
 *
 * <p>For each UTF-16 unit of the changed text it keeps the half-open range of original units that
 * unit came from. The ranges are in order and may be empty (a unit that was put in) or wider than
 * one unit (several that became one).
 */
public final class OffsetMap {
  private final int[] starts;
  private final int[] ends;

  /** Takes ownership of both arrays: one start and one end for each unit of the changed text. */
  OffsetMap(int[] starts, int[] ends) {
    if (starts.length != ends.length) {
      throw new IllegalArgumentException(starts.length + " starts for " + ends.length + " ends");
    }
    this.starts = starts;
    this.ends = ends;
  }

  /** The map of a text of {@code length} units onto itself. */
  public static OffsetMap identity(int length) {
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (int i = 0; i < length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new OffsetMap(starts, ends);
  }

  /** Units of the changed text. */
  public int length() {
    return starts.length;
  }

  /** The first original unit of the unit at {@code at}. */
  public int originalStart(int at) {
    return starts[at];
  }

  /**
   * One past the last original unit of the last unit of a span that ends, exclusively, at {@code
   * end}; 0 for an empty span at 0.
   */
  public int originalEnd(int end) {
    return end == 0 ? 0 : ends[end - 1];
  }

  /** The map through two changes: this one, then {@code next} made from its result. */
  public OffsetMap then(OffsetMap next) {
    int[] s = new int[next.length()];
    int[] e = new int[next.length()];
    for (int i = 0; i < s.length; i++) {
      int from = next.starts[i];
      int to = next.ends[i];
      s[i] = from < starts.length ? starts[from] : originalEnd(starts.length);
      e[i] = to > from ? ends[to - 1] : s[i];
    }
    return new OffsetMap(s, e);
  }
}
