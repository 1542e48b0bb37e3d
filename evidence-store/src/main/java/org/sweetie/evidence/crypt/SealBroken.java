package org.sweetie.evidence.crypt;

/** A sealed record did not open: it, its body or its key is not what it was. */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1;

  SealBroken(String message) {
    super(message);
  }
}
