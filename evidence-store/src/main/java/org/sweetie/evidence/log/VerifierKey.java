package org.sweetie.evidence.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A named Ed25519 public key of signed notes (C2SP signed-note, verifier keys).
 *
 * @param name neither blank nor with a space or plus sign
 * @param key 32 bytes as RFC 8032 encodes it
 */
public record VerifierKey(String name, byte[] key) {
  private static final byte ED25519 = 1;
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  public VerifierKey {
    if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || isSpace(c))) {
      throw new IllegalArgumentException(
          "key name '" + name + "': expected a name without spaces and plus signs");
    }
    if (key.length != 32) {
      throw new IllegalArgumentException("Ed25519 key of " + key.length + " bytes: expected 32");
    }
    key = key.clone();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
  }

  /** Reads {@code <name>+<hex id>+<base64 key>}. */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    byte[] typed = parts.length == 3 ? decoded(parts[2]) : new byte[0];
    if (typed.length != 33 || typed[0] != ED25519) {
      throw malformed(vkey);
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
    if (!key.toString().equals(vkey.strip())) {
      throw malformed(vkey);
    }
    return key;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static IllegalArgumentException malformed(String vkey) {
    return new IllegalArgumentException(
        "verifier key '" + vkey + "': expected name+hash+key of an Ed25519 key, as C2SP writes it");
  }

  /** The first four bytes of SHA-256(name, line feed, type 1, key). */
  public byte[] id() {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update((name + '\n').getBytes(StandardCharsets.UTF_8));
    sha256.update(ED25519);
    return Arrays.copyOf(sha256.digest(key), 4);
  }

  /** Whether {@code signature} is this key's, 64 bytes, over {@code text}. */
  public boolean signed(byte[] text, byte[] signature) {
    // The JDK takes longer ones too.
    if (signature.length != 64) {
      return false;
    }
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey());
      ed25519.update(text);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private PublicKey publicKey() throws GeneralSecurityException {
    byte[] spki = Arrays.copyOf(SPKI, SPKI.length + key.length);
    System.arraycopy(key, 0, spki, SPKI.length, key.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(key);
  }

  /** As C2SP writes it: {@code <name>+<hex id>+<base64 key>}. */
  @Override
  public String toString() {
    byte[] typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, 32);
    return name + '+' + HexFormat.of().formatHex(id()) + '+' + Hashes.base64(typed);
  }
}
