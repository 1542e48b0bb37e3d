package org.sweetie.engine.persona;

/**
 * A persona cannot be used as given. The message says what was given, what was expected and what to
 * do.
 */
public final class PersonaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PersonaException(String message) {
    super(message);
  }
}
