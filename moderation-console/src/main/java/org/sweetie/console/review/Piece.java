package org.sweetie.console.review;

/**
 * A run of shown text with the same marks on all of it.
 *
 * @param text as shown
 * @param kind {@code plain}, {@code indicator}, {@code identifier}, {@code both} or {@code masked}
 * @param refs the numbers of the notes it bears, {@code 1, 3}; empty where the run does not end a
 *     mark
 */
public record Piece(String text, String kind, String refs) {}
