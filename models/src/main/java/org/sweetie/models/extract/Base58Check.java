package org.sweetie.models.extract;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bitcoin's first address format: a version, a hash of 20 bytes and four bytes of double SHA-256.
 */
final class Base58Check {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int PAYLOAD = 21;
  private static final int WHOLE = 25;
  private static final int LONGEST = 35;

  private Base58Check() {}

  /** An address of the main network, paid to a key or to a script; empty for anything else. */
  static Optional<String> bitcoin(String word) {
    if (word.length() > LONGEST || word.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return Optional.empty();
    }
    byte[] bytes = decode(word);
    boolean isAddress =
        bytes.length == WHOLE
            && (bytes[0] == 0x00 || bytes[0] == 0x05)
            && Arrays.equals(checksum(bytes), Arrays.copyOfRange(bytes, PAYLOAD, WHOLE));
    return isAddress ? Optional.of(word) : Optional.empty();
  }

  private static byte[] decode(String word) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < word.length(); i++) {
      number =
          number
              .multiply(BigInteger.valueOf(58))
              .add(BigInteger.valueOf(ALPHABET.indexOf(word.charAt(i))));
    }
    byte[] digits = number.toByteArray();
    int skip = digits[0] == 0 ? 1 : 0;
    int zeros = 0;
    while (zeros < word.length() && word.charAt(zeros) == '1') {
      zeros++;
    }
    byte[] bytes = new byte[zeros + digits.length - skip];
    System.arraycopy(digits, skip, bytes, zeros, digits.length - skip);
    return bytes;
  }

  private static byte[] checksum(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, 0, PAYLOAD);
      return Arrays.copyOf(sha.digest(sha.digest()), WHOLE - PAYLOAD);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, this one has not", e);
    }
  }
}
