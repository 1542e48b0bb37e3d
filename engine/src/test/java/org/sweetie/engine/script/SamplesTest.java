package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.script.SampleVerdict.Outcome;

class SamplesTest {

  @Test
  void areKeptWithTheirRules() {
    Script script =
        Scripts.compiled(
            "topic: ~a (run)",
            "#!x a remark",
            "#! did you run?",
            "#!!K away",
            "u: (run) Yes.",
            "  #! sure",
            "  a: (~yes) Good.");

    assertThat(script.samples())
        .containsExactly(
            new ScriptSample("test.top", 3, "~a", "~a.0.0", "did you run?", ""),
            new ScriptSample("test.top", 4, "~a", "~a.0.0", "away", "K"),
            new ScriptSample("test.top", 6, "~a", "~a.0.1", "sure", ""));
  }

  @Test
  void areHeldAgainstPatternKeywordAndEarlierRules() {
    Script script =
        Scripts.compiled(
            "topic: ~a (run walk)",
            "#! I run",
            "s: (run) Yes indeed.",
            "#! I walk fast",
            "s: (walk slow) No.",
            "#! do I walk",
            "s: (walk) No.",
            "#! I run and walk",
            "s: (run * walk) No.",
            "#! I crawl",
            "s: (crawl) Not really.",
            "#!!K I crawl",
            "s: (crawl) No.",
            "  #! yes",
            "  a: (yes) One.",
            "    #! yes",
            "    b: (yes) Below.",
            "  #! yes",
            "  a: (~yes) Two.");

    assertThat(script.verify())
        .extracting(SampleVerdict::toString)
        .containsExactly(
            "test.top:2 PASS ~a.0.0 I run",
            "test.top:4 FAIL ~a.1.0 I walk fast",
            "test.top:6 FAIL ~a.2.0 do I walk",
            "test.top:8 BLOCKED ~a.3.0 I run and walk",
            "test.top:10 FAIL ~a.4.0 I crawl",
            "test.top:12 BLOCKED ~a.5.0 I crawl",
            "test.top:14 PASS ~a.5.1 yes",
            "test.top:16 PASS ~a.5.2 yes",
            "test.top:18 BLOCKED ~a.5.3 yes");
    assertThat(script.verify())
        .extracting(SampleVerdict::reason)
        .contains("blocked by ~a.0.0", "the sample is a question", "the pattern does not match");
  }

  @Test
  void aMatchingRuleThatSaysNothingBlocksNobody() {
    Script script =
        Scripts.compiled("topic: ~a (run)", "u: (run) $ran = 1", "#! I run", "u: (run) Yes.");

    assertThat(script.verify()).allMatch(SampleVerdict::passed);
  }

  @ParameterizedTest(name = "{0} before {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # rule before the sample's rule | the sample and its rule | verdict
          u: (run) I do.                    | #! I run;u: (run) Yes.                 | BLOCKED
          u: () I do.                       | #! I run;u: (run) Yes.                 | PASS
          u: (* run) I do.                  | #! I run;u: (run) Yes.                 | PASS
          u: (ru*) I do.                    | #! I run;u: (run) Yes.                 | PASS
          u: (!?) I do.                     | #! I run;u: (run) Yes.                 | PASS
          u: (run) Indeed.                  | #! I run;u: (run) Yes.                 | PASS
          u: (run) $x = 1                   | #! I run;u: (run) Yes.                 | PASS
          u: (run) ^reuse(OTHER)            | #! I run;u: (run) Yes.                 | BLOCKED
          u: (run) [$x Go on.] [Yes I do.]  | #! I run;u: (run) Yes.                 | BLOCKED
          ?: (run) I do.                    | #! I run;u: (run) Yes.                 | BLOCKED
          ?: (run) I do.                    | #! I run;s: (run) Yes.                 | PASS
          t: (run) I do.                    | #! I run;u: (run) Yes.                 | PASS
          u: (run) $x = 1                   | #! I run;u: (walk) Yes.                | FAIL
          u: (run) Indeed.                  | #!!B I run;u: (run) Yes.               | PASS
          u: (run) I do.                    | #!!b I run;u: (run) Yes.               | PASS
          u: (run) I do.                    | #!!P I run;u: (walk) Yes.              | BLOCKED
          u: (sit) I do.                    | #!!P I run;u: (walk) Yes.              | PASS
          u: (sit) I do.                    | #!!F I run;u: (walk) Yes.              | PASS
          u: (sit) I do.                    | #!!F I run;u: (run) Yes.               | FAIL
          u: (sit) I do.                    | #! I crawl;u: (crawl) Yes.             | FAIL
          u: (sit) I do.                    | #!!K I crawl;u: (crawl) Yes.           | PASS
          u: (sit) I do.                    | #!!S I run;u: (run) Yes.               | PASS
          u: (sit) I do.                    | #! I run # as said;u: (run >) Yes.     | PASS
          u: (sit) I do.                    | #! run. crawl;u: (run) Yes.            | PASS
          u: (sit) I do.                    | #! crawl. run;u: (run) Yes.            | FAIL
          u: (sit) I do.                    | #! run $age=9;u: (run $age>8) Yes.     | PASS
          u: (sit) I do.                    | #! I run;u: (~ run) Yes.               | PASS
          u: (sit) I do.                    | #! crawl;t: (crawl) Yes.               | PASS
          u: (sit) I do.                    | #! crawl;t: (run) Yes.                 | FAIL
          u: (sit) I do.                    | #! crawl;t: Yes.                       | PASS
          """)
  void areJudgedAsChatScriptJudgesThem(String before, String rule, Outcome verdict) {
    String[] sampled = rule.split(";");
    Script script =
        Scripts.compiled(
            "topic: ~a (run walk)", before, sampled[0], sampled[1], "u: OTHER (other) Other.");

    assertThat(script.verify()).extracting(SampleVerdict::outcome).containsExactly(verdict);
  }

  @Test
  void meetTheBotAsItsMacroSetsItUp() {
    Script script =
        Scripts.compiled(
            "outputmacro: harry() $age = 9 $cs_control_main = ~a",
            "topic: ~a (run)",
            "#! I run",
            "u: ($age=9 run) Yes.");

    assertThat(script.verify()).allMatch(SampleVerdict::passed);
  }

  @ParameterizedTest(name = "topic: ~a {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (walk)              | FAIL
          system (walk)       | FAIL
          ()                  | BLOCKED
          nokeys (walk)       | BLOCKED
          noblocking (run)    | PASS
          random (walk)       | PASS
          nopatterns (run)    | BLOCKED
          """)
  void askOfATopicWhatItsFlagsLeave(String declaration, Outcome verdict) {
    Script script =
        Scripts.compiled(
            "topic: ~a " + declaration, "u: (run) I do.", "#! I run", "u: (I run) Yes.");

    assertThat(script.verify()).extracting(SampleVerdict::outcome).containsExactly(verdict);
  }
}
