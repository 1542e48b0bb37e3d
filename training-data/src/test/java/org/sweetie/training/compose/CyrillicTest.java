package org.sweetie.training.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CyrillicTest {

  @Test
  void digraphsAreOneLetterAndSlotsAndTokensStay() {
    assertThat(Cyrillic.of("Njegoš, ljubav i džep {app} <explicit>"))
        .isEqualTo("Његош, љубав и џеп {app} <explicit>");
    assertThat(Cyrillic.of("što će biti đak")).isEqualTo("што ће бити ђак");
  }
}
