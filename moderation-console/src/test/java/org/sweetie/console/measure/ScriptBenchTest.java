package org.sweetie.console.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.script.TurnPhase;

class ScriptBenchTest {
  private static final double SECONDS = 0.2;

  @Test
  void aScriptIsMeasuredOnItsOwnSamples() {
    StringBuilder script = new StringBuilder("topic: ~keywordless keep repeat ()\n");
    for (int i = 0; i < 40; i++) {
      script.append("#! i see word").append(i).append('\n');
      script.append("u: (word").append(i).append(") Answer ").append(i).append(".\n");
    }

    ScriptBench.Result result = ScriptBench.run(sources(script.toString()), SECONDS);

    assertThat(result.rules()).isEqualTo(40);
    assertThat(result.messages()).isEqualTo(40);
    assertThat(result.profile().rulesTried()).isEqualTo(1);
    assertThat(result.unindexedProfile().rulesTried()).isBetween(10.0, 30.0);
    assertThat(result.profile().micros()).containsOnlyKeys(TurnPhase.values());
    assertThat(result.costs().answered()).isEqualTo(1);
    assertThat(result.costs().bytes())
        .isGreaterThan(result.profile().bytes().get(TurnPhase.READING_STATE));
  }

  @Test
  void aScriptWithoutSamplesCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptBench.run(sources("topic: ~x ()\nu: (hi) Hello.\n"), SECONDS))
        .withMessageContaining("holds no sample");
  }

  private static List<ScriptSource> sources(String text) {
    return List.of(new ScriptSource("test.top", text));
  }
}
