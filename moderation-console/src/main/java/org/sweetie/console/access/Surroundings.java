package org.sweetie.console.access;

/**
 * Where this console stands.
 *
 * @param demo whether it is a demonstration on loopback. Anything else answers browsers behind TLS,
 *     so its cookie never travels in the clear.
 */
public record Surroundings(boolean demo) {}
