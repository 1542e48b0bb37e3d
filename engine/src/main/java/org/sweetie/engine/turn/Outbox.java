package org.sweetie.engine.turn;

import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;

/** Where replies go out, after they are on record. Safe for use by many threads. */
public interface Outbox {
  /**
   * Sends one line of text to the counterpart of a conversation.
   *
   * @return whether a channel took it; false where the counterpart is gone
   */
  boolean send(ConversationId conversation, Source source, String text);
}
