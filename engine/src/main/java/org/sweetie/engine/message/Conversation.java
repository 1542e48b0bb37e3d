package org.sweetie.engine.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole conversation, in array order.
 *
 * @param id as given
 * @param language ISO 639-1 with an optional script ({@code sr-Latn}); null to let the reader
 *     detect it
 */
public record Conversation(String id, @Nullable String language, List<Utterance> messages) {
  public Conversation {
    messages = List.copyOf(messages);
  }
}
