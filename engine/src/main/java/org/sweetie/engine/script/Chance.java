package org.sweetie.engine.script;

/**
 * The random numbers of one turn: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), written out so
 * that they never change with the JDK.
 */
final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Chance(long seed, int turn) {
    state = mix(seed) ^ mix(turn * GOLDEN + 1);
  }

  /** A number from zero below the bound. */
  int below(int bound) {
    state += GOLDEN;
    return (int) Long.remainderUnsigned(mix(state) >>> 1, bound);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
