package org.sweetie.engine.decision;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.Caps;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.decision.Decision.Answer;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/**
 * Decides after each message of the counterpart: go on, ask a person, deter, stop, safeguard.
 *
 * <p>The rules are asked in the order of their weight: a child at risk before everything, then what
 * ends a conversation, then what pauses it. The same facts always give the same decision.
 */
public final class ConversationMachine {
  private ConversationMachine() {}

  /** The decision on these facts. */
  public static Decision decide(Facts facts) {
    return safeguards(facts)
        .or(() -> isOver(facts))
        .or(() -> hasNoMandate(facts))
        .or(() -> endsTheDemo(facts))
        .or(() -> isEnough(facts))
        .or(() -> pausesForPlace(facts))
        .orElseGet(() -> goesOn(facts));
  }

  private static Optional<Decision> safeguards(Facts facts) {
    if (facts.state() == ConversationState.SAFEGUARDING) {
      return none(facts.state(), "B10: the conversation is a safeguarding case");
    }
    return facts
        .sign()
        .map(sign -> new Decision(ConversationState.SAFEGUARDING, "B10: " + sign, Answer.NONE));
  }

  private static Optional<Decision> isOver(Facts facts) {
    return facts.state() == ConversationState.ENDED
        ? none(facts.state(), "the conversation has ended")
        : Optional.empty();
  }

  private static Optional<Decision> hasNoMandate(Facts facts) {
    return facts.standing().mandate() == null
        ? none(facts.state(), "B7: " + facts.standing().reason())
        : Optional.empty();
  }

  private static Optional<Decision> endsTheDemo(Facts facts) {
    Mandate mandate = facts.standing().mandate();
    return mandate != null && mandate.demo() && facts.explicit()
        ? none(ConversationState.ENDED, "B13: the first <explicit> ends a demo conversation")
        : Optional.empty();
  }

  private static Optional<Decision> isEnough(Facts facts) {
    String reason = enough(facts);
    if (reason == null) {
      return Optional.empty();
    }
    Mandate mandate = facts.standing().mandate();
    boolean closes =
        mandate != null && mandate.closingText() != null && facts.number() < Caps.TURNS;
    return closes
        ? Optional.of(new Decision(ConversationState.DETERRING, reason, Answer.CLOSING))
        : none(ConversationState.ENDED, reason);
  }

  private static @Nullable String enough(Facts facts) {
    Mandate mandate = facts.standing().mandate();
    if (facts.number() + 1 >= Caps.TURNS) {
      return "B9: the cap of " + Caps.TURNS + " turns";
    }
    if (Duration.between(facts.firstAt(), facts.now()).compareTo(Caps.AGE) >= 0) {
      return "B9: the cap of " + Caps.AGE.toDays() + " days";
    }
    if (facts.statements() >= Caps.statements(mandate)) {
      return "B9: " + facts.statements() + " statements after the age disclosure are enough";
    }
    return sufficient(facts, mandate)
        .map(i -> "B9: a claimed " + i.type().wire() + " is enough")
        .orElse(null);
  }

  private static Optional<IdentifierSpan> sufficient(Facts facts, @Nullable Mandate mandate) {
    List<String> types = mandate == null ? List.of() : mandate.sufficientIdentifiers();
    return facts.flagged()
        ? facts.identifiers().stream().filter(i -> types.contains(i.type().wire())).findFirst()
        : Optional.empty();
  }

  private static Optional<Decision> pausesForPlace(Facts facts) {
    Mandate mandate = facts.standing().mandate();
    List<String> places = mandate == null ? List.of() : mandate.places();
    return facts.identifiers().stream()
        .filter(i -> i.type() == IdentifierType.PLACE)
        .filter(i -> !places.contains(i.normalized().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(
            i ->
                new Decision(
                    ConversationState.SUPERVISED,
                    "B7: a stated place outside the mandate pauses for a person",
                    Answer.SCRIPT));
  }

  private static Decision goesOn(Facts facts) {
    Mandate mandate = facts.standing().mandate();
    boolean autonomous = mandate != null && mandate.mode() == Mandate.Mode.AUTONOMOUS;
    if (autonomous && facts.state() == ConversationState.ENGAGED) {
      return new Decision(ConversationState.ENGAGED, "within the mandate", Answer.SCRIPT);
    }
    return new Decision(
        ConversationState.SUPERVISED,
        autonomous
            ? "a person took over and releases each reply"
            : "B7: the mandate asks a person to release each reply",
        Answer.SCRIPT);
  }

  private static Optional<Decision> none(ConversationState state, String reason) {
    return Optional.of(new Decision(state, reason, Answer.NONE));
  }
}
