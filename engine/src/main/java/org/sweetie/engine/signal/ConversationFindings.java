package org.sweetie.engine.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a conversation so far.
 *
 * @param risk the running risk after the last message, 0 to 1; 0 for an empty conversation
 * @param flagged whether the running risk ever crossed the shipped threshold
 * @param flaggedAt the number of the first message that crossed it; null when not flagged
 * @param suspect the author of that message as given; null when not flagged
 * @param stage the highest stage reached
 * @param language the language it was read in, as given or detected
 * @param model {@code sha256:} and one hash over the manifest of all models, rules and lexicons
 */
public record ConversationFindings(
    String id,
    double risk,
    boolean flagged,
    @Nullable Integer flaggedAt,
    @Nullable String suspect,
    Stage stage,
    String language,
    String model,
    List<MessageFindings> messages) {
  public ConversationFindings {
    messages = List.copyOf(messages);
  }
}
