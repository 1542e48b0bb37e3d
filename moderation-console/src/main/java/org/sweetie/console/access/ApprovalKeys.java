package org.sweetie.console.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Checks what an approver's browser signed (Ed25519, RFC 8032). The private key never leaves that
 * browser, so nothing here could approve by itself (CONDUCT C2).
 */
public final class ApprovalKeys {
  private static final int SIGNATURE_BYTES = 64;

  private ApprovalKeys() {}

  /**
   * Reads a public key.
   *
   * @param base64 X.509 SubjectPublicKeyInfo, base64
   * @throws Refused when it is not an Ed25519 public key in that form
   */
  public static PublicKey publicKey(String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64.strip());
      PublicKey key = KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(der));
      if (key instanceof EdECPublicKey ed
          && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
        return key;
      }
      throw notOne();
    } catch (IllegalArgumentException | GeneralSecurityException broken) {
      throw notOne();
    }
  }

  private static Refused notOne() {
    return new Refused(
        "That is not an Ed25519 public key (SubjectPublicKeyInfo, base64). Make the key again on"
            + " this page.");
  }

  /**
   * Whether a signature is one of exactly these bytes by this key. The JDK accepts a longer
   * signature, so the length is checked first.
   */
  public static boolean signed(String publicKey, byte[] statement, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey(publicKey));
      check.update(statement);
      return check.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }
}
