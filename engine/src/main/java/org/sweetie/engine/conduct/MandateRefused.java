package org.sweetie.engine.conduct;

/**
 * A document that cannot be filed as a mandate; the message says what was given and what was
 * expected.
 */
public final class MandateRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MandateRefused(String message) {
    super(message);
  }
}
