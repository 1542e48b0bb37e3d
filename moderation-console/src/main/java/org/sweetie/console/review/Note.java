package org.sweetie.console.review;

/**
 * What a mark in a text means.
 *
 * @param ref its number in the message, from 1
 * @param kind {@code indicator} or {@code identifier}
 * @param label the name in words
 * @param detail for an identifier, its normal form; otherwise empty
 * @param score two decimals; empty for eyes that may not see explanations of scores (CONDUCT B13)
 */
public record Note(int ref, String kind, String label, String detail, String score) {}
