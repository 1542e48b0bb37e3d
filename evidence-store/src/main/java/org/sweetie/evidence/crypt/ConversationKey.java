package org.sweetie.evidence.crypt;

import java.util.Arrays;

/**
 * The key of one conversation, or of the house. Its bytes never leave this package: a record is
 * disclosed by its own {@link LeafKey}.
 */
public final class ConversationKey {
  static final int LENGTH = 32;

  private final KeyId id;
  private final byte[] secret;

  ConversationKey(KeyId id, byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("key of " + secret.length + " bytes: expected " + LENGTH);
    }
    this.id = id;
    this.secret = secret.clone();
  }

  public KeyId id() {
    return id;
  }

  byte[] secret() {
    return secret.clone();
  }

  /** Overwrites the key in memory. */
  void destroy() {
    Arrays.fill(secret, (byte) 0);
  }

  /** Its id; never the key. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
