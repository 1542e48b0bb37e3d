package org.sweetie.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;

class RiskLineTest {
  private static Entry.Findings found(int number, double risk, boolean flagged) {
    return new Entry.Findings(
        Instant.EPOCH,
        new ConversationId("c"),
        number,
        risk,
        flagged,
        "en",
        "sha256:x",
        List.of(),
        List.of());
  }

  @Test
  void riskGoesUpThePageAndTheFlagStandsAtItsFirstMessage() {
    RiskLine line =
        RiskLine.of(List.of(found(1, 0, false), found(3, 0.5, true), found(5, 1, true)), 0.5);

    assertThat(line.line()).isEqualTo("44.0,186.0 372.0,107.0 700.0,28.0");
    assertThat(line.thresholdY()).isEqualTo("107.0");
    assertThat(line.flaggedAt()).isEqualTo(3);
    assertThat(line.flagX()).isEqualTo("372.0");
    assertThat(line.points())
        .extracting(p -> p.risk().band())
        .containsExactly("low", "flagged", "flagged");
  }

  @Test
  void aConversationOfOneMessageOrNoneIsDrawnToo() {
    assertThat(RiskLine.of(List.of(), 0.5).points()).isEmpty();
    assertThat(RiskLine.of(List.of(found(1, 0.2, false)), 0.5).flaggedAt()).isNull();
  }

  @Test
  void theLongestConversationHasFewEnoughTicksToRead() {
    List<Entry.Findings> all = new ArrayList<>();
    for (int n = 1; n <= 50; n++) {
      all.add(found(n, n / 50.0, false));
    }

    assertThat(RiskLine.of(all, 0.5).ticks()).hasSizeBetween(8, 12);
  }
}
