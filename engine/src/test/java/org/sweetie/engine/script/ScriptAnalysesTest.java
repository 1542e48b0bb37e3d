package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code script check} finds beyond errors. */
class ScriptAnalysesTest {

  /** The warnings as {@code line: message}. */
  private static List<String> warnings(String... lines) {
    Compilation compilation =
        ScriptCompiler.check(
            List.of(new ScriptSource("test.top", String.join("\n", lines) + "\n")));
    assertThat(compilation.succeeded()).as(compilation.problems().toString()).isTrue();
    return compilation.problems().stream()
        .map(problem -> problem.line() + ": " + problem.message())
        .toList();
  }

  private static String only(String... lines) {
    List<String> warnings = warnings(lines);
    assertThat(warnings).hasSize(1);
    return warnings.get(0);
  }

  // Topics.

  @Test
  void aTopicWithoutKeywordsThatNothingCallsIsNeverReached() {
    assertThat(only("topic: ~a (dog)", "u: (dog) Yes.", "", "topic: ~lost ()", "u: () Never."))
        .startsWith("4: the topic ~lost is never reached");
  }

  @Test
  void topicsThatCallOnlyEachOtherAreNeverReached() {
    assertThat(
            warnings(
                "topic: ~a ()",
                "u: (dog) One. ^respond(~b)",
                "topic: ~b ()",
                "u: (dog) Two. ^respond(~a)"))
        .hasSize(2)
        .allMatch(warning -> warning.contains("is never reached"));
  }

