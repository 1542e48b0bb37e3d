package org.sweetie.evidence.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** SHA-256 as RFC 9162, 2.1.1 takes it, and how hashes are written. */
final class Hashes {
  static final int LENGTH = 32;

  private Hashes() {}

  static byte[] leaf(byte[] leaf) {
    MessageDigest sha256 = sha256();
    sha256.update((byte) 0);
    return sha256.digest(leaf);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha256 = sha256();
    sha256.update((byte) 1);
    sha256.update(left);
    return sha256.digest(right);
  }

  static byte[] empty() {
    return sha256().digest();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String quoted(byte[] hash) {
    return '"' + base64(hash) + '"';
  }

  static String quoted(List<byte[]> hashes) {
    return hashes.stream().map(Hashes::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256: use another", missing);
    }
  }
}
