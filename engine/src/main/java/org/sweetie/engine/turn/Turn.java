package org.sweetie.engine.turn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation as it stands on record.
 *
 * @param number counts all turns of the conversation from 1
 * @param text the original text
 * @param rule for a reply, the script rule or text it came from; null for the counterpart
 * @param releasedBy for a reply, who released it; null where nobody had to
 * @param index where it stands in the log
 */
public record Turn(
    int number,
    Speaker speaker,
    Instant at,
    String text,
    @Nullable String rule,
    @Nullable String releasedBy,
    long index) {
  /** Who speaks. */
  public enum Speaker {
    COUNTERPART,
    PERSONA,
    /** A person, with reviewed text in the organisation's name. */
    ORGANISATION
  }
}
