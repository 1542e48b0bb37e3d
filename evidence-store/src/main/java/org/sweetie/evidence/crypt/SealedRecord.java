package org.sweetie.evidence.crypt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A record as it is stored and hashed: sealed, bound to its key, of at most 65,535 bytes.
 *
 * <p>The leaf, all numbers big-endian:
 *
 * <pre>
 *  0  1 version, 1
 *  1  1 form: 0 inline, 1 detached
 *  2 16 key id, random
 * 18 16 nonce, random
 * 34 32 commitment to the leaf key
 * 66    inline: AES-256-GCM ciphertext and its 16-byte tag
 *       detached: length of that ciphertext with its tag, u64, and its SHA-256, 32 bytes; it
 *       stands beside the leaf as the body
 * </pre>
 *
 * <p>Leaf key = HMAC-SHA-256(conversation key, "sweetie leaf 1" || bytes 2 to 34); cipher key =
 * HMAC-SHA-256(leaf key, "sweetie seal 1"); commitment = HMAC-SHA-256(leaf key, "sweetie bind 1");
 * IV = first 12 bytes of the nonce; additional data = bytes 0 to 66. The commitment is there
 * because GCM alone does not bind a ciphertext to one key: without it, an insider could make a leaf
 * that opens to two different texts. A leaf fits the 16-bit length of a C2SP tlog-tiles entry
 * bundle.
 *
 * @param leaf the bytes the RFC 9162 leaf hash is taken over
 * @param body the detached ciphertext; empty for an inline leaf
 */
public record SealedRecord(byte[] leaf, byte[] body) {
  /** The longest leaf, bytes. */
  public static final int MAX_LEAF = 65_535;

  private static final int KEY_ID = 2;
  private static final int NONCE = 18;
  private static final int COMMITMENT = 34;
  private static final int HEADER = 66;
  private static final int DETACHED = HEADER + 8 + 32;
  private static final int TAG = 16;

  public SealedRecord {
    checkLeaf(leaf);
  }

  private static void checkLeaf(byte[] leaf) {
    boolean known = leaf.length >= 2 && leaf[0] == 1 && (leaf[1] == 0 || leaf[1] == 1);
    boolean fits =
        known
            && leaf.length <= MAX_LEAF
            && (leaf[1] == 0 ? leaf.length >= HEADER + TAG : leaf.length == DETACHED);
    if (!fits) {
      throw new IllegalArgumentException(
          "leaf of " + leaf.length + " bytes: expected a sealed record of version 1");
    }
  }

  /** Seals {@code plain} with a fresh nonce. */
  public static SealedRecord seal(ConversationKey key, byte[] plain, SecureRandom random) {
    byte[] nonce = new byte[COMMITMENT - NONCE];
    random.nextBytes(nonce);
    boolean inline = HEADER + plain.length + TAG <= MAX_LEAF;
    byte[] head =
        ByteBuffer.allocate(HEADER)
            .put((byte) 1)
            .put((byte) (inline ? 0 : 1))
            .put(key.id().bytes())
            .put(nonce)
            .array();
    LeafKey leafKey = derive(key, head);
    System.arraycopy(hmac(leafKey.bytes(), "sweetie bind 1"), 0, head, COMMITMENT, 32);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, leafKey, head, plain, 0, plain.length);
    return inline ? inline(head, sealed) : detached(head, sealed);
  }

  private static SealedRecord inline(byte[] head, byte[] sealed) {
    byte[] leaf = Arrays.copyOf(head, HEADER + sealed.length);
    System.arraycopy(sealed, 0, leaf, HEADER, sealed.length);
    return new SealedRecord(leaf, new byte[0]);
  }

  private static SealedRecord detached(byte[] head, byte[] sealed) {
    byte[] leaf =
        ByteBuffer.allocate(DETACHED).put(head).putLong(sealed.length).put(sha256(sealed)).array();
    return new SealedRecord(leaf, sealed);
  }

  /** The key this record alone is opened with. */
  public LeafKey leafKey(ConversationKey key) {
    return derive(key, leaf);
  }

  /**
   * Opens the record.
   *
   * @throws SealBroken when key, leaf and body do not belong together
   */
  public byte[] open(LeafKey key) {
    byte[] commitment = Arrays.copyOfRange(leaf, COMMITMENT, HEADER);
    if (!MessageDigest.isEqual(commitment, hmac(key.bytes(), "sweetie bind 1"))) {
      throw new SealBroken("the record is not committed to that key");
    }
    if (!bodyMatches()) {
      throw new SealBroken("the detached body is not the one the leaf names");
    }
    byte[] sealed = isDetached() ? body : leaf;
    int from = isDetached() ? 0 : HEADER;
    return crypt(Cipher.DECRYPT_MODE, key, leaf, sealed, from, sealed.length - from);
  }

  /** Whether the body is the one whose length and SHA-256 the leaf holds; empty for inline. */
  public boolean bodyMatches() {
    if (!isDetached()) {
      return body.length == 0;
    }
    return ByteBuffer.wrap(leaf).getLong(HEADER) == body.length
        && Arrays.equals(leaf, HEADER + 8, DETACHED, sha256(body), 0, 32);
  }

  /** Whether the ciphertext stands beside the leaf. */
  public boolean isDetached() {
    return leaf[1] == 1;
  }

  /** The id of the key it is sealed with. */
  public KeyId keyId() {
    return new KeyId(Arrays.copyOfRange(leaf, KEY_ID, NONCE));
  }

  private static LeafKey derive(ConversationKey key, byte[] head) {
    byte[] context = Arrays.copyOfRange(head, KEY_ID, COMMITMENT);
    return new LeafKey(hmac(key.secret(), "sweetie leaf 1", context));
  }

  private static byte[] crypt(
      int mode, LeafKey key, byte[] head, byte[] input, int offset, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret = new SecretKeySpec(hmac(key.bytes(), "sweetie seal 1"), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(8 * TAG, head, NONCE, 12));
      cipher.updateAAD(head, 0, HEADER);
      return cipher.doFinal(input, offset, length);
    } catch (javax.crypto.AEADBadTagException changed) {
      throw new SealBroken("the ciphertext was changed after it was sealed");
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no AES-256-GCM: use another", missing);
    }
  }

  private static byte[] hmac(byte[] key, String label, byte... context) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(label.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return mac.doFinal(context);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256: use another", missing);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256: use another", missing);
    }
  }
}
