package org.sweetie.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitPlanTest {

  private static List<String> families(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "family " + i)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void aPoolOfHundredIsDealtEightToOneToOne() {
    SplitPlan plan = new SplitPlan();

    plan.deal(families(100));

    Map<Split, Long> counts =
        families(100).stream().collect(Collectors.groupingBy(plan::of, Collectors.counting()));
    assertThat(counts)
        .containsEntry(Split.TRAIN, 80L)
        .containsEntry(Split.DEV, 10L)
        .containsEntry(Split.TEST, 10L);
  }

  @Test
  void theOrderOfAPoolChangesNothing() {
    SplitPlan plan = new SplitPlan();
    plan.deal(families(40));
    List<String> shuffled = families(40);
    Collections.shuffle(shuffled, new Random(7));

    SplitPlan other = new SplitPlan();
    other.deal(shuffled);

    assertThat(families(40)).allSatisfy(f -> assertThat(other.of(f)).isEqualTo(plan.of(f)));
  }

  @Test
  void everyPoolOfFiveStandsInEachSplit() {
    SplitPlan plan = new SplitPlan();

    plan.deal(families(5));

    assertThat(families(5).stream().map(plan::of)).contains(Split.values());
  }

  @Test
  void aFamilyKeepsTheSplitItGotFirst() {
    SplitPlan plan = new SplitPlan();
    plan.assign("family 3", Split.TEST);

    plan.deal(families(20));
    plan.assign("family 3", Split.DEV);

    assertThat(plan.of("family 3")).isEqualTo(Split.TEST);
    assertThatThrownBy(() -> plan.of("never seen")).hasMessageContaining("never dealt");
  }

  @Test
  void slotsChoicesCaseAndMarksMakeNoNewFamily() {
    assertThat(SplitPlan.familyOf("Add me on {app}, [ok|please]!"))
        .isEqualTo(SplitPlan.familyOf("add me on [ok|yes]"));
    assertThat(SplitPlan.familyOf("{childage}?")).isNotEqualTo(SplitPlan.familyOf("{childage}"));
    assertThat(SplitPlan.familyOf("send <explicit>")).isNotEqualTo(SplitPlan.familyOf("send"));
  }
}
