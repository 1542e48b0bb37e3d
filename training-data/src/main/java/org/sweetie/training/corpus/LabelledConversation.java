package org.sweetie.training.corpus;

import java.util.List;
import java.util.Set;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.signal.Indicator;

/**
 * A conversation with its labels.
 *
 * @param acts for each message, in the same order, what it does on its surface; empty for most
 */
public record LabelledConversation(
    Conversation conversation, ConversationLabels labels, List<Set<Indicator>> acts) {
  public LabelledConversation {
    acts = acts.stream().map(Set::copyOf).toList();
    if (acts.size() != conversation.messages().size()) {
      throw new CorpusException(
          "%d sets of acts for %d messages: give one set, empty or not, for each message"
              .formatted(acts.size(), conversation.messages().size()));
    }
    if (labels.offender() != null
        && conversation.messages().stream().noneMatch(m -> m.author().equals(labels.offender()))) {
      throw new CorpusException(
          "labels.offender '%s' wrote no message of the conversation: name one of its authors"
              .formatted(labels.offender()));
    }
  }
}
