package org.sweetie.models.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.classify.Signs;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.Pool;
import org.sweetie.models.rules.RuleFindings;
import org.sweetie.models.rules.Rules;
import org.sweetie.models.tokens.Tokenizer;

/**
 * What the messages of a corpus look like to the models, each text read once. A text is read as in
 * service, so its place in the corpus and the number of threads change nothing.
 */
final class Readings {
  private final MessageScorer scorer =
      new MessageScorer(Tokenizer.load(), new SentenceEncoder(), new Rules());
  private final Map<String, Reading> read = new ConcurrentHashMap<>();

  /** One message: what the classifier is given, and what the rules found. */
  record Reading(Sparse features, RuleFindings rules, boolean empty) {}

  /** Reads every message of these conversations, on all processors. */
  void add(List<Labelled> conversations) {
    conversations.parallelStream()
        .forEach(c -> c.messages().forEach(m -> read.computeIfAbsent(key(c, m), k -> read(c, m))));
  }

  private Reading read(Labelled conversation, Labelled.Message message) {
    MessageScorer.Read read = scorer.read(message.text(), Pool.readersOf(conversation.language()));
    return new Reading(Sparse.of(scorer.features(read)), read.rules(), read.sentences().isEmpty());
  }

  Reading of(Labelled conversation, Labelled.Message message) {
    return Objects.requireNonNull(
        read.get(key(conversation, message)), "a conversation that was never added");
  }

  private static String key(Labelled conversation, Labelled.Message message) {
    return conversation.language() + " " + message.text();
  }

  /** What the conversation model would see of the message with that classifier. */
  Signs signs(Labelled conversation, Labelled.Message message, MessageClassifier with) {
    Reading reading = of(conversation, message);
    double[] scores =
        reading.empty()
            ? new double[MessageClassifier.OUTPUTS]
            : MessageScorer.withRules(with.scores(reading.features().dense()), reading.rules());
    return new Signs(scores, reading.rules().cues());
  }
}
