package org.sweetie.models.extract;

import java.util.Locale;
import java.util.Optional;

/** Bitcoin's segregated-witness addresses: Bech32 (BIP-173) and Bech32m (BIP-350). */
final class SegwitAddress {
  private static final String PREFIX = "bc";
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKSUM = 6;
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;

  private SegwitAddress() {}

  /** An address of the main network in lower case; empty for anything else. */
  static Optional<String> bitcoin(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean isOneCase = word.equals(lower) || word.equals(word.toUpperCase(Locale.ROOT));
    if (!isOneCase || !lower.startsWith(PREFIX + "1") || lower.length() > 90) {
      return Optional.empty();
    }
    String data = lower.substring(PREFIX.length() + 1);
    if (data.length() <= CHECKSUM || data.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return Optional.empty();
    }
    return isWitness(data) ? Optional.of(lower) : Optional.empty();
  }

  private static boolean isWitness(String data) {
    int version = ALPHABET.indexOf(data.charAt(0));
    int program = data.length() - CHECKSUM - 1;
    int bytes = program * 5 / 8;
    int padding = program * 5 % 8;
    int last = ALPHABET.indexOf(data.charAt(program));
    return version <= 16
        && bytes >= 2
        && bytes <= 40
        && (version > 0 || bytes == 20 || bytes == 32)
        && padding < 5
        && (last & ((1 << padding) - 1)) == 0
        && polymod(data) == (version == 0 ? BECH32 : BECH32M);
  }

  private static int polymod(String data) {
    int check = 1;
    for (int i = 0; i < PREFIX.length(); i++) {
      check = step(check, PREFIX.charAt(i) >> 5);
    }
    check = step(check, 0);
    for (int i = 0; i < PREFIX.length(); i++) {
      check = step(check, PREFIX.charAt(i) & 31);
    }
    for (int i = 0; i < data.length(); i++) {
      check = step(check, ALPHABET.indexOf(data.charAt(i)));
    }
    return check;
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }
}
