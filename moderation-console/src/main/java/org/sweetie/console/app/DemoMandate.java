package org.sweetie.console.app;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.sweetie.engine.conduct.Mandate;

/**
 * The demo's own authority: it makes a key, signs the demo's mandates and forgets the key. What it
 * signs says {@code demo}, and nothing but a demo house accepts that (CONDUCT B12, B13).
 */
final class DemoMandate {
  static final String ROOM = "web:demo-room";
  static final String REPLAY = "replay:demo";
  static final String SUPERVISED = "replay:demo-supervised";
  private static final Duration HOLDS = Duration.ofDays(30);

  private final KeyPair keys;
  private final Instant now;
  private final String closing;

  DemoMandate(Instant now, String closing) {
    this.now = now;
    this.closing = closing;
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  String authorityKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /** The mandate of the spaces the persona answers in by itself. */
  MandateDocument.Envelope autonomous() {
    return signed(mandate("demo-autonomous", List.of(ROOM, REPLAY), Mandate.Mode.AUTONOMOUS));
  }

  /** The mandate of the space where a person releases each reply. */
  MandateDocument.Envelope supervised() {
    return signed(mandate("demo-supervised", List.of(SUPERVISED), Mandate.Mode.SUPERVISED));
  }

  private Mandate mandate(String id, List<String> spaces, Mandate.Mode mode) {
    return new Mandate(
        id,
        "The demo's own authority",
        "None: this mandate is made for a demonstration on loopback and has no force",
        "Whoever runs this demonstration",
        "None needed: a demonstration processes no personal data of others",
        "None needed: whoever types in the demo room is told on the page that a demo persona answers",
        spaces,
        "None: composed conversations stand in for a suspicion",
        "To show how a conversation walks through the platform",
        now.minus(Duration.ofMinutes(1)),
        now.plus(HOLDS),
        mode,
        3,
        List.of("phone", "email"),
        List.of(),
        "The person who runs the demonstration",
        List.of("CN=Demo recipient"),
        closing,
        true);
  }

  private MandateDocument.Envelope signed(Mandate mandate) {
    byte[] document = MandateDocument.write(mandate);
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(keys.getPrivate());
      ed25519.update(document);
      return new MandateDocument.Envelope(document, ed25519.sign(), authorityKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK could not sign with Ed25519", e);
    }
  }
}
