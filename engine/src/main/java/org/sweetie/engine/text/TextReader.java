package org.sweetie.engine.text;

/**
 * Makes text readable: normal form first, then the mask (CONDUCT A2). Safe for use by many threads.
 */
public interface TextReader {
  /** The token that stands for an explicit term wherever text is seen, kept or learned from. */
  String EXPLICIT = "<explicit>";

  /**
   * The readable form of a text.
   *
   * @param original as written; may hold anything, lone surrogates too
   */
  Readable read(String original);

  /** {@code sha256:} and the hash of the rules and word lists it reads by. */
  String hash();
}
