package org.sweetie.engine.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers replies to a message: the persona's script. Safe for use by many threads. */
public interface Proposer {
  /** The persona's hash: script and profile. */
  String hash();

  /** The persona's age in years. */
  int age();

  /**
   * One reply to a readable text.
   *
   * @param stateBefore the script's state after the last reply that was sent; null before the first
   * @param seed where all chance comes from
   * @return what it would say; empty text where it has nothing to say
   */
  Proposal propose(@Nullable String stateBefore, String text, long seed, Instant now, String user);

  /** How long the persona takes until a line is sent; the same arguments give the same time. */
  default Duration delay(String line, long seed) {
    return Duration.ZERO;
  }

  /**
   * What the script would say.
   *
   * @param rule the rule or rules it came from, as the record names them
   * @param stateAfter the script's state should it be sent
   * @param faults what went wrong in the script on the way; empty as a rule
   */
  record Proposal(String text, String rule, String stateAfter, List<String> faults) {
    public Proposal {
      faults = List.copyOf(faults);
    }

    /** A proposal on whose way nothing went wrong. */
    public Proposal(String text, String rule, String stateAfter) {
      this(text, rule, stateAfter, List.of());
    }
  }
}
