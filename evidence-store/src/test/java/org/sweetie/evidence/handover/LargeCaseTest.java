package org.sweetie.evidence.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.evidence.verify.OpenedEntry;
import org.sweetie.evidence.verify.Verified;
import org.sweetie.evidence.verify.Verifier;

class LargeCaseTest {
  @TempDir Path folder;

  @Test
  void aMessageOfAMegabyteAndOneOfControlCharactersGoAlongWhole() {
    try (House house = new House(folder.resolve("home"))) {
      house.said(House.TOLD, 6, "a".repeat(1 << 20));
      house.said(House.TOLD, 7, "\u0000\u0001\u001b[2J\u007f\u0085");
      Path file = folder.resolve("case.zip");
      house.export(House.recipient(), file);

      Verified verified = Verifier.open(file, House.recipientKey(), house.trust());

      assertThat(verified.report().faults()).isEmpty();
      assertThat(verified.entries().stream().mapToInt(each -> each.json().length).max().orElse(0))
          .isGreaterThan(1 << 20);
    }
  }

  @Test
  void aCaseOfTwoThousandMessagesIsHandedOverAndCheckedInSeconds() {
    try (House house = new House(folder.resolve("home"))) {
      for (int number = 6; number <= 2_000; number++) {
        house.said(House.TOLD, number, "do you know the answer to exercise " + number);
      }
      Path file = folder.resolve("case.zip");

      long start = System.nanoTime();
      house.export(House.recipient(), file);
      Verified verified = Verifier.open(file, House.recipientKey(), house.trust());
      long took = System.nanoTime() - start;

      assertThat(verified.report().faults()).isEmpty();
      assertThat(
              verified.entries().stream().map(OpenedEntry::kind).filter("messageReceived"::equals))
          .hasSize(1_998);
      // Far above what it takes, so that a busy machine does not fail it.
      assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(60));
    }
  }
}
