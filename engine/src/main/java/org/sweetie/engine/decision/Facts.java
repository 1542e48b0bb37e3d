package org.sweetie.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sweetie.engine.conduct.MandateOffice.Standing;
import org.sweetie.engine.signal.IdentifierSpan;

/**
 * What a decision after one message of the counterpart rests on: facts of this conversation and
 * nothing else (CONDUCT C1).
 *
 * @param state where the conversation stood
 * @param number the message's number, counting all turns from 1
 * @param firstAt when the first message was recorded
 * @param now when this one was
 * @param explicit whether the mask replaced a term in it
 * @param sign a safeguarding sign in it
 * @param statements counterpart-initiated statements after the age disclosure, this message
 *     included
 * @param flagged whether the running risk ever crossed the threshold
 * @param identifiers what the counterpart claimed in this message
 * @param standing the mandate for this turn, or why there is none
 */
public record Facts(
    ConversationState state,
    int number,
    Instant firstAt,
    Instant now,
    boolean explicit,
    Optional<String> sign,
    int statements,
    boolean flagged,
    List<IdentifierSpan> identifiers,
    Standing standing) {
  public Facts {
    identifiers = List.copyOf(identifiers);
  }
}
