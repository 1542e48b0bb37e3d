package org.sweetie.engine.conduct;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Inbound.Source;

/**
 * Says, for every outbound turn, under which mandate it may go out, or why it may not (CONDUCT B7,
 * B12).
 *
 * <p>It fails closed: the signature is verified again each time, the document is read again, and
 * whatever is missing, expired, unsigned or for another space allows nothing. Safe for use by many
 * threads.
 */
public final class MandateOffice {
  private static final int ED25519_SIGNATURE_BYTES = 64;

  private final Set<String> trustedKeys;
  private final MandateFormat format;
  private final boolean demoHouse;
  private final List<SignedMandate> filed = new CopyOnWriteArrayList<>();

  /**
   * @param trustedKeys public keys of authorities, X.509 SubjectPublicKeyInfo in base64
   * @param demoHouse whether this is a demo house: it accepts demo mandates and no others (CONDUCT
   *     B13)
   */
  public MandateOffice(Set<String> trustedKeys, MandateFormat format, boolean demoHouse) {
    this.trustedKeys = Set.copyOf(trustedKeys);
    this.format = format;
    this.demoHouse = demoHouse;
  }

  /**
   * Files a mandate document after checking it.
   *
   * @throws MandateRefused when the signature is not a trusted authority's or a required part is
   *     missing
   */
  public SignedMandate file(byte[] document, byte[] signature, String authorityKey) {
    SignedMandate signed =
        new SignedMandate(document, signature, authorityKey, format.read(document));
    String fault = fault(signed);
    if (fault != null) {
      throw new MandateRefused("mandate '" + signed.mandate().id() + "': " + fault);
    }
    filed.add(signed);
    return signed;
  }

  /** The mandates filed so far, in order. */
  public List<SignedMandate> filed() {
    return List.copyOf(filed);
  }

  /**
   * Under which mandate a turn at {@code now} towards {@code source} may go out, or why it may not.
   */
  public Standing standing(Source source, Instant now) {
    Standing last = Standing.none("no mandate names the space '" + source.space() + "'");
    for (SignedMandate signed : filed) {
      if (signed.mandate().spaces().contains(source.space())) {
        Standing standing = standing(signed, now);
        if (standing.mandate() != null) {
          return standing;
        }
        last = standing;
      }
    }
    return last;
  }

  private Standing standing(SignedMandate signed, Instant now) {
    String fault = fault(signed);
    Mandate mandate = format.read(signed.document());
    if (fault != null) {
      return Standing.none("mandate '" + mandate.id() + "': " + fault);
    }
    if (mandate.start() == null || now.isBefore(mandate.start())) {
      return Standing.none("mandate '" + mandate.id() + "' starts only at " + mandate.start());
    }
    if (mandate.expiry() == null || !now.isBefore(mandate.expiry())) {
      return Standing.none("mandate '" + mandate.id() + "' expired at " + mandate.expiry());
    }
    return Standing.under(mandate);
  }

  private @Nullable String fault(SignedMandate signed) {
    if (!trustedKeys.contains(signed.authorityKey())) {
      return "signed with a key that no trusted authority holds; add the authority's public key to the home first";
    }
    if (!verifies(signed)) {
      return "its signature does not verify; ask the authority for the document again";
    }
    List<String> missing = signed.mandate().missing();
    if (!missing.isEmpty()) {
      return "it does not name " + missing + "; nothing is sent under an incomplete mandate";
    }
    if (signed.mandate().demo() != demoHouse) {
      return demoHouse
          ? "a demo house takes demo mandates only"
          : "a demo mandate is accepted by nothing but the demo that made it";
    }
    return null;
  }

  private static boolean verifies(SignedMandate signed) {
    byte[] signature = signed.signature();
    if (signature.length != ED25519_SIGNATURE_BYTES) {
      return false;
    }
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(signed.authorityKey())));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(signed.document());
      return ed25519.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** A live mandate, or null with the reason. */
  public record Standing(@Nullable Mandate mandate, String reason) {
    static Standing none(String reason) {
      return new Standing(null, reason);
    }

    static Standing under(Mandate mandate) {
      return new Standing(
          mandate, "mandate '" + mandate.id() + "' of " + mandate.issuer() + " is live");
    }
  }
}
