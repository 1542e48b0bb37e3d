package org.sweetie.engine.signal;

import org.sweetie.engine.message.Utterance;

/** One conversation being read, message by message. For one thread at a time. */
public interface Reading {
  /** Reads the next message. Earlier findings never change by it. */
  MessageFindings read(Utterance message);

  /** Everything found so far. */
  ConversationFindings soFar();
}
