package org.sweetie.models.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.Reader;
import org.sweetie.models.rules.RuleFindings;
import org.sweetie.models.rules.Rules;
import org.sweetie.models.tokens.Sentence;
import org.sweetie.models.tokens.Tokenizer;

/**
 * Reads one message: words, placeholders, rules, vector, features and, with a classifier, scores.
 * Training and serving read through this one class, so that both see the same. Safe for use by many
 * threads.
 */
public final class MessageScorer {
  /** A rule alone, where the classifier sees nothing, counts for so much of its score. */
  private static final double RULE_ALONE = 0.85;

  private static final int REMEMBERED = 4_096;

  private final Tokenizer tokenizer;
  private final SentenceEncoder encoder;
  private final Placeholders placeholders;
  private final Rules rules;
  private final Map<String, float[]> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Joins the parts; loads what they load. */
  public MessageScorer(Tokenizer tokenizer, SentenceEncoder encoder, Rules rules) {
    this.tokenizer = tokenizer;
    this.encoder = encoder;
    this.placeholders = new Placeholders();
    this.rules = rules;
  }

  /**
   * A message as read.
   *
   * @param sentences with placeholders; their places count in the text that was read
   * @param latin whether Cyrillic is read as Serbian
   */
  public record Read(List<Sentence> sentences, RuleFindings rules, boolean latin) {
    public Read {
      sentences = List.copyOf(sentences);
    }
  }

  /** Reads a text in normal form and masked. */
  public Read read(String text, Set<Reader> readers) {
    boolean english = readers.equals(Set.of(Reader.ENGLISH));
    List<Sentence> sentences = placeholders.in(tokenizer.sentences(text), english);
    boolean latin = readers.contains(Reader.SERBIAN) && !readers.contains(Reader.RUSSIAN);
    return new Read(sentences, rules.find(readers, sentences), latin);
  }

  /** The features of a message. */
  public float[] features(Read read) {
    return MessageFeatures.of(
        vector(MessageFeatures.spoken(read.sentences())),
        read.sentences(),
        read.rules(),
        read.latin());
  }

  /** The features of one sentence of it, as if nothing else had been said. */
  public float[] features(Read read, Sentence sentence) {
    List<RuleFindings.Hit> hits =
        read.rules().hits().stream()
            .filter(h -> h.start() >= sentence.start() && h.end() <= sentence.end())
            .toList();
    List<Sentence> alone = List.of(sentence);
    RuleFindings found = new RuleFindings(hits, read.rules().cues());
    return MessageFeatures.of(vector(MessageFeatures.spoken(alone)), alone, found, read.latin());
  }

  /**
   * The scores of the nineteen acts and the voices: the classifier's, and where a rule found more
   * than it did, the rule's, somewhat discounted.
   *
   * @return all zero for a text without a word
   */
  public double[] scores(Read read, MessageClassifier classifier) {
    if (read.sentences().isEmpty()) {
      return new double[MessageClassifier.OUTPUTS];
    }
    return withRules(classifier.scores(features(read)), read.rules());
  }

  /** The classifier's scores, raised to what the rules found. */
  public static double[] withRules(double[] classified, RuleFindings rules) {
    double[] scores = classified.clone();
    for (RuleFindings.Hit hit : rules.hits()) {
      int act = hit.indicator().ordinal();
      scores[act] = Math.max(scores[act], RULE_ALONE * hit.score());
    }
    return scores;
  }

  private float[] vector(String spoken) {
    synchronized (remembered) {
      float[] known = remembered.get(spoken);
      if (known != null) {
        return known;
      }
    }
    float[] fresh = encoder.encode(spoken);
    synchronized (remembered) {
      remembered.put(spoken, fresh);
    }
    return fresh;
  }
}
