package org.sweetie.models.encode;

import org.jspecify.annotations.Nullable;

/** A model file is missing, damaged or does not run on this machine. */
public final class ModelUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
