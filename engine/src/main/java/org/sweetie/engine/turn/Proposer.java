package org.sweetie.engine.turn;

import java.time.Instant;
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

  /**
   * What the script would say.
   *
   * @param rule the rule or rules it came from, as the record names them
   * @param stateAfter the script's state should it be sent
   */
  record Proposal(String text, String rule, String stateAfter) {}
}
