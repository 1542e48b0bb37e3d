package org.sweetie.models.train;

import org.jspecify.annotations.Nullable;

/** A corpus cannot be read or a model made from it is not good enough to be kept. */
public final class TrainingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrainingFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
