package org.sweetie.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.signal.Indicator;

class TaxonomyTest {

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Indicator i : Indicator.values()) {
      lines.add(i.wire() + "\t" + i.stage().wire() + "\tdefinition\tsource");
    }
    return lines;
  }

  @Test
  void namesEveryIndicatorOfTheEngineWithItsStage() {
    assertThat(Taxonomy.load().entries())
        .extracting(TaxonomyEntry::indicator)
        .containsExactly(Indicator.values());
  }

  @Test
  void aMissingIndicatorIsNamed() {
    List<String> lines = lines();
    lines.remove(2);

    assertThatThrownBy(() -> Taxonomy.of(lines))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(Indicator.values()[2].name());
  }

  @Test
  void aWrongStageColumnCountOrNameIsNamedWithItsLine() {
    assertThatThrownBy(() -> Taxonomy.of(List.of("secrecy\ttrust\td\ts")))
        .hasMessageContaining("taxonomy.tsv:1")
        .hasMessageContaining("isolation");
    assertThatThrownBy(() -> Taxonomy.of(List.of("secrecy\tisolation\td")))
        .hasMessageContaining("3 columns");
    assertThatThrownBy(() -> Taxonomy.of(List.of("#", "shouting\ttrust\td\ts")))
        .hasMessageContaining("taxonomy.tsv:2");
  }

  @Test
  void anIndicatorThatStandsTwiceIsRefused() {
    List<String> lines = lines();
    lines.add(lines.get(0));

    assertThatThrownBy(() -> Taxonomy.of(lines)).hasMessageContaining("stands twice");
  }
}
