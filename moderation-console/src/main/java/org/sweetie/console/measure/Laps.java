package org.sweetie.console.measure;

import java.util.Arrays;

/** The times of single turns, in nanoseconds. */
final class Laps {
  private long[] nanos = new long[1 << 16];
  private int count;
  private long total;

  void add(long lap) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = lap;
    total += lap;
  }

  int count() {
    return count;
  }

  double perSecond() {
    return count * 1e9 / total;
  }

  double micros(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (count * share))] / 1e3;
  }
}
