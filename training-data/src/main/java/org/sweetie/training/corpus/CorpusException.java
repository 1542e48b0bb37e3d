package org.sweetie.training.corpus;

/**
 * A corpus file that cannot be used as it stands: says what was given, what was expected and what
 * to do.
 */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CorpusException(String message) {
    super(message);
  }

  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}
