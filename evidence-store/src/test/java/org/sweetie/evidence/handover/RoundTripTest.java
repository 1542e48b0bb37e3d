package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.verify.Report;
import org.sweetie.evidence.verify.Verifier;

class RoundTripTest {
  @TempDir Path folder;

  @Test
  void aPackageVerifiesWithTheRecipientsKeyAndTheHomesTrust() {
    try (House house = new House(folder.resolve("home"))) {
      Path file = folder.resolve("case.zip");

      Handover.Written written = house.export(House.recipient(), file);
      Report report = Verifier.verify(file, House.recipientKey(), house.trust());

      assertThat(report.faults()).isEmpty();
      assertThat(report.ok()).isTrue();
      assertThat(written.withheld()).singleElement().asString().contains(House.SEALED, "B10");
    }
  }
}
