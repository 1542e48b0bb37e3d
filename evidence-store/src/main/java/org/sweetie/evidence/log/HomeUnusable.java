package org.sweetie.evidence.log;

/** A folder is no home, or not the home that was asked for. */
public final class HomeUnusable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public HomeUnusable(String message) {
    super(message);
  }

  public HomeUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
