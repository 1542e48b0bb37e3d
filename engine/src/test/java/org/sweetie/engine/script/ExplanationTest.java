package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.script.TurnExplanation.Did;
import org.sweetie.engine.script.TurnExplanation.Step;

/** Why a turn went as it did. */
class ExplanationTest {
  private static final String[] SCRIPT = {
    "topic: ~pets (dog cat)",
    "u: USED (dog) Dogs bark.",
    "?: QUESTION (dog) Do they?",
    "u: BIRD (bird) Birds sing.",
    "u: COND (dog $known) I know.",
    "u: QUIET (_dog) $x = 1",
    "u: GIVEN (dog) No. ^fail(RULE)",
    "u: GO (dog) ^respond(~more)",
    "topic: ~more keep ()",
    "u: (!cat my _*1) So.",
    "  a: (yes) Fine.",
  };

  private static List<String> steps(TurnExplanation why) {
    return why.steps().stream()
        .map(step -> step.depth() + " " + step.did() + " " + step.name() + " " + step.detail())
        .map(String::strip)
        .toList();
  }

  @Test
  void tellsEveryTopicAndRuleTriedAndWhyNot() {
    Script script = Scripts.compiled(SCRIPT);
    ScriptState used = script.respond(ScriptState.start(), "a dog", Scripts.SETTINGS).after();

    TurnExplanation why = script.explain(used, "my dog", Scripts.SETTINGS);

    assertThat(steps(why))
        .containsSubsequence(
            "0 SENTENCE 1 my dog",
            "0 TOPIC ~pets at hand",
            "0 PASSED_OVER ~pets.2.0 BIRD needs bird",
            "0 USED_UP ~pets.0.0 USED",
            "0 NO_MATCH ~pets.3.0 COND $known",
            "0 MATCHED ~pets.4.0 QUIET",
            "0 SILENT ~pets.4.0 QUIET",
            "0 MATCHED ~pets.5.0 GIVEN",
            "0 ENDED ~pets.5.0 GIVEN fail rule",
            "0 MATCHED ~pets.6.0 GO",
            "1 TOPIC ~more called by ~pets.6.0",
            "1 MATCHED ~more.0.0",
            "1 SAID ~more.0.0 So.");
    assertThat(why.turn().reply()).isEqualTo("So.");
    assertThat(why.sentences().get(0).marks()).contains("~pets dog");
    assertThat(why.steps())
        .filteredOn(step -> step.did() == Did.MATCHED)
        .extracting(Step::captures)
        .contains(List.of("dog"));
  }

  @Test
  void askingWhyChangesNothing() {
    Script script = Scripts.compiled(SCRIPT);
    ScriptState state = ScriptState.start();

    for (String message : new String[] {"a dog", "my dog", "yes", "is it a dog?", "hm. a cat"}) {
      ScriptTurn turn = script.respond(state, message, Scripts.SETTINGS);

      assertThat(script.explain(state, message, Scripts.SETTINGS).turn()).isEqualTo(turn);
      state = turn.after();
    }
  }

  @Test
  void saysWhenSomethingWasSaidBeforeAndWhichRejoindersWait() {
    Script script =
        Scripts.compiled(
            "topic: ~a keep (dog)", "u: (dog) Dogs bark.", "  a: (no) Oh.", "  a: (yes) Yes.");
    ScriptState once = script.respond(ScriptState.start(), "dog", Scripts.SETTINGS).after();

    assertThat(steps(script.explain(once, "yes", Scripts.SETTINGS)))
        .contains("0 REJOINDERS ~a rejoinders a:", "0 NO_MATCH ~a.0.1 no", "0 SAID ~a.0.2 Yes.");
    assertThat(steps(script.explain(once, "dog", Scripts.SETTINGS)))
        .contains("0 SAID_BEFORE ~a.0.0 Dogs bark.");
  }

  @Test
  void aRunawayScriptIsExplainedUpToItsEnd() {
    Script script = Scripts.rule("u: ME () ^reuse(ME)");

    TurnExplanation why = script.explain(ScriptState.start(), "go", Scripts.SETTINGS);

    assertThat(why.turn().faults()).hasSize(1);
    assertThat(why.steps()).isNotEmpty();
  }
}
