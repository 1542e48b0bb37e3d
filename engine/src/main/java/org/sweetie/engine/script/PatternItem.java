package org.sweetie.engine.script;

/**
 * One element of a pattern with what stands before it.
 *
 * @param element what to find
 * @param not {@code !}: it must not be found from here on
 * @param notNext {@code !!}: it must not come next
 * @param typed {@code '}: the word as typed, not its canonical form
 * @param memorised {@code _}: what matched is kept
 * @param slot the match variable to keep it in, and to go on from, or {@link #NEXT}
 */
record PatternItem(
    PatternElement element,
    boolean not,
    boolean notNext,
    boolean typed,
    boolean memorised,
    int slot) {
  /** The match variable behind the last one used. */
  static final int NEXT = -1;

  PatternItem(
      PatternElement element, boolean not, boolean notNext, boolean typed, boolean memorised) {
    this(element, not, notNext, typed, memorised, NEXT);
  }
}
