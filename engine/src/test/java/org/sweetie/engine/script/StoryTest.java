package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories: how they are written and what they hold a script to. */
class StoryTest {
  private static final Script SCRIPT =
      Scripts.compiled(
          "topic: ~pets keep repeat (dog)",
          "u: DOG (dog) I like dogs.",
          "topic: ~other keep repeat (quiet bird)",
          "u: (quiet) $x = 1",
          "u: (bird) Birds sing.");

  private static List<Story> stories(String... lines) {
    return StoryParser.parse(new ScriptSource("a.story", String.join("\n", lines) + "\n"));
  }

  private static List<String> faults(Story story) {
    ScriptState[] state = {ScriptState.start()};
    return story.play(
        SCRIPT,
        (line, at) -> {
          ScriptTurn turn = SCRIPT.respond(state[0], line, Scripts.SETTINGS);
          state[0] = turn.after();
          return new Story.Answer(turn.reply(), turn.fired().stream().map(FiredRule::tag).toList());
        });
  }

  @Test
  void areReadWithTheirTimeAndSeed() {
    List<Story> stories =
        stories(
            "# a remark",
            "story: First",
            "seed: 7",
            "at: 2026-07-01T10:00:00Z",
            "> hello <there>",
            "< Hi",
            "< Hello",
            "<! Bye",
            "> and",
            "",
            "story: Second",
            "> x");

    assertThat(stories).extracting(Story::title).containsExactly("First", "Second");
    Story first = stories.get(0);
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.seed()).isEqualTo(7);
    assertThat(first.now()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(first.beats()).hasSize(2);
    assertThat(first.beats().get(0).said()).isEqualTo("hello <there>");
    assertThat(first.beats().get(0).expected()).hasSize(2);
    assertThat(first.beats().get(0).refused()).hasSize(1);
    assertThat(stories.get(1).seed()).isEqualTo(1);
  }

  @Test
  void moveTheClockOnForTheLinesBelow() {
    Story story =
        stories(
                "story: Two days",
                "at: 2026-07-01T10:00:00Z",
                "> today",
                "at: 2026-07-02T09:00:00Z",
                "> the next day",
                "< Hello")
            .get(0);

    assertThat(story.now()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(story.beats())
        .extracting(Story.Beat::at)
        .containsExactly(
            Instant.parse("2026-07-01T10:00:00Z"), Instant.parse("2026-07-02T09:00:00Z"));
  }

  @Test
  void doNotMoveTheClockBack() {
    assertThatThrownBy(
            () ->
                stories(
                    "story: Back",
                    "at: 2026-07-02T10:00:00Z",
                    "> today",
                    "at: 2026-07-01T10:00:00Z"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("a.story:4:")
        .hasMessageContaining("time does not go back");
  }

  @ParameterizedTest
  @CsvSource({
    "a dog, I like dogs.",
    "a dog, i LIKE dogs.",
    "a dog, *dogs*",
    "a dog, *",
    "a dog, ~pets",
    "a dog, ~pets.DOG",
    "a dog, ~pets.0.0",
    "quiet, (nothing)",
    "bird, ~other.1.0"
  })
  void passWhereTheRightThingComesBack(String said, String expected) {
    Story story = stories("story: s", "> " + said, "< never this", "< " + expected).get(0);

    assertThat(faults(story)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a dog, I like cats.",
    "a dog, dogs",
    "a dog, ~other",
    "a dog, ~pet",
    "a dog, ~pets.1.0",
    "a dog, (nothing)",
    "quiet, *",
    "quiet, ~other",
    "bird, ~other.0.0"
  })
  void failWhereItDoesNotAndSayWhatCame(String said, String expected) {
    Story story = stories("story: s", "> " + said, "< " + expected).get(0);

    assertThat(faults(story))
        .singleElement()
        .asString()
        .startsWith("a.story:2: to '" + said + "' ")
        .endsWith("expected " + expected);
  }

  @Test
  void failWhereWhatMustNotComeDoes() {
    assertThat(faults(stories("story: s", "> a dog", "<! *dogs*").get(0))).hasSize(1);
    assertThat(faults(stories("story: s", "> a dog", "<! ~pets").get(0))).hasSize(1);
    assertThat(faults(stories("story: s", "> a dog", "<! *cats*").get(0))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> hello",
        "story: s\nhello",
        "story: s\n< too early",
        "story: s\n> x\n<",
        "story: s\nseed: x",
        "story: s\nat: noon",
        "story: without a line"
      })
  void aLineThatIsNoneIsNamed(String text) {
    assertThatThrownBy(() -> stories(text))
        .isInstanceOf(ScriptException.class)
        .hasMessageMatching("a\\.story:\\d: (?s).*");
  }
}
