package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunawayAndStateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: ME () ^reuse(ME)",
        "u: () ^respond(~keywordless)",
        "u: () loop () { loop () { more and more words } }",
        "u: ME () loop () { loop () { loop () { $x += 1 } } }",
        "u: () $a = ^join($a $a xxxxxxxxxxxxxxxxxxxxxxxxxxxxx) ^respond(~)",
        "u: ME () Hi. ^refine(ME)\n a: () ^reuse(ME)",
        "u: (^again()) Hi.\noutputmacro: ^again() ^again()",
        "u: () ^again(x)\noutputmacro: ^again(^a) ^again(^a)",
        "u: () loop () { loop () { if (pattern [a b c] * [d e f]) { Hi. } } }",
        "u: () loop () { loop () { $x = 1 + 1 } }",
        "u: () loop () { [more words and more words][other words and other words] }",
        "u: () ^respond(~pong)\ntopic: ~pong system ()\nu: () ^respond(~keywordless)",
        "u: () ^gambit(~pong)\ntopic: ~pong system ()\nt: ^gambit(~pong)"
      })
  void aRunawayScriptEndsTheTurnAndSaysSo(String rule) {
    Script script = Scripts.rule(rule);

    ScriptTurn turn =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> script.respond(ScriptState.start(), "go", Scripts.SETTINGS));

    assertThat(turn.trace()).anyMatch(note -> note.startsWith("error: "));
    assertThat(turn.after().turn()).isEqualTo(1);
  }

  @Test
  void aMultitudeOfCostlyPatternsEndsTheTurnAndSaysSo() {
    StringBuilder rules = new StringBuilder("topic: ~keywordless keep ()\n");
    for (int i = 0; i < 3_000; i++) {
      rules.append("u: (* _*~2 !b" + i + " (* a) {a} _* $x" + i + " ) No.\n");
    }
    Script script = Scripts.compiled(rules.toString().split("\n"));
    String message = "a ".repeat(250) + ". ";

    ScriptTurn turn =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> script.respond(ScriptState.start(), message.repeat(40), Scripts.SETTINGS));

    assertThat(turn.faults()).hasSize(1);
    assertThat(turn.faults().get(0)).contains("steps");
  }

  @Test
  void aStateComesBackFromItsText() {
    Script script = busyScript();
    ScriptState state = ScriptState.start();

    for (String message : new String[] {"a dog", "yes", "a\u2028b \uD800 \\ c", "dog", "cat"}) {
      state = script.respond(state, message, Scripts.SETTINGS).after();
      ScriptState again = ScriptState.decode(state.encode());

      assertThat(again).isEqualTo(state).hasSameHashCodeAs(state);
      assertThat(script.respond(again, "dog", Scripts.SETTINGS))
          .isEqualTo(script.respond(state, "dog", Scripts.SETTINGS));
    }
    assertThat(state.variables()).containsKey("$said");
  }

  private static Script busyScript() {
    return Scripts.compiled(
        "topic: ~pets (dog cat)",
        "u: (dog) I like dogs. Do you?",
        "  a: (yes) Good.",
        "u: (_*) $said = '_0 ^fail(RULE)",
        "t: I have no pet.",
        "topic: ~keywordless repeat keep ()",
        "u: (_*) $said = '_0 I see.");
  }

  @Test
  void aStateIsSmall() {
    Script script = busyScript();
    ScriptState state = ScriptState.start();

    for (int i = 0; i < 200; i++) {
      state = script.respond(state, "dog " + i + " x".repeat(2000), Scripts.SETTINGS).after();
    }

    assertThat(state.encode().length()).isLessThan(2048);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "script-state 1\nt x",
        "script-state 1\nt 1",
        "script-state 1\nz 1",
        "script-state 1\nu ~x",
        "script-state 1\nv $a \\zz"
      })
  void aBrokenStateIsRefused(String text) {
    assertThatThrownBy(() -> ScriptState.decode(text))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("state");
  }

  @Test
  void anEditedTopicForgetsWhatWasUsedUp() {
    Script before = Scripts.compiled("topic: ~a (dog)", "u: (dog) One.", "u: (dog) Two.");
    Script after =
        Scripts.compiled("topic: ~a (dog)", "u: NEW (dog) New.", "u: (dog) Uno.", "u: (dog) Due.");

    ScriptState state = before.respond(ScriptState.start(), "dog", Scripts.SETTINGS).after();

    assertThat(after.respond(state, "dog", Scripts.SETTINGS).reply()).isEqualTo("New.");
  }

  @Test
  void aVariableCanBeGivenFromOutside() {
    Script script = Scripts.rule("u: () Age $age.");

    ScriptState state = ScriptState.start().with("$age", "10");

    assertThat(script.respond(state, "x", Scripts.SETTINGS).reply()).isEqualTo("Age 10.");
    assertThat(state.with("$age", "").variables()).isEmpty();
    assertThatThrownBy(() -> state.with("$$age", "1")).isInstanceOf(ScriptException.class);
  }

  @Test
  void noMessageBreaksATurnAndTheSameMessageGivesTheSameReply() {
    Script script = busyScript();
    Random random = new Random(20260105);

    for (int round = 0; round < 2000; round++) {
      String message = randomText(random, random.nextInt(60));
      ScriptTurn turn = script.respond(ScriptState.start(), message, Scripts.SETTINGS);

      assertThat(script.respond(ScriptState.start(), message, Scripts.SETTINGS)).isEqualTo(turn);
      assertThat(ScriptState.decode(turn.after().encode())).isEqualTo(turn.after());
    }
  }

  @Test
  void noSourceBreaksTheCompiler() {
    Random random = new Random(42);
    String[] pieces = {
      "topic: ~a (x)",
      "\nu: (",
      ")",
      "[",
      "]",
      "{",
      "}",
      "<<",
      ">>",
      "_",
      "'",
      "\"",
      "~b",
      "$x",
      "=",
      " = ",
      "^reuse(",
      "if (",
      "a:",
      "t:",
      "*",
      "*~2",
      "!",
      "\\",
      "#! x\n",
      "concept: ~c (",
      "%bot",
      "_0",
      "word",
      " ",
      "\n",
      "@1",
      "^\"",
      "loop",
      "?",
      "&",
      "\uD800",
      "<explicit>",
      "-",
      "##<<"
    };

    for (int round = 0; round < 5000; round++) {
      StringBuilder source = new StringBuilder("topic: ~z (y)\n");
      for (int i = random.nextInt(25); i >= 0; i--) {
        source.append(pieces[random.nextInt(pieces.length)]);
        source.append(random.nextBoolean() ? " " : "");
      }
      Compilation compilation = Scripts.compilation(source.toString());
      if (compilation.succeeded()) {
        ScriptTurn turn =
            compilation.script().respond(ScriptState.start(), "x y word", Scripts.SETTINGS);
        assertThat(turn.after().turn()).isEqualTo(1);
      }
    }
  }

  @Test
  void deepNestingIsRefusedNotFollowed() {
    for (String open : new String[] {"(", "[", "{", "<< "}) {
      Compilation pattern = Scripts.compilation("topic: ~a (x)", "u: (" + open.repeat(20_000));
      Compilation output =
          Scripts.compilation("topic: ~a (x)", "u: (x) " + "[if (^join(".repeat(20_000));

      assertThat(pattern.succeeded()).isFalse();
      assertThat(output.problems()).anyMatch(problem -> problem.message().contains("deeper"));
    }
  }

  @Test
  void conversationsSideBySideDoNotDisturbEachOther() {
    Script script = busyScript();
    List<String> alone = Scripts.replies(script, "a dog", "yes", "the cat", "hm");

    List<List<String>> together =
        IntStream.range(0, 500)
            .parallel()
            .mapToObj(i -> Scripts.replies(script, "a dog", "yes", "the cat", "hm"))
            .toList();

    assertThat(together).allMatch(alone::equals);
  }

  @Test
  void aMessageOfAMillionCharactersIsAnsweredInLinearTime() {
    Script script =
        Scripts.compiled("topic: ~keywordless keep repeat ()", "u: (ant* _*) Yes.", "u: () Other.");

    for (String unit :
        new String[] {"a", "a ", "a. ", "a.b", "\uD800", "\u0000", "'", ":)", "antx "}) {
      String message = unit.repeat(1_000_000 / unit.length());
      ScriptTurn turn =
          assertTimeoutPreemptively(
              Duration.ofSeconds(5),
              () -> script.respond(ScriptState.start(), message, Scripts.SETTINGS));
      assertThat(turn.reply()).isNotEmpty();
    }
  }

  private static String randomText(Random random, int length) {
    String[] words = {"dog", "cat", "yes", " ", ".", "?", "!", "'", "-", "\n", ":)", "ok", "can't"};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (random.nextInt(3) > 0) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
      } else {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }
}
