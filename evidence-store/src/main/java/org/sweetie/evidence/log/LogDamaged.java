package org.sweetie.evidence.log;

/** The log is not what it signed: cut off, rolled back, edited, or its keys are gone. */
public final class LogDamaged extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LogDamaged(String message) {
    super(message);
  }

  public LogDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
