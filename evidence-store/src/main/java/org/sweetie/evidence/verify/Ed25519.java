package org.sweetie.evidence.verify;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * Ed25519 signatures (RFC 8032), with the lengths held strictly: Java itself takes 65 bytes too.
 */
public final class Ed25519 {
  private static final byte[] SPKI_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };
  private static final int KEY_LENGTH = 32;
  private static final int SIGNATURE_LENGTH = 64;

  private Ed25519() {}

  /**
   * Holds a signature against a message.
   *
   * @param key SubjectPublicKeyInfo, 44 bytes (RFC 8410)
   * @throws Fault when the key is none, the signature is not 64 bytes, or it is not of this message
   */
  public static void verify(byte[] key, byte[] message, byte[] signature, String what) {
    if (signature.length != SIGNATURE_LENGTH) {
      throw new Fault(
          what + " has " + signature.length + " bytes: an Ed25519 signature has exactly 64");
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey(key));
      verifier.update(message);
      if (!verifier.verify(signature)) {
        throw new Fault(what + " is not of these bytes by this key");
      }
    } catch (GeneralSecurityException broken) {
      throw new Fault(what + " cannot be checked: " + broken.getMessage(), broken);
    }
  }

  /** The key of a SubjectPublicKeyInfo that holds an Ed25519 key and nothing else. */
  private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
    boolean plain =
        key.length == SPKI_PREFIX.length + KEY_LENGTH
            && Arrays.equals(SPKI_PREFIX, Arrays.copyOf(key, SPKI_PREFIX.length));
    if (!plain) {
      throw new Fault("a key is no Ed25519 SubjectPublicKeyInfo of 44 bytes (RFC 8410)");
    }
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
  }

  /** The SubjectPublicKeyInfo of 32 raw bytes. */
  static byte[] ofRaw(byte[] raw) {
    byte[] key = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, key, SPKI_PREFIX.length, raw.length);
    return key;
  }
}
