package org.sweetie.engine.script;

/**
 * A script, or the state of a conversation with one, cannot be used as given. The message says what
 * was given, what was expected and what to do.
 */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ScriptException(String message) {
    super(message);
  }
}
