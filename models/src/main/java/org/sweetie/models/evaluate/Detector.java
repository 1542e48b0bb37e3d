package org.sweetie.models.evaluate;

import org.sweetie.engine.message.Conversation;

/** Anything that reads a conversation message by message and may raise an alarm. */
public interface Detector {
  /** As tables name it. */
  String name();

  /** Reads one conversation from its first message on; later messages change no earlier score. */
  Running read(Conversation conversation);
}
