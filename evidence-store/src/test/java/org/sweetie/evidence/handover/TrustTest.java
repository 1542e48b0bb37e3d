package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.log.Home.Purpose;
import org.sweetie.evidence.verify.Check;
import org.sweetie.evidence.verify.Fault;
import org.sweetie.evidence.verify.Trust;
import org.sweetie.evidence.verify.Verifier;

@TestInstance(Lifecycle.PER_CLASS)
class TrustTest {
  private Path folder;
  private Path file;
  private House house;
  private Trust trust;

  @BeforeAll
  void export(@TempDir Path temporary) {
    folder = temporary;
    file = folder.resolve("case.zip");
    house = new House(folder.resolve("home"));
    trust = house.trust();
    house.export(House.recipient(), file);
  }

  @AfterAll
  void close() {
    house.close();
  }

  private List<String> faults(Trust given) {
    return Verifier.verify(file, House.recipientKey(), given).faults().stream()
        .map(Check::name)
        .toList();
  }

  @Test
  void trustGoesThroughItsFileUnchanged() {
    assertThat(Trust.read(trust.toJson())).isEqualTo(trust);
    assertThat(trust.approvers())
        .extracting(Trust.Approver::id)
        .containsExactly("p-analyst", "p-lead", "p-liaison");
    assertThat(faults(Trust.read(trust.toJson()))).isEmpty();
  }

  @Test
  void anotherSignerIsNamed() {
    var other = SigningIdentity.create(Purpose.LIVE, House.NOW, new java.security.SecureRandom());

    assertThat(
            faults(
                new Trust(
                    true,
                    trust.log(),
                    other.fingerprint(),
                    trust.authorities(),
                    trust.approvers())))
        .containsExactly("outer signature");
  }

  @Test
  void theLogOfAnotherHomeIsNamed() {
    try (House other = new House(folder.resolve("other"))) {
      assertThat(
              faults(
                  new Trust(
                      true,
                      other.trust().log(),
                      trust.signer(),
                      trust.authorities(),
                      trust.approvers())))
          .containsExactly("checkpoint");
    }
  }

  @Test
  void anAuthorityNobodyNamedIsNamed() {
    assertThat(faults(new Trust(true, trust.log(), trust.signer(), List.of(), trust.approvers())))
        .containsExactly("mandate");
  }

  @Test
  void anApproverNobodyNamedOrWithAnotherKeyIsNamed() {
    List<Trust.Approver> without =
        trust.approvers().stream().filter(each -> !each.id().equals("p-lead")).toList();
    List<Trust.Approver> twisted =
        trust.approvers().stream()
            .map(each -> new Trust.Approver(each.id(), house.publicKey("p-analyst")))
            .toList();

    for (List<Trust.Approver> approvers : List.of(without, twisted)) {
      assertThat(
              faults(new Trust(true, trust.log(), trust.signer(), trust.authorities(), approvers)))
          .containsExactly("approvals");
    }
  }

  @Test
  void aDemoPackageIsNoEvidenceForTheTrustOfALiveHome() {
    assertThat(
            faults(
                new Trust(
                    false, trust.log(), trust.signer(), trust.authorities(), trust.approvers())))
        .containsExactly("demo mark");
  }

  @Test
  void theKeyOfAnotherRecipientIsNamed() {
    assertThat(Verifier.verify(file, House.rsa().getPrivate(), trust).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("another recipient"));
    assertThat(Verifier.verify(file, House.ed25519().getPrivate(), trust).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.detail()).contains("another kind of key"));
  }

  @Test
  void aTrustFileThatIsNoneIsNamed() {
    for (String json :
        List.of("", "[]", "{}", "{\"format\":\"sweetie-trust-2\"}", "{\"format\":1}", "null")) {
      assertThatExceptionOfType(Fault.class)
          .isThrownBy(() -> Trust.read(json.getBytes(StandardCharsets.UTF_8)))
          .withMessageContaining("TRUST.json");
    }
  }

  @Test
  void aHomeKeepsItsSigningIdentity() {
    assertThat(
            SigningIdentity.ofHome(
                    house.home, House.NOW.plusSeconds(5), new java.security.SecureRandom())
                .fingerprint())
        .isEqualTo(house.identity.fingerprint());
  }
}
