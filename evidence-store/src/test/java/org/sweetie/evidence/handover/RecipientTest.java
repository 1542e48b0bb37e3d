package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.verify.Pem;
import org.sweetie.evidence.verify.Verifier;

class RecipientTest {
  private static final Instant NOW = House.NOW;
  private static final Instant LATER = NOW.plus(Duration.ofDays(30));

  @TempDir Path folder;

  @Test
  void anExpiredCertificateIsNamedWithItsEnd() {
    var certificate =
        House.certificate(
            House.ec(), "SHA256withECDSA", NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1));

    assertThatExceptionOfType(RecipientUnsuitable.class)
        .isThrownBy(() -> Recipient.of(certificate, NOW))
        .withMessageContaining("expired at 2026-01-05T16:02:10Z")
        .withMessageContaining("ask the recipient for a new one");
  }

  @Test
  void aCertificateThatExpiresBetweenApprovalAndExportIsRefused() {
    try (House house = new House(folder.resolve("home"))) {
      var certificate =
          House.certificate(
              House.ec(), "SHA256withECDSA", NOW.minusSeconds(1), NOW.plusSeconds(60));
      Recipient recipient = Recipient.of(certificate, NOW);

      assertThatExceptionOfType(RecipientUnsuitable.class)
          .isThrownBy(() -> house.export(recipient, folder.resolve("case.zip")))
          .withMessageContaining("expired at");
      assertThat(folder.resolve("case.zip")).doesNotExist();
    }
  }

  @Test
  void aCertificateOfTomorrowIsRefused() {
    var certificate = House.certificate(House.ec(), "SHA256withECDSA", NOW.plusSeconds(60), LATER);

    assertThatExceptionOfType(RecipientUnsuitable.class)
        .isThrownBy(() -> Recipient.of(certificate, NOW))
        .withMessageContaining("valid only from");
  }

  @Test
  void aKeyNothingCanBeEncryptedToIsRefused() {
    var signing = House.certificate(House.ed25519(), "Ed25519", NOW, LATER);
    var shortKey = House.certificate(House.pair("RSA", 1024), "SHA256withRSA", NOW, LATER);

    for (var certificate : java.util.List.of(signing, shortKey)) {
      assertThatExceptionOfType(RecipientUnsuitable.class)
          .isThrownBy(() -> Recipient.of(certificate, NOW))
          .withMessageContaining("nothing can be encrypted to")
          .withMessageContaining("RSA of 2,048 bits or more, or EC");
    }
  }

  @Test
  void aSigningCertificateIsNotOneToEncryptTo() {
    try (House house = new House(folder.resolve("home"))) {
      assertThatExceptionOfType(RecipientUnsuitable.class)
          .isThrownBy(() -> Recipient.of(house.identity.certificate(), NOW))
          .withMessageContaining("not for key encipherment");
    }
  }

  @Test
  void aFileThatIsNoCertificateIsNamed() {
    for (String text : java.util.List.of("", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
      assertThatExceptionOfType(RecipientUnsuitable.class)
          .isThrownBy(() -> Recipient.of(text.getBytes(StandardCharsets.UTF_8), "police.pem", NOW))
          .withMessageContaining("police.pem")
          .withMessageContaining("certificate in PEM");
    }
  }

  @Test
  void anEllipticCurveRecipientOpensThePackageToo() {
    KeyPair pair = House.ec();
    try (House house = new House(folder.resolve("home"))) {
      Path file = folder.resolve("case.zip");
      byte[] pem = Pem.of(House.certificate(pair, "SHA256withECDSA", NOW, LATER));

      house.export(Recipient.of(pem, "police.pem", NOW), file);

      assertThat(Verifier.verify(file, pair.getPrivate(), house.trust()).faults()).isEmpty();
      assertThat(Verifier.verify(file, House.ec().getPrivate(), house.trust()).faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.name()).isEqualTo("envelope"));
    }
  }
}
