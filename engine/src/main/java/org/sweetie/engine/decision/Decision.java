package org.sweetie.engine.decision;

/**
 * What happens now.
 *
 * @param state where the conversation stands from here on
 * @param reason why, in words, for the record; names the conduct rule it follows
 * @param answer what is due to the counterpart
 */
public record Decision(ConversationState state, String reason, Answer answer) {
  /** What is due to the counterpart. */
  public enum Answer {
    /** Nothing. */
    NONE,
    /** A line of the script. */
    SCRIPT,
    /** The mandate's closing message. */
    CLOSING
  }
}
