package org.sweetie.models.obfuscate;

import java.util.List;
import org.sweetie.engine.signal.IdentifierType;

/**
 * An identifier said in one or several messages.
 *
 * @param language ISO 639-1
 * @param type its kind
 * @param how the way it is written
 * @param messages what is sent, in order
 */
public record Claim(String language, IdentifierType type, Disguise how, List<String> messages) {
  public Claim {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a claim without a message; expected one to three");
    }
    messages = List.copyOf(messages);
  }
}
