package org.sweetie.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sweetie.engine.decision.ConversationState.DETERRING;
import static org.sweetie.engine.decision.ConversationState.ENDED;
import static org.sweetie.engine.decision.ConversationState.ENGAGED;
import static org.sweetie.engine.decision.ConversationState.SAFEGUARDING;
import static org.sweetie.engine.decision.ConversationState.SUPERVISED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice.Standing;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.decision.Decision.Answer;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

class ConversationMachineTest {
  private static final Instant FIRST = Instant.parse("2026-01-05T16:00:00Z");

  /** Facts that let a conversation go on, to be changed one at a time. */
  private static final class Case {
    private ConversationState state = ENGAGED;
    private int number = 3;
    private Duration since = Duration.ofMinutes(5);
    private boolean explicit;
    private Optional<String> sign = Optional.empty();
    private int statements;
    private boolean flagged;
    private List<IdentifierSpan> identifiers = List.of();
    private @Nullable Mandate mandate =
        Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false);

    Decision decide() {
      return ConversationMachine.decide(
          new Facts(
              state,
              number,
              FIRST,
              FIRST.plus(since),
              explicit,
              sign,
              statements,
              flagged,
              identifiers,
              new Standing(mandate, "a reason")));
    }
  }

  private static IdentifierSpan identifier(IdentifierType type, String normalized) {
    return new IdentifierSpan(type, 0, 1, "x", normalized, 1, null, null);
  }

  @Test
  void withinTheMandateItGoesOn() {
    assertThat(new Case().decide())
        .isEqualTo(new Decision(ENGAGED, "within the mandate", Answer.SCRIPT));
  }

  @Test
  @DisplayName("B7: a supervised mandate asks a person for every reply")
  void supervised() {
    Case facts = new Case();
    facts.mandate = Mandates.complete(Mandate.Mode.SUPERVISED, null, false);

    assertThat(facts.decide().state()).isEqualTo(SUPERVISED);
    assertThat(facts.decide().answer()).isEqualTo(Answer.SCRIPT);
  }

  @Test
  @DisplayName("B7: no mandate, no answer")
  void noMandate() {
    Case facts = new Case();
    facts.mandate = null;

    assertThat(facts.decide().answer()).isEqualTo(Answer.NONE);
    assertThat(facts.decide().reason()).startsWith("B7");
  }

  @Test
  @DisplayName("B7: a stated place outside the mandate pauses for a person, one inside does not")
  void place() {
    Case facts = new Case();
    facts.identifiers = List.of(identifier(IdentifierType.PLACE, "Oslo"));
    assertThat(facts.decide().state()).isEqualTo(SUPERVISED);

    facts.identifiers = List.of(identifier(IdentifierType.PLACE, "Manila"));
    assertThat(facts.decide().state()).isEqualTo(ENGAGED);
  }

  @Test
  @DisplayName(
      "B9: enough statements, a sufficient identifier, 50 turns or 7 days end it with the closing message")
  void enough() {
    Case statements = new Case();
    statements.statements = 3;
    Case identifier = new Case();
    identifier.flagged = true;
    identifier.identifiers = List.of(identifier(IdentifierType.PHONE, "+447700900123"));
    Case turns = new Case();
    turns.number = 49;
    Case days = new Case();
    days.since = Duration.ofDays(7);

    assertThat(List.of(statements, identifier, turns, days))
        .allSatisfy(
            facts -> {
              assertThat(facts.decide().state()).isEqualTo(DETERRING);
              assertThat(facts.decide().answer()).isEqualTo(Answer.CLOSING);
              assertThat(facts.decide().reason()).startsWith("B9");
            });
  }

  @Test
  @DisplayName(
      "B9: an identifier alone is not enough while nothing was flagged, nor one the mandate does not name")
  void notEnough() {
    Case unflagged = new Case();
    unflagged.identifiers = List.of(identifier(IdentifierType.PHONE, "+447700900123"));
    Case unnamed = new Case();
    unnamed.flagged = true;
    unnamed.identifiers = List.of(identifier(IdentifierType.EMAIL, "a@example.org"));

    assertThat(unflagged.decide().state()).isEqualTo(ENGAGED);
    assertThat(unnamed.decide().state()).isEqualTo(ENGAGED);
  }

  @Test
  @DisplayName("B9: without a closing message, or with no turn left for it, it just ends")
  void endsWithoutClosing() {
    Case none = new Case();
    none.statements = 3;
    none.mandate = Mandates.complete(Mandate.Mode.AUTONOMOUS, null, false);
    Case last = new Case();
    last.number = 50;

    assertThat(none.decide())
        .extracting(Decision::state, Decision::answer)
        .containsExactly(ENDED, Answer.NONE);
    assertThat(last.decide())
        .extracting(Decision::state, Decision::answer)
        .containsExactly(ENDED, Answer.NONE);
  }

  @Test
  @DisplayName("B10: a safeguarding sign stops the persona before everything else")
  void safeguarding() {
    Case facts = new Case();
    facts.sign = Optional.of("minor: 'same age as you'");
    facts.statements = 3;
    facts.mandate = null;

    assertThat(facts.decide())
        .extracting(Decision::state, Decision::answer)
        .containsExactly(SAFEGUARDING, Answer.NONE);
  }

  @Test
  @DisplayName("B13: the first <explicit> ends a demo conversation, and only a demo one")
  void demo() {
    Case live = new Case();
    live.explicit = true;
    Case demo = new Case();
    demo.explicit = true;
    demo.mandate = Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", true);

    assertThat(live.decide().state()).isEqualTo(ENGAGED);
    assertThat(demo.decide())
        .extracting(Decision::state, Decision::answer)
        .containsExactly(ENDED, Answer.NONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = ConversationState.class,
      names = {"ENDED", "SAFEGUARDING"})
  void nothingIsAnsweredAfterTheEnd(ConversationState over) {
    Case facts = new Case();
    facts.state = over;

    assertThat(facts.decide())
        .extracting(Decision::state, Decision::answer)
        .containsExactly(over, Answer.NONE);
  }

  @Test
  void aConversationThatAPersonTookOverStaysWithThem() {
    Case facts = new Case();
    facts.state = SUPERVISED;

    assertThat(facts.decide().state()).isEqualTo(SUPERVISED);
  }

  @Test
  void noTransitionLeadsBackFromTheEnd() {
    for (ConversationState next : ConversationState.values()) {
      assertThat(SAFEGUARDING.mayMoveTo(next)).isFalse();
      assertThat(ENDED.mayMoveTo(next)).isEqualTo(next == SAFEGUARDING);
      assertThat(ENGAGED.mayMoveTo(next)).isEqualTo(next != ENGAGED);
    }
  }
}
