package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.script.RuleCoverage.Missing;
import org.sweetie.engine.script.RuleCoverage.OfTopic;

/** Which rules samples and conversations bring out. */
class RuleCoverageTest {
  private static final Script SCRIPT =
      Scripts.compiled(
          "topic: ~a keep (dog cat bird fish)",
          "#! my dog",
          "u: (dog) Dogs bark.",
          "#! my horse",
          "u: (cat) Cats sleep.",
          "u: CALLS (bird) ^respond(~b)",
          "u: NOTES (fish) $fish = 1",
          "topic: ~b keep ()",
          "u: (bird) Birds sing.",
          "  a: (yes) Good.");

  private static List<String> missing(RuleCoverage coverage) {
    return coverage.topics().stream()
        .flatMap(topic -> topic.missing().stream())
        .map(Missing::tag)
        .toList();
  }

  @Test
  void samplesCountWhereTheyPass() {
    RuleCoverage coverage = new RuleCoverage(SCRIPT);

    coverage.addSamples();

    assertThat(missing(coverage)).containsExactly("~a.1.0", "~a.2.0", "~a.3.0", "~b.0.0", "~b.0.1");
  }

  @Test
  void conversationsCountWhatSpokeAndWhatCalledIt() {
    RuleCoverage coverage = new RuleCoverage(SCRIPT);

    coverage.addConversation(List.of("a bird", "yes", "fish"), Scripts.SETTINGS);

    assertThat(missing(coverage)).containsExactly("~a.0.0", "~a.1.0");
    assertThat(coverage.topics())
        .extracting(OfTopic::topic, OfTopic::covered, OfTopic::rules)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("~a", 2, 4),
            org.assertj.core.groups.Tuple.tuple("~b", 2, 2));
    assertThat(coverage.topics().get(0).missing().get(0))
        .isEqualTo(new Missing("~a.0.0", "", "test.top", 3));
  }
}
