package org.sweetie.evidence.crypt;

/**
 * The key of one sealed record: opens that record and no other, so that a case can be disclosed
 * record by record. 32 bytes, derived as {@link SealedRecord} says.
 */
public record LeafKey(byte[] bytes) {
  public LeafKey {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("leaf key of " + bytes.length + " bytes: expected 32");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "a leaf key";
  }
}
