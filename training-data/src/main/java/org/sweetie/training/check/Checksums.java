package org.sweetie.training.check;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Whether digits and letters are what they look like: Luhn (ISO/IEC 7812-1), mod 97 (ISO 7064),
 * Base58Check.
 */
final class Checksums {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int BECH32M = 0x2bc830a3;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKED = 25;
  private static final int PAYLOAD = 21;

  /** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro. */
  private static final Pattern ISSUER = Pattern.compile("(?:4|5[0-8]|2[2-7]|3[04-9]|6[0-9]).*");

  private Checksums() {}

  static boolean card(String digits) {
    if (!ISSUER.matcher(digits).matches() || digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  static boolean iban(String text) {
    if (text.length() < 15 || text.length() > 34) {
      return false;
    }
    int rest = 0;
    for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
      int value = Character.digit(c, Character.MAX_RADIX);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }

  /**
   * Four octets; four different single digits are far more often the number of a section or a
   * version.
   */
  static boolean octets(String text) {
    boolean section = text.length() == 7 && text.chars().distinct().count() > 2;
    return !section && Arrays.stream(text.split("\\.")).allMatch(p -> Integer.parseInt(p) <= 255);
  }

  /** Digits alone, a leading zero for the United Kingdom, a plus for every other country. */
  static String telephone(String text) {
    String digits = text.replaceAll("[^+0-9]", "");
    if (digits.startsWith("+44")) {
      return "0" + digits.substring(3).replaceFirst("^0", "");
    }
    return digits.startsWith("+1") ? digits.substring(2) : digits;
  }

  static boolean base58Check(String text) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = BASE58.indexOf(text.charAt(i));
      value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = value.toByteArray();
    byte[] whole = new byte[CHECKED];
    int from = Math.max(0, bytes.length - CHECKED);
    System.arraycopy(bytes, from, whole, CHECKED - (bytes.length - from), bytes.length - from);
    byte[] sum = sha256(sha256(Arrays.copyOf(whole, PAYLOAD)));
    return Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(whole, PAYLOAD, CHECKED));
  }

  /**
   * Bech32 for witness version 0 (BIP 173), Bech32m for the others (BIP 350), of the main network,
   * in lower case.
   */
  static boolean bech32(String text) {
    int sum = 1;
    for (int value : new int[] {3, 3, 0, 2, 3}) {
      sum = polymod(sum, value);
    }
    for (char c : text.substring("bc1".length()).toCharArray()) {
      sum = polymod(sum, BECH32.indexOf(c));
    }
    boolean first = text.charAt("bc1".length()) == BECH32.charAt(0);
    return sum == (first ? 1 : BECH32M);
  }

  private static int polymod(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
    }
    return next;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
