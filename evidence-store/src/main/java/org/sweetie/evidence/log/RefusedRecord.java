package org.sweetie.evidence.log;

/** A record is too long, or, handed in from outside, malformed or of a kind nobody may hand in. */
public final class RefusedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedRecord(String message) {
    super(message);
  }
}
