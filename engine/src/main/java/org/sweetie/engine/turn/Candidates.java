package org.sweetie.engine.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.evidence.Entry.Candidate;
import org.sweetie.engine.evidence.Entry.Fault;

/**
 * Draws candidates for a reply from the script and has the gate judge each: what the message itself
 * leads to under several seeds, then what the script says when nothing was said, so that a person
 * always has a choice.
 */
final class Candidates {
  /** Seeds tried for the message, and for the neutral line each. */
  private static final int TRIES = 4;

  /** Says nothing: what a script answers to it fits after any message. */
  private static final String NEUTRAL = "...";

  private final Proposer persona;
  private final ConductGate gate;

  Candidates(Proposer persona, ConductGate gate) {
    this.persona = persona;
    this.gate = gate;
  }

  /**
   * The candidates in the order of preference, no text twice; the same arguments always give the
   * same list.
   *
   * @param text the readable message
   */
  Drawn draw(
      @Nullable String stateBefore,
      String text,
      long seed,
      Instant now,
      String user,
      GateContext context) {
    List<Candidate> drawn = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String said : List.of(text, NEUTRAL)) {
      for (int i = 0; i < TRIES; i++) {
        long trySeed = seed + i;
        Proposer.Proposal proposal = persona.propose(stateBefore, said, trySeed, now, user);
        proposal.faults().forEach(fault -> faults.add(new Fault(trySeed, fault)));
        if (!proposal.text().isBlank() && seen.add(proposal.text())) {
          drawn.add(judged(proposal, trySeed, context));
        }
      }
    }
    return new Drawn(drawn, faults);
  }

  /** What was drawn, and what went wrong in the script meanwhile. */
  record Drawn(List<Candidate> candidates, List<Fault> faults) {
    /** The mandate's closing message, with which no script has to do. */
    static Drawn of(Candidate closing) {
      return new Drawn(List.of(closing), List.of());
    }
  }

  private Candidate judged(Proposer.Proposal proposal, long seed, GateContext context) {
    return new Candidate(
        proposal.text(),
        proposal.rule(),
        seed,
        proposal.stateAfter(),
        gate.judge(proposal.text(), context));
  }
}
