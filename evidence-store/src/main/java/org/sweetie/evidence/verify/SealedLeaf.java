package org.sweetie.evidence.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens one sealed record of the log with the key of that record (format in docs/package.md).
 *
 * <p>Version, form, 16 bytes key id, 16 bytes nonce, 32 bytes commitment to the record's key, then
 * AES-256-GCM ciphertext and tag, or the length and SHA-256 of a ciphertext that stands beside it.
 */
final class SealedLeaf {
  private static final int COMMITMENT = 34;
  private static final int NONCE = 18;
  private static final int HEADER = 66;
  private static final int TAG = 16;
  private static final int DETACHED = HEADER + 8 + 32;

  private SealedLeaf() {}

  /**
   * What the record says.
   *
   * @param body the ciphertext beside a detached leaf; empty otherwise
   * @throws Fault when leaf, body and key do not belong together
   */
  static byte[] open(byte[] leaf, byte[] body, byte[] key, String what) {
    boolean inline =
        leaf.length >= HEADER + TAG && leaf[0] == 1 && leaf[1] == 0 && body.length == 0;
    boolean detached = leaf.length == DETACHED && leaf[0] == 1 && leaf[1] == 1;
    if (!inline && !detached) {
      throw new Fault(what + " is no sealed record of version 1");
    }
    if (key.length != 32) {
      throw new Fault("the key of " + what + " is not 32 bytes long");
    }
    byte[] commitment = Arrays.copyOfRange(leaf, COMMITMENT, HEADER);
    if (!MessageDigest.isEqual(commitment, hmac(key, "sweetie bind 1"))) {
      throw new Fault("the key of " + what + " is not the one the record is committed to");
    }
    if (detached && !beside(leaf, body)) {
      throw new Fault("the ciphertext beside " + what + " is not the one the record names");
    }
    byte[] sealed = detached ? body : Arrays.copyOfRange(leaf, HEADER, leaf.length);
    return decrypt(leaf, sealed, hmac(key, "sweetie seal 1"), what);
  }

  private static boolean beside(byte[] leaf, byte[] body) {
    return ByteBuffer.wrap(leaf).getLong(HEADER) == body.length
        && Arrays.equals(Arrays.copyOfRange(leaf, HEADER + 8, DETACHED), Hashes.sha256(body));
  }

  private static byte[] decrypt(byte[] leaf, byte[] sealed, byte[] key, String what) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      GCMParameterSpec spec = new GCMParameterSpec(8 * TAG, leaf, NONCE, 12);
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), spec);
      cipher.updateAAD(leaf, 0, HEADER);
      return cipher.doFinal(sealed);
    } catch (AEADBadTagException changed) {
      throw new Fault(what + " was changed after it was sealed", changed);
    } catch (GeneralSecurityException broken) {
      throw new Fault(what + " does not open: " + broken.getMessage(), broken);
    }
  }

  private static byte[] hmac(byte[] key, String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(label.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256: use another", missing);
    }
  }
}
