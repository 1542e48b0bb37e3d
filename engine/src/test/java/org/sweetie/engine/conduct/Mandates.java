package org.sweetie.engine.conduct;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An authority for tests: it signs mandates with a key of its own. */
public final class Mandates implements MandateFormat {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant EXPIRY = Instant.parse("2026-03-01T00:00:00Z");

  private final KeyPair keys;
  private final Map<String, Mandate> documents = new HashMap<>();

  public Mandates() {
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String key() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** A complete mandate for the space {@code web:room}. */
  public static Mandate complete(Mandate.Mode mode, @Nullable String closing, boolean demo) {
    return new Mandate(
        "m-1",
        "Example Authority",
        "Example Act, s. 1",
        "Example Police",
        "LED Art. 10 as transposed",
        "AI Act Art. 50(1)",
        List.of("web:room"),
        "reports about this room",
        "contacts made to the persona",
        START,
        EXPIRY,
        mode,
        3,
        List.of("phone"),
        List.of("manila"),
        "to the duty officer",
        List.of("CN=Example Recipient"),
        closing,
        demo);
  }

  @Override
  public Mandate read(byte[] document) {
    Mandate mandate = documents.get(new String(document, StandardCharsets.UTF_8));
    if (mandate == null) {
      throw new MandateRefused("not a document of this test");
    }
    return mandate;
  }

  public byte[] document(Mandate mandate) {
    String document = mandate.toString();
    documents.put(document, mandate);
    return document.getBytes(StandardCharsets.UTF_8);
  }

  public byte[] sign(byte[] document) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(keys.getPrivate());
      ed25519.update(document);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An office that trusts this authority, with one mandate filed. */
  public MandateOffice office(Mandate mandate) {
    MandateOffice office = new MandateOffice(Set.of(key()), this, mandate.demo());
    byte[] document = document(mandate);
    office.file(document, sign(document), key());
    return office;
  }
}
