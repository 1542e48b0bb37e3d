package org.sweetie.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.LineRules;
import org.sweetie.engine.script.Saying;
import org.sweetie.engine.script.Sayings;

class PersonaProofTest {
  private static final LineRules RULES = ProofPersonas.rules();

  static Stream<Path> bad() throws IOException {
    try (Stream<Path> folders = Files.list(ProofPersonas.folder("bad"))) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  @DisplayName("A7: each bad persona fails, and with the rule it is made for alone")
  void aBadPersonaFailsWithItsRule(Path folder) {
    String name = String.valueOf(folder.getFileName());

    Proof proof = PersonaProof.of(ProofPersonas.read(folder), RULES);

    assertThat(proof.violations())
        .isNotEmpty()
        .allMatch(violation -> violation.rule().equals(name.substring(0, name.indexOf('-'))));
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void thereIsABadPersonaForEachRuleThatCanBeReadOffAScript() throws IOException {
    List<String> provable =
        Provable.all().stream().filter(Provable::byScript).map(Provable::id).toList();

    assertThat(bad().map(folder -> folder.getFileName().toString().split("-")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(provable);
  }

  @Test
  void aSmallPersonaThatEchoesThroughFiltersIsProved() {
    Proof proof = PersonaProof.of(ProofPersonas.read(ProofPersonas.folder("clean")), RULES);

    assertThat(proof.violations()).isEmpty();
    assertThat(proof.summary())
        .contains("B6  proved  every word is the script's: nothing echoed, evaluated or fetched");
    assertThat(proof.summary()).anyMatch(line -> line.startsWith("B7  at run time only"));
  }

  @Test
  @DisplayName("A8, B1 to B6, B14: the persona that comes with the program is proved")
  void theShippedPersonaIsProved() {
    Proof proof = PersonaProof.of(ProofPersonas.shipped(), RULES);

    assertThat(proof.violations()).isEmpty();
    assertThat(proof.texts()).isGreaterThan(1_000);
  }

  @Test
  void aViolationNamesRuleFileLineAndTheWayTheWordsTook() {
    Proof proof = PersonaProof.of(ProofPersonas.read(ProofPersonas.folder("bad/B6-kept")), RULES);

    assertThat(proof.violations())
        .singleElement()
        .extracting(Violation::toString)
        .asString()
        .startsWith("B6 talk.top:4 ~keywordless.1.0  \"You like \u2039_0\u203a, im 10.\"")
        .contains("_0, which the counterpart wrote")
        .contains("kept in $liked")
        .contains("$liked at talk.top:4");
  }

  @Test
  @DisplayName("A2: what the mask takes out is never printed")
  void aMaskedTermIsNeverPrinted() {
    Proof proof =
        PersonaProof.of(ProofPersonas.read(ProofPersonas.folder("bad/B2-explicit")), RULES);

    assertThat(proof.violations()).allMatch(v -> v.text().contains("<explicit>"));
  }

  @Test
  @DisplayName("The proof and the gate judge a line alike, in whatever the line alone decides")
  void proofAndGateAgreeOnEveryLine() {
    ConductGate gate = new ConductGate(RULES, "sha256:test");
    Sayings speech = Sayings.of(ProofPersonas.shipped().script(), "Althea", RULES.words());

    for (Saying saying : speech.sayings()) {
      assertThat(gate.judge(saying.text(), ProofPersonas.afterwards("hi")))
          .as(saying.toString())
          .allMatch(verdict -> verdict.passed());
    }
  }
}
