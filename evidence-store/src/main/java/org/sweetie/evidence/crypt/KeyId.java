package org.sweetie.evidence.crypt;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Names a key: 16 random bytes that tell nothing of the conversation it belongs to. */
public record KeyId(byte[] bytes) {
  /** Bytes of an id. */
  public static final int LENGTH = 16;

  public KeyId {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "key id of " + bytes.length + " bytes: expected " + LENGTH);
    }
    bytes = bytes.clone();
  }

  static KeyId random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new KeyId(bytes);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
