package org.sweetie.evidence.log;

/** A record handed in from outside is malformed, too long, or of a kind nobody may hand in. */
public final class RefusedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedRecord(String message) {
    super(message);
  }
}
