package org.sweetie.models.retrieve;

import org.jspecify.annotations.Nullable;

/** The library's folder cannot be read or written, or an item cannot be kept in it. */
public final class LibraryUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LibraryUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
