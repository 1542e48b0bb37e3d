package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ControlScriptTest {
  private static final String[] CONTROLLED = {
    "outputmacro: maria()",
    "  $cs_token = #DO_SUBSTITUTES | #DO_SPELLCHECK $cs_response = #ALL_RESPONSES",
    "  $cs_control_main = ~control",
    "  $cs_control_pre = ~before",
    "  $mood = good",
    "table: defaultbot (^name)",
    "^createfact(^name defaultbot defaultbot)",
    "DATA:",
    "maria",
    "topic: ~before system ()",
    "t: () $$prepared = 1",
    "topic: ~control system ()",
    "u: (< be quiet >) ^end(INPUT)",
    "u: () $_before = %response",
    "  nofail(TOPIC ^rejoinder())",
    "  if (%response == $_before) {",
    "    @3 = ^keywordtopics()",
    "    loop() {",
    "      $$topic = ^first(@3subject)",
    "      nofail(TOPIC ^respond($$topic))",
    "      if (%response != $_before) { ^end(LOOP) }",
    "    }",
    "  }",
    "  if (%response == $_before) {",
    "    @4 = ^gambittopics()",
    "    loop() {",
    "      $$topic = ^pick(@4subject)",
    "      nofail(TOPIC ^gambit($$topic))",
    "      if (%response != $_before) { ^end(LOOP) }",
    "    }",
    "  }",
    "  if (%response == $_before) { ^repeat() I am $mood , $$prepared . }",
    "topic: ~dogs keep repeat (dog)",
    "u: (dog) Dogs! Yours?",
    "  a: (~no) Whose?",
    "topic: ~cats keep repeat (cat)",
    "u: (cat) Cats!",
    "t: I saw a cat."
  };

  @Test
  void aScriptWithItsOwnControlAnswersEachSentence() {
    Script script = Scripts.compiled(CONTROLLED);

    List<String> replies =
        Scripts.replies(script, "a dog. a cat.", "no", "hm", "hm", "be quiet", "cat");

    assertThat(replies)
        .containsExactly(
            "Dogs! Yours? Cats!", "Whose?", "I saw a cat.", "I am good, 1.", "", "Cats!");
  }

  @Test
  void aRejoinderIsOfferedByTheControlScript() {
    Script script = Scripts.compiled(CONTROLLED);

    assertThat(Scripts.replies(script, "a dog", "no")).containsExactly("Dogs! Yours?", "Whose?");
  }

  @Test
  void macrosTakeArgumentsAndGiveBackValues() {
    Script script =
        Scripts.compiled(
            "outputmacro: greet(^who ^how)",
            "  ^how ^who!",
            "outputmacro: ^double(^n)",
            "  $_twice = ^n + ^n",
            "  if (^n > 5) { ^return(much) }",
            "  ^return($_twice) never said",
            "topic: ~keywordless keep repeat ()",
            "u: (_*) ^greet('_0 \"good day\") ^double(4) ^double(6) $x = ^double(2) $x");

    assertThat(Scripts.reply(script, "Ana")).isEqualTo("Good day Ana! 8 much 4");
  }

  @Test
  void aSettingOfChatScriptsIsAWarning() {
    Compilation compilation = Scripts.compilation(CONTROLLED);

    assertThat(compilation.problems())
        .hasSize(1)
        .allSatisfy(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.message()).contains("has no meaning here");
            });
  }

  @Test
  void aMacroThatCallsItselfEndsTheTurn() {
    Script script =
        Scripts.compiled(
            "outputmacro: again() ^again()", "topic: ~keywordless keep ()", "u: () ^again()");

    ScriptTurn turn = script.respond(ScriptState.start(), "x", Scripts.SETTINGS);

    assertThat(turn.trace()).anyMatch(note -> note.startsWith("error: "));
  }

  @Test
  void aTopicForAnotherBotIsPassedOver() {
    Script script =
        Scripts.compiled(
            "bot: other",
            "topic: ~a (dog)",
            "u: (dog) Other.",
            "bot: maria",
            "topic: ~b (dog)",
            "u: (dog) Mine.");

    assertThat(Scripts.reply(script, "a dog")).isEqualTo("Mine.");
  }
}
