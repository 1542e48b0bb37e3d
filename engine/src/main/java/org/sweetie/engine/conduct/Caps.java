package org.sweetie.engine.conduct;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Enough is enough: the limits that no mandate can raise, only lower (CONDUCT B9). */
public final class Caps {
  /** Turns of one conversation, both sides together. */
  public static final int TURNS = 50;

  /** From the first message to the last reply. */
  public static final Duration AGE = Duration.ofDays(7);

  /** Counterpart-initiated statements after the age disclosure. */
  public static final int STATEMENTS = 3;

  private Caps() {}

  /**
   * How many statements end a conversation under a mandate: its own number where that is lower than
   * the cap.
   */
  public static int statements(@Nullable Mandate mandate) {
    if (mandate == null || mandate.countedStatements() <= 0) {
      return STATEMENTS;
    }
    return Math.min(STATEMENTS, mandate.countedStatements());
  }
}
