package org.sweetie.console.cli;

/**
 * What was given cannot be used. The message is one line: what was given, what was expected, what
 * to do.
 */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }
}
