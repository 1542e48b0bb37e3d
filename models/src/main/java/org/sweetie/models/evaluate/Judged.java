package org.sweetie.models.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * One conversation: what is true of it, and what a detector said.
 *
 * @param language ISO 639-1 and script as the corpus has it
 * @param register where it is set, as the corpus has it
 * @param offender who approaches a child; null where nobody does
 */
public record Judged(
    String id, String language, String register, @Nullable String offender, Running running) {
  /** Whether somebody approaches a child. */
  public boolean positive() {
    return offender != null;
  }

  /** The same with the last part cut off: of n messages, n times {@code part} rounded down. */
  public Judged without(double part) {
    int messages = running.messages();
    int kept = messages - (int) (messages * part);
    return new Judged(id, language, register, offender, running.first(kept));
  }
}
