package org.sweetie.console.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.turn.Proposer;

/** Stands where a home has no persona: it proposes nothing, so nothing is ever sent. */
final class NobodyAnswers implements Proposer {
  private static final int NO_AGE = 0;

  @Override
  public String hash() {
    return "none";
  }

  @Override
  public int age() {
    return NO_AGE;
  }

  @Override
  public Proposal propose(
      @Nullable String stateBefore, String text, long seed, Instant now, String user) {
    return new Proposal("", "", stateBefore == null ? "" : stateBefore);
  }
}
