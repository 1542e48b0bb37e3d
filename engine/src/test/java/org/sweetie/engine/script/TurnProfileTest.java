package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a turn spends counts for one phase each, and nothing of it is lost. */
class TurnProfileTest {
  private static final Script SCRIPT =
      Scripts.compiled(
          "topic: ~pets keep repeat (cat dog)",
          "u: (cat) I like cats.",
          "u: (dog) ^respond(~more)",
          "topic: ~more keep repeat ()",
          "u: (dog) I like dogs.");

  @Test
  void everyReadingOfTheMeterCountsOnce() {
    AtomicLong meter = new AtomicLong(5);
    TurnProfile profile = new TurnProfile(meter::incrementAndGet);

    String state = profile.turn(SCRIPT, start(), "a cat", Scripts.SETTINGS);
    profile.turn(SCRIPT, state, "a dog", Scripts.SETTINGS);

    long all = Arrays.stream(TurnPhase.values()).mapToLong(profile::spent).sum();
    assertThat(all).isEqualTo(meter.get() - 5 - profile.turns());
    assertThat(profile.turns()).isEqualTo(2);
    assertThat(Arrays.stream(TurnPhase.values()).filter(phase -> profile.spent(phase) == 0))
        .isEmpty();
  }

  @Test
  void whatIsTriedInsideAnOutputIsMatching() {
    AtomicLong meter = new AtomicLong();
    TurnProfile plain = new TurnProfile(meter::incrementAndGet);
    TurnProfile nested = new TurnProfile(meter::incrementAndGet);

    plain.turn(SCRIPT, start(), "a cat", Scripts.SETTINGS);
    nested.turn(SCRIPT, start(), "a dog", Scripts.SETTINGS);

    assertThat(nested.rulesTried()).isEqualTo(plain.rulesTried() + 2);
    assertThat(nested.spent(TurnPhase.MATCHING)).isGreaterThan(plain.spent(TurnPhase.MATCHING));
  }

  @Test
  void aTurnIsTheSameUnderTheMeter() {
    String measured = new TurnProfile(() -> 0).turn(SCRIPT, start(), "a dog", Scripts.SETTINGS);

    assertThat(measured)
        .isEqualTo(SCRIPT.respond(ScriptState.start(), "a dog", Scripts.SETTINGS).after().encode());
  }

  private static String start() {
    return ScriptState.start().encode();
  }
}
