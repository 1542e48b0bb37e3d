package org.sweetie.console.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sweetie.console.measure.TalkTally.Turn;
import org.sweetie.console.measure.TalkTopics.Kind;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.script.TurnSettings;

class TalkTallyTest {
  private static final TurnSettings SETTINGS =
      new TurnSettings(1, Instant.parse("2026-01-05T08:00:00Z"), "", "user");
  private static final TalkTopics TOPICS =
      new TalkTopics(
          Set.of("~any"),
          Set.of("~sea"),
          Set.of("ANYWAY"),
          Set.of("~form"),
          Set.of("~no"),
          Set.of("haha", "ok"));
  private static final Script SCRIPT =
      ScriptCompiler.compile(
              List.of(
                  new ScriptSource(
                      "talk.top",
                      """
                      topic: ~keywordless keep repeat ()
                      u: PETS (dog) My dog is brown.
                      u: CATS (cat) Haha, ok!
                      u: NO (call) ^respond(~no)
                      u: SEA (sea) ^respond(~sea)
                      u: FOODANYWAY (rice) Rice is good.
                      u: FORM (where) ^respond(~form)
                      u: QUIET (quiet) ^end(TOPIC)
                      u: ANY (!quiet) ^respond(~any)
                      topic: ~no keep repeat nostay ()
                      u: NO1 () No.
                      topic: ~sea keep repeat nostay ()
                      u: SEA1 () The sea is big.
                      topic: ~form keep repeat nostay ()
                      u: FORM1 () Near the river.
                      topic: ~any keep repeat nostay ()
                      u: ANY1 () The rooster is loud.
                      """)))
          .script();

  private final TalkTally tally = new TalkTally(SCRIPT, TOPICS);

  @Test
  void eachTurnIsOfTheSortItsTopicIsDeclaredFor() {
    List<Turn> turns =
        tally.add(List.of("a dog", "call now", "where is it", "blue", "quiet"), SETTINGS);

    assertThat(turns)
        .extracting(Turn::kind)
        .containsExactly(Kind.TOPIC, Kind.REFUSAL, Kind.FORM, Kind.FALLBACK, Kind.SILENCE);
    assertThat(turns.get(3).rule()).isEqualTo("~any.ANY1");
    assertThat(tally.share(Kind.FALLBACK)).isEqualTo(0.2);
  }

  @Test
  void whatFitsAnythingSaidOfASubjectIsCountedByItself() {
    List<Turn> turns = tally.add(List.of("the sea", "some rice"), SETTINGS);

    assertThat(turns).extracting(Turn::kind).containsOnly(Kind.GENERAL);
  }

  @Test
  void aReplyOfEmptyWordsIsAFallbackInWhateverTopicItStands() {
    List<Turn> turns = tally.add(List.of("my cat"), SETTINGS);

    assertThat(turns).extracting(Turn::kind).containsExactly(Kind.FALLBACK);
    assertThat(turns).extracting(Turn::rule).containsExactly("~keywordless.CATS");
  }

  @Test
  void aReplySaidWithinTheLastTwentyIsARepeatAndOnlyInItsConversation() {
    tally.add(List.of("a dog", "my cat", "the dog"), SETTINGS);
    tally.add(List.of("a dog"), SETTINGS);

    assertThat(tally.repeats()).isEqualTo(1);
    assertThat(tally.conversations()).isEqualTo(2);
    assertThat(tally.turns()).isEqualTo(4);
  }

  @Test
  void aReplySaidMoreThanTwentyRepliesAgoIsNoRepeat() {
    List<String> lines = new ArrayList<>(List.of("a dog"));
    for (int i = 0; i < TalkTally.WITHIN; i++) {
      lines.add("quiet");
    }
    lines.add("a dog");

    tally.add(lines, SETTINGS);

    assertThat(tally.repeats()).isZero();
  }

  @Test
  void theMostUsedFallbacksComeFirst() {
    tally.add(List.of("my cat", "red", "green"), SETTINGS);

    assertThat(tally.mostUsedFallbacks(5))
        .extracting(TalkTally.Said::line)
        .containsExactly("The rooster is loud.", "Haha, ok!");
    assertThat(tally.mostUsedFallbacks(1)).hasSize(1);
  }

  @Test
  void withoutAFallbackTopicNothingCanBeMeasured() {
    assertThatThrownBy(
            () -> new TalkTopics(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name the topics");
  }
}
