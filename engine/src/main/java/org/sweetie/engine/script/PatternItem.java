package org.sweetie.engine.script;

/**
 * One element of a pattern with what stands before it.
 *
 * @param element what to find
 * @param not {@code !}: it must not be found from here on
 * @param notNext {@code !!}: it must not come next
 * @param typed {@code '}: the word as typed, not its canonical form
 * @param memorised {@code _}: what matched is kept
 */
record PatternItem(
    PatternElement element, boolean not, boolean notNext, boolean typed, boolean memorised) {}