  @Test
  void aSystemTopicIsReachedByCallsAlone() {
    assertThat(only("topic: ~a system (dog)", "u: (dog) Yes.")).contains("it is a system topic");
    assertThat(
            warnings(
                "topic: ~b (dog)", "u: (dog) ^respond(~a)", "topic: ~a system ()", "u: () Yes."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: (dog) ^gambit(~x)",
        "u: (dog) ^addtopic(~x)",
        "u: (dog) ^reuse(~x.GO)",
        "u: (dog) $next = ~x ^respond($next)",
        "u: (dog) ^respond(^join(~ x))",
        "u: (dog) [^respond(~x)][Yes.]"
      })
  void whateverNamesATopicReachesIt(String rule) {
    assertThat(warnings("topic: ~a (dog)", rule, "topic: ~x ()", "u: GO () Yes.")).isEmpty();
  }

  @Test
  void aTopicOfABotThatNothingSetsUpIsNeverReached() {
    assertThat(
            only(
                "outputmacro: ^ann() $cs_control_main = ~control",
                "topic: ~control system ()",
                "u: () ^respond(~a)",
                "topic: ~a bot=ben (dog)",
                "u: (dog) Yes."))
        .startsWith("4: the topic ~a is for [ben]");
  }

  @Test
  void aRejoinderBelowARuleThatSaysNothingIsNeverReached() {
    assertThat(only("topic: ~a (dog)", "u: (dog) $x = 1", "  a: (yes) Never."))
        .startsWith("3: this rejoinder is never reached");
    assertThat(warnings("topic: ~a (dog)", "u: (dog) ^refine()", "  a: (dog) Yes.")).isEmpty();
    assertThat(
            warnings(
                "topic: ~a (dog cat)",
                "u: X (dog) $x = 1",
                "  a: (yes) Yes.",
                "u: (cat) Well? ^setrejoinder(X)"))
        .isEmpty();
  }

  // Shadowed rules.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: () First.\nu: (dog) Second.",
        "u: (*) First.\nu: (dog) Second.",
        "u: (dog) First.\nu: (dog) Second.",
        "u: (dog) First.\nu: (my dog) Second.",
        "u: (dog) First.\nu: (my [dog puppy] dog) Second.",
        "u: ([dog cat]) First.\nu: (big [cat dog]) Second.",
        "u: (~animal) First.\nu: (my dog) Second.",
        "u: (~animal) First.\nu: (my ~tame) Second.",
        "u: (<< dog my >>) First.\nu: (my big dog) Second.",
        "u: (< my * dog) First.\nu: (< my * dog runs) Second.",
        "u: (!cat dog) First.\nu: (!cat dog) Second.",
        "u: (dog) [A.][B.]\n?: (my dog) Second.",
        "u: (dog) if ($x) {A.} else {B.}\nu: (my dog) Second.",
        "s: (dog) First.\ns: (my dog) Second.",
        "u: (dog) Hm?\n  a: (~yes) One.\n  a: (~yes) Two.",
      })
  void aRuleIsNeverReachedBelowOneThatAlwaysAnswersFirst(String rules) {
    assertThat(
            only(
                ("topic: ~a keep repeat (dog ~animal)\n"
                        + rules
                        + "\nconcept: ~animal (~tame)\nconcept: ~tame (dog cat)")
                    .split("\n")))
        .contains("never reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: (dog) ^respond(~b)\nu: (my dog) Second.",
        "u: (dog) if ($x) {A.}\nu: (my dog) Second.",
        "u: (dog) [$x A.][$y B.]\nu: (my dog) Second.",
        "u: (dog) Yes. ^fail(RULE)\nu: (my dog) Second.",
        "u: (dog) $x = 1\nu: (my dog) Second.",
        "u: (dog !big) First.\nu: (dog) Second.",
        "u: (my dog) First.\nu: (dog) Second.",
        "u: ('dogs) First.\nu: (dogs) Second.",
        "u: (dog $x) First.\nu: (dog) Second.",
        "u: ([cat dog]) First.\nu: ([dog puppy]) Second.",
        "s: (dog) First.\nu: (my dog) Second.",
        "?: (dog) First.\ns: (dog) Second.",
        "u: (< dog) First.\nu: (my dog) Second.",
        "u: (my *~2 dog) First.\nu: (dog my) Second.",
        "u: (^marked(~animal)) First.\nu: (^marked(~animal)) Second.",
      })
  void aRuleIsReachedWhereTheOneAboveMayLeaveItTheTurn(String rules) {
    assertThat(
            warnings(
                ("topic: ~a keep repeat (dog)\n"
                        + rules
                        + "\nconcept: ~animal (dog cat)\ntopic: ~b (~animal)\nu: (zoo) Yes.")
                    .split("\n")))
        .isEmpty();
  }

  @Test
  void aRuleBelowOneThatIsUsedUpWaitsForIt() {
    assertThat(only("topic: ~a (dog)", "u: (dog) First.", "u: (my dog) Second."))
        .startsWith("3: this rule waits until ~a.0.0 in line 2 is used up");
    assertThat(
            warnings("topic: ~a (dog)", "u: (dog) First.", "u: (dog) Then.", "u: (dog) At last."))
        .as("the same pattern again and again says another line each time")
        .isEmpty();
    assertThat(warnings("topic: ~a random (dog)", "u: (dog) First.", "u: (my dog) Second."))
        .isEmpty();
    assertThat(warnings("topic: ~a (dog)", "t: One.", "t: Two.")).isEmpty();
  }

  @Test
  void theLastWordMayHaveThePatternOfTheFirst() {
    assertThat(
            warnings(
                "topic: ~a keep (dog cat)",
                "u: (dog) First.",
                "u: (cat) Between.",
                "u: (dog) ^repeat() Last."))
        .isEmpty();
  }

  @Test
  void manyRulesThatWaitAreSummedUp() {
    StringBuilder topic = new StringBuilder("topic: ~a (dog)\nu: (dog) First.\n");
    for (int i = 0; i < 40; i++) {
      topic.append("u: (w" + i + " dog) Number " + i + ".\n");
    }

    List<String> warnings = warnings(topic.toString());

    assertThat(warnings).hasSize(6);
    assertThat(warnings.get(5)).startsWith("42: 35 more rules of ~a wait so");
  }

  // Loops.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: ME (dog) ^reuse(ME)",
        "u: ONE (dog) ^reuse(TWO)\nu: TWO (cat) ^reuse(ONE)",
        "u: ONE (dog) $x = 1 [^reuse(TWO)][^reuse(ONE)]\nu: TWO (cat) ^reuse(ONE)",
        "u: ONE (dog) if ($x) {^reuse(ONE)} else {^reuse(TWO)}\nu: TWO (cat) ^reuse(ONE)",
        "u: () ^respond(~a)",
        "u: () ^respond(~)",
        "u: ONE (dog) Hm. ^refine()\n  a: () ^reuse(ONE)",
        "u: ONE (dog) ^again()\noutputmacro: ^again() ^reuse(~a.ONE)"
      })
  void rulesThatCallEachOtherWithoutEndAreFound(String rules) {
    assertThat(only(("topic: ~a keep repeat (dog)\n" + rules).split("\n")))
        .contains("without end")
        .contains("→");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u: ONE (dog) ^reuse(TWO)\nu: TWO (cat) Yes.",
        "u: ME (dog) [^reuse(ME)][Yes.]",
        "u: ME (dog) if ($x) {^reuse(ME)}",
        "u: ONE (dog) ^reuse(TWO)\nu: TWO (cat) ^marked(~x) ^reuse(ONE)\nconcept: ~x (a)",
        "u: (dog) ^respond(~a)"
      })
  void callsThatCanEndAreNot(String rules) {
    assertThat(warnings(("topic: ~a keep repeat (dog)\n" + rules).split("\n"))).isEmpty();
  }

  // What nothing uses.

  @Test
  void outputsThatAreNeverUsedAreFound() {
    assertThat(only("topic: ~a (dog)", "u: (dog) Yes. ^end(RULE)", " And more."))
        .startsWith("3: what stands behind ^end is never done");
    assertThat(only("topic: ~a (dog)", "u: (dog) if ($x) {^fail(RULE) No.}"))
        .contains("behind ^fail");
    assertThat(only("topic: ~a (dog)", "u: (dog) if ($x) {A.} else if ($x) {B.} else {C.}"))
        .contains("this branch is never taken");
    assertThat(only("topic: ~a (dog)", "u: (dog) if ($x) {A.} else if (!$x) {B.} else {C.}"))
        .contains("this branch is never taken");
    assertThat(warnings("topic: ~a (dog)", "u: (dog) if (%rand<9) {A.} else if (%rand<9) {B.}"))
        .isEmpty();
  }

  @Test
  void conceptsAndMacrosThatNothingUsesAreFound() {
    assertThat(
            warnings(
                "concept: ~used (dog)",
                "concept: ~picked (a b)",
                "concept: ~unused (cat)",
                "outputmacro: ^unused() Hi.",
                "topic: ~a (~used)",
                "u: (dog) ^pick(~picked)"))
        .containsExactly(
            "3: the concept ~unused is not used", "4: the macro ^unused is never called");
  }

  @Test
  void aFileOfConceptsIsToldInOneLine() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      file.append("concept: ~c").append(i).append(" (a b)\n");
    }
    assertThat(only(file + "topic: ~a (~c7)\nu: (~c7) Yes."))
        .startsWith("1: 2999 concepts of this file are not used, ~c0 the first");
  }

  @Test
  void aLabelThatIsCalledMayStandOnOneRuleAlone() {
    assertThat(only("topic: ~a (dog cat)", "u: X (dog) A.", "u: X (cat) B.", "t: ^reuse(X)"))
        .startsWith("3: the label X stands in line 2 too");
    assertThat(warnings("topic: ~a (dog cat)", "u: X (dog) A.", "u: X (cat) B.")).isEmpty();
  }

  @Test
  void oneRuleAmongFiftyThousandIsFound() {
    StringBuilder topic = new StringBuilder("topic: ~a keep repeat (w0)\n");
    for (int i = 0; i < 50_000; i++) {
      topic.append(
          "u: L" + i + " (w" + i % 700 + " * [x" + i + " y" + i + "]) Number " + i + ".\n");
    }
    topic.append("u: (w1 * [x1 y1] now) Never.\n");

    assertThat(only(topic.toString())).startsWith("50002: this rule is never reached: ~a.1.0 L1");
  }
}
