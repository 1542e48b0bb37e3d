package org.sweetie.engine.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.message.Inbound.Source;

class MandateOfficeTest {
  private static final Source ROOM = new Source("web", "web:room", "guest");
  private final Mandates authority = new Mandates();
  private final Mandate mandate = Mandates.complete(Mandate.Mode.AUTONOMOUS, null, false);

  @Test
  @DisplayName("B7: a live mandate for the space lets a turn go out")
  void aLiveMandateForTheSpaceHolds() {
    assertThat(authority.office(mandate).standing(ROOM, Mandates.START).mandate())
        .isEqualTo(mandate);
  }

  @Test
  @DisplayName("B7: before its start, from its expiry on and in another space nothing holds")
  void outsideItsTimeOrSpaceNothingHolds() {
    MandateOffice office = authority.office(mandate);

    assertThat(office.standing(ROOM, Mandates.START.minusMillis(1)).mandate()).isNull();
    assertThat(office.standing(ROOM, Mandates.EXPIRY.minusMillis(1)).mandate()).isNotNull();
    assertThat(office.standing(ROOM, Mandates.EXPIRY).reason()).contains("expired");
    assertThat(office.standing(new Source("web", "web:other", "guest"), Mandates.START).reason())
        .contains("web:other");
  }

  @Test
  @DisplayName("B12: each part that CONDUCT requires is required")
  void anyMissingPartRefusesTheMandate() {
    Mandate empty =
        new Mandate(
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            "",
            "",
            null,
            null,
            Mandate.Mode.SUPERVISED,
            0,
            List.of(),
            List.of(),
            "",
            List.of(),
            null,
            false);

    assertThat(empty.missing())
        .containsExactly(
            "id",
            "issuer",
            "legalBasis",
            "controller",
            "dataProtectionBasis",
            "disclosureExemption",
            "spaces",
            "suspicion",
            "scope",
            "start",
            "expiry",
            "reportingRoute",
            "recipients");
    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> authority.office(empty))
        .withMessageContaining("legalBasis");
  }

  @Test
  @DisplayName("B12: a signature of another key, or with one bit changed, is refused")
  void onlyATrustedAuthoritysSignatureCounts() {
    byte[] document = authority.document(mandate);
    byte[] signature = authority.sign(document);
    Mandates stranger = new Mandates();
    MandateOffice office = new MandateOffice(Set.of(authority.key()), authority, false);

    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> office.file(document, stranger.sign(document), stranger.key()))
        .withMessageContaining("no trusted authority");
    for (int bit = 0; bit < 8 * signature.length; bit += 37) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatExceptionOfType(MandateRefused.class)
          .isThrownBy(() -> office.file(document, flipped, authority.key()))
          .withMessageContaining("does not verify");
    }
    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> office.file(document, Arrays.copyOf(signature, 65), authority.key()));
    assertThat(office.filed()).isEmpty();
  }

  @Test
  @DisplayName(
      "B13: a demo mandate is accepted by a demo house alone, and a demo house accepts no other")
  void demoAndLiveNeverMix() {
    Mandate demo = Mandates.complete(Mandate.Mode.AUTONOMOUS, null, true);
    byte[] demoDocument = authority.document(demo);
    byte[] liveDocument = authority.document(mandate);
    MandateOffice live = new MandateOffice(Set.of(authority.key()), authority, false);
    MandateOffice demoHouse = new MandateOffice(Set.of(authority.key()), authority, true);

    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(() -> live.file(demoDocument, authority.sign(demoDocument), authority.key()));
    assertThatExceptionOfType(MandateRefused.class)
        .isThrownBy(
            () -> demoHouse.file(liveDocument, authority.sign(liveDocument), authority.key()));
  }

  @Test
  @DisplayName("B9: a mandate lowers the number of counted statements and never raises it")
  void capsCannotBeRaised() {
    assertThat(Caps.statements(null)).isEqualTo(3);
    assertThat(Caps.TURNS).isEqualTo(50);
    assertThat(Caps.AGE).isEqualTo(Duration.ofDays(7));
    assertThat(Caps.statements(withStatements(1))).isEqualTo(1);
    assertThat(Caps.statements(withStatements(99))).isEqualTo(3);
  }

  private Mandate withStatements(int counted) {
    return new Mandate(
        mandate.id(),
        mandate.issuer(),
        mandate.legalBasis(),
        mandate.controller(),
        mandate.dataProtectionBasis(),
        mandate.disclosureExemption(),
        mandate.spaces(),
        mandate.suspicion(),
        mandate.scope(),
        mandate.start(),
        mandate.expiry(),
        mandate.mode(),
        counted,
        List.of(),
        List.of(),
        mandate.reportingRoute(),
        mandate.recipients(),
        null,
        false);
  }
}
