package org.sweetie.evidence.handover;

import org.jspecify.annotations.Nullable;

/**
 * Nothing can be encrypted to this recipient: what was given, and what kind of certificate is
 * needed.
 */
public final class RecipientUnsuitable extends RuntimeException {
  private static final long serialVersionUID = 1;

  RecipientUnsuitable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
