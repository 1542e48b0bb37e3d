package org.sweetie.engine.conduct;

import java.util.List;

/**
 * What the gate has to know of a conversation to judge a reply.
 *
 * @param standing the mandate for this turn, or why there is none
 * @param counterpartSpoke whether a message of the counterpart waits for this answer (CONDUCT B1)
 * @param alreadyAnswered whether that message has had its one answer (CONDUCT B1)
 * @param stopped whether the stop switch holds for this conversation (CONDUCT B8)
 * @param age the persona's age in years
 * @param ageStated whether an earlier reply stated it (CONDUCT B3)
 * @param counterpartLines everything the counterpart wrote so far, readable, in order, the message
 *     to answer last
 * @param personaLines everything the persona wrote so far, in order
 */
public record GateContext(
    MandateOffice.Standing standing,
    boolean counterpartSpoke,
    boolean alreadyAnswered,
    boolean stopped,
    int age,
    boolean ageStated,
    List<String> counterpartLines,
    List<String> personaLines) {
  public GateContext {
    counterpartLines = List.copyOf(counterpartLines);
    personaLines = List.copyOf(personaLines);
  }

  /** The message to answer; empty text where there is none. */
  String lastCounterpartLine() {
    return counterpartLines.isEmpty() ? "" : counterpartLines.get(counterpartLines.size() - 1);
  }
}
