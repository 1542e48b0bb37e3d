package org.sweetie.evidence.handover;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.evidence.verify.CanonicalJson;
import org.sweetie.evidence.verify.Ed25519;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.PackageFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a person signs to approve a handover (CONDUCT C2): this case, exactly as it stands, to this
 * recipient.
 *
 * @param caseId the case
 * @param recipient SHA-256 of the recipient's certificate (DER), lower-case hex
 * @param caseDigest the digest over the case's entries ({@link Handover#digest})
 * @param by the person's id
 * @param at when
 */
public record ApprovalStatement(
    String caseId, String recipient, String caseDigest, String by, Instant at) {

  /** The exact bytes that are signed: canonical JSON (RFC 8785). */
  public byte[] bytes() {
    return CanonicalJson.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("format", PackageFiles.APPROVAL_FORMAT)
            .put("case", caseId)
            .put("recipient", recipient)
            .put("caseDigest", caseDigest)
            .put("by", by)
            .put("at", at.toString()));
  }

  /**
   * Reads a statement.
   *
   * @throws IllegalArgumentException when it is none, or is not in the one canonical form
   */
  public static ApprovalStatement parse(byte[] bytes) {
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      ApprovalStatement read =
          new ApprovalStatement(
              node.path("case").asString(""),
              node.path("recipient").asString(""),
              node.path("caseDigest").asString(""),
              node.path("by").asString(""),
              Instant.parse(node.path("at").asString("")));
      if (java.util.Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | DateTimeException malformed) {
      throw new IllegalArgumentException(
          "no approval statement: " + malformed.getMessage(), malformed);
    }
    throw new IllegalArgumentException(
        "no approval statement: expected canonical JSON of the format "
            + PackageFiles.APPROVAL_FORMAT);
  }

  /** The Ed25519 signature of the person over {@link #bytes()}, 64 bytes. */
  public byte[] sign(PrivateKey key) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(bytes());
      return signer.sign();
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalArgumentException(
          "an approval is signed with an Ed25519 key; this one is " + key.getAlgorithm(), wrongKey);
    }
  }

  /**
   * Whether {@code signature} over this statement is by the holder of an enrolled key.
   *
   * @param publicKey SubjectPublicKeyInfo in base64, as {@link Entry.Person} has it
   */
  public boolean signedBy(String publicKey, byte[] signature) {
    try {
      Ed25519.verify(Base64.getDecoder().decode(publicKey), bytes(), signature, "the approval");
      return true;
    } catch (Fault | IllegalArgumentException doesNotHold) {
      return false;
    }
  }

  /** The log entry of this approval. */
  public Entry.Approval entry(String id, byte[] signature, Instant now) {
    return new Entry.Approval(now, id, caseId, by, recipient, bytes(), signature);
  }
}
