package org.sweetie.engine.conduct;

/**
 * A mandate as its authority issued it.
 *
 * @param document the exact bytes that were signed
 * @param signature Ed25519 (RFC 8032) over the document, 64 bytes
 * @param authorityKey the authority's public key, X.509 SubjectPublicKeyInfo in base64
 * @param mandate what the document says
 */
public record SignedMandate(
    byte[] document, byte[] signature, String authorityKey, Mandate mandate) {
  public SignedMandate {
    document = document.clone();
    signature = signature.clone();
  }

  @Override
  public byte[] document() {
    return document.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }
}
