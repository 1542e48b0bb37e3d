package org.sweetie.engine.signal;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;

/**
 * Reads conversations: indicators, identifiers and the running risk. Safe for use by many threads.
 */
public interface Analyzer {
  /** {@code sha256:} and one hash over the manifest of all models, rules and lexicons. */
  String model();

  /**
   * Begins to read one conversation as it grows.
   *
   * @param id the conversation's id, given back in the findings and used for nothing else
   * @param language ISO 639-1, {@code sr-Latn} allowed; null to detect it
   */
  Reading begin(String id, @Nullable String language);

  /** Reads a whole conversation. The same messages read one by one give the same findings. */
  default ConversationFindings analyze(Conversation conversation) {
    Reading reading = begin(conversation.id(), conversation.language());
    conversation.messages().forEach(reading::read);
    return reading.soFar();
  }
}
