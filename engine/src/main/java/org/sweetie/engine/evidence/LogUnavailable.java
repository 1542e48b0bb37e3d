package org.sweetie.engine.evidence;

import org.jspecify.annotations.Nullable;

/** The log could not take an entry: a full disk, a failed flush, a log that refused to go on. */
public final class LogUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LogUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
