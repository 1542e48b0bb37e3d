package org.sweetie.evidence.verify;

/** A named thing wrong with what is being checked: what was expected, and what was there. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Fault(String message) {
    super(message);
  }

  public Fault(String message, Throwable cause) {
    super(message, cause);
  }
}
