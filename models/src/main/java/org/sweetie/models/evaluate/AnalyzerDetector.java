package org.sweetie.models.evaluate;

import java.util.List;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.MessageFindings;

/**
 * The analyzer as a detector: its running risk, its own threshold.
 *
 * @param name as tables name it
 */
public record AnalyzerDetector(String name, Analyzer analyzer) implements Detector {
  @Override
  public Running read(Conversation conversation) {
    return running(conversation, analyzer.analyze(conversation));
  }

  /** What findings say, with the alarm counted in messages read. */
  public static Running running(Conversation conversation, ConversationFindings found) {
    double[] risks = found.messages().stream().mapToDouble(MessageFindings::risk).toArray();
    int flaggedAt = 0;
    List<Utterance> messages = conversation.messages();
    for (int i = 0; i < messages.size() && flaggedAt == 0; i++) {
      flaggedAt = Integer.valueOf(messages.get(i).n()).equals(found.flaggedAt()) ? i + 1 : 0;
    }
    return new Running(risks, flaggedAt, found.suspect());
  }
}
