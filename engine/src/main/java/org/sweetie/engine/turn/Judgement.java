package org.sweetie.engine.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.AgeStatement;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateOffice.Standing;
import org.sweetie.engine.decision.Facts;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Turn.Speaker;

/**
 * Gathers from a conversation's record what the decision and the gate rest on. Pure: replay calls
 * it again.
 */
final class Judgement {
  /** Indicators that count as a statement of the counterpart (CONDUCT B9), from this score on. */
  private static final Set<Indicator> STATEMENTS =
      Set.of(
          Indicator.IMAGE_SOLICITATION,
          Indicator.MEETING_APPROACH,
          Indicator.THREAT_EXTORTION,
          Indicator.BOUNDARY_TESTING);

  private static final double SURE = 0.5;

  private Judgement() {}

  /** The facts after the counterpart's latest message, which is the last turn on record. */
  static Facts facts(
      ConversationRecord known,
      Readable readable,
      MessageFindings found,
      Optional<String> sign,
      Standing standing,
      int age,
      Instant now) {
    return new Facts(
        known.state(),
        found.n(),
        known.firstAt().orElse(now),
        now,
        readable.masked() > 0,
        sign,
        statements(known, age),
        known.flagged(),
        found.identifiers(),
        standing);
  }

  /**
   * Counterpart-initiated statements after the age disclosure; what was written before counts
   * towards nothing (B3).
   */
  static int statements(ConversationRecord known, int age) {
    int disclosed = disclosedAt(known, age);
    return (int)
        known.findings().stream()
            .filter(f -> f.number() > disclosed)
            .filter(Judgement::isStatement)
            .count();
  }

  private static boolean isStatement(Entry.Findings findings) {
    return findings.indicators().stream()
        .anyMatch(i -> STATEMENTS.contains(i.name()) && i.score() >= SURE);
  }

  private static int disclosedAt(ConversationRecord known, int age) {
    return known.turns().stream()
        .filter(t -> t.speaker() == Speaker.PERSONA && AgeStatement.states(t.text(), age))
        .mapToInt(Turn::number)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** What the gate has to know for an answer to the latest message. */
  static GateContext context(
      ConversationRecord known, TextReader reader, Standing standing, int age, boolean stopped) {
    int last =
        known.turns().stream()
            .filter(t -> t.speaker() == Speaker.COUNTERPART)
            .mapToInt(Turn::number)
            .max()
            .orElse(0);
    List<String> lines =
        known.lines(Speaker.COUNTERPART).stream().map(line -> reader.read(line).text()).toList();
    return new GateContext(
        standing,
        last > 0,
        known.answered(last),
        stopped,
        age,
        disclosedAt(known, age) != Integer.MAX_VALUE,
        lines,
        known.lines(Speaker.PERSONA));
  }

  static boolean isSupervised(@Nullable Mandate mandate) {
    return mandate == null || mandate.mode() == Mandate.Mode.SUPERVISED;
  }
}
