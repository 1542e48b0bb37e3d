package org.sweetie.engine.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypingMannerTest {
  private static final TypingManner MANNER =
      new TypingManner(
          300,
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          0.5,
          Map.of("because", "becuase", "tomorrow", "tommorow"));

  @Test
  void theSameSeedTypesTheSameLineInTheSameTime() {
    String line = "because tomorrow is far, because it rains";

    assertThat(MANNER.typed(line, 9)).isEqualTo(MANNER.typed(line, 9));
    assertThat(MANNER.delay(line, 9)).isEqualTo(MANNER.delay(line, 9));
  }

  @Test
  @DisplayName("B6: only reviewed misspellings of listed words ever come out")
  void onlyListedMisspellings() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      seen.add(MANNER.typed("because, tomorrow!", seed));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            "because, tomorrow!", "becuase, tomorrow!", "because, tommorow!", "becuase, tommorow!");
  }

  @Test
  void aLineTakesThePauseAndItsLength() {
    for (long seed = 0; seed < 100; seed++) {
      // 10 characters at 300 a minute are 2 seconds.
      assertThat(MANNER.delay("0123456789", seed))
          .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }
    assertThat(TypingManner.AT_ONCE.delay("0123456789", 1)).isZero();
  }

  @Test
  void aMannerThatCannotBeIsRefusedWithEveryFault() {
    assertThatThrownBy(
            () ->
                new TypingManner(
                    5,
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(2),
                    0.9,
                    Map.of("homework", "something")))
        .isInstanceOf(PersonaException.class)
        .hasMessageContaining("characters_per_minute is 5; expected 30 to 1200")
        .hasMessageContaining("pause_seconds")
        .hasMessageContaining("typos is 0.9")
        .hasMessageContaining("'homework: something'");
  }
}
