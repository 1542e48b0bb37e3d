package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
            "s: (run) Yes.",
            "#! I walk fast",
            "s: (walk slow) No.",
            "#! do I walk",
            "s: (walk) No.",
            "#! I run and walk",
            "s: (run * walk) No.",
            "#! I crawl",
            "s: (crawl) No.",
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
}
