package org.sweetie.models.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Ethereum addresses, whose letter case is their checksum (EIP-55). */
final class EtherAddress {
  private static final int LENGTH = 42;

  private EtherAddress() {}

  /**
   * The address with its checksum in its case. One written all in lower or all in upper case has no
   * checksum to be wrong; mixed case must be right.
   */
  static Optional<String> checked(String word) {
    if (word.length() != LENGTH || word.charAt(0) != '0' || word.charAt(1) != 'x') {
      return Optional.empty();
    }
    String hex = word.substring(2);
    if (!hex.chars().allMatch(c -> Chars.isHex((char) c))) {
      return Optional.empty();
    }
    String lower = hex.toLowerCase(Locale.ROOT);
    String checked = withChecksum(lower);
    boolean isPlain = hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT));
    return isPlain || hex.equals(checked) ? Optional.of("0x" + checked) : Optional.empty();
  }

  private static String withChecksum(String lower) {
    byte[] hash = new byte[32];
    KeccakDigest keccak = new KeccakDigest(256);
    byte[] ascii = lower.getBytes(StandardCharsets.US_ASCII);
    keccak.update(ascii, 0, ascii.length);
    keccak.doFinal(hash, 0);
    StringBuilder checked = new StringBuilder(lower);
    for (int i = 0; i < lower.length(); i++) {
      int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
      if (nibble >= 8) {
        checked.setCharAt(i, Character.toUpperCase(lower.charAt(i)));
      }
    }
    return checked.toString();
  }
}
