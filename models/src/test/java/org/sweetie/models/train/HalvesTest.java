package org.sweetie.models.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HalvesTest {
  @Test
  void theAuthorsOfALanguageAreDealtByTurnsAndWhatWasComposedToNeither() {
    Labelled heron = told("en", "heron", "a");
    Labelled wren = told("en", "wren", "b");
    Labelled rowan = told("ru", "rowan", "c");
    Labelled composed = new Labelled("id", "en", "en long_slow", null, List.of());
    Halves halves = new Halves(List.of(wren, heron, rowan, composed));

    assertThat(halves.of(heron)).isZero();
    assertThat(halves.of(told("en", "heron", "another"))).isZero();
    assertThat(halves.of(wren)).isEqualTo(1);
    assertThat(halves.of(rowan)).isZero();
    assertThat(halves.of(composed)).isEqualTo(-1);
    assertThat(halves.of(told("en", "nobody", "d"))).isEqualTo(-1);
  }

  private static Labelled told(String language, String author, String name) {
    String family = Labelled.TOLD + language + " " + author + " " + name;
    return new Labelled("id", language, family, null, List.of());
  }
}
