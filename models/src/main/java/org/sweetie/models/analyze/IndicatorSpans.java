package org.sweetie.models.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.models.classify.MessageClassifier;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.rules.RuleFindings;
import org.sweetie.models.tokens.Sentence;
import org.sweetie.models.tokens.Token;

/** Finds the words that carry each indicator, in the original text. */
final class IndicatorSpans {
  /** An indicator is reported from here. */
  static final double REPORTED = 0.5;

  /** Of more sentences, the carrying one is not looked for: the whole message is given. */
  private static final int MOST_SENTENCES = 12;

  private final MessageScorer scorer;
  private final MessageClassifier classifier;

  IndicatorSpans(MessageScorer scorer, MessageClassifier classifier) {
    this.scorer = scorer;
    this.classifier = classifier;
  }

  /**
   * A rule's words where a rule found it; otherwise the sentence the classifier scores highest.
   *
   * @param map from the text that was read to the original
   */
  List<IndicatorSpan> of(MessageScorer.Read read, double[] scores, OffsetMap map) {
    List<IndicatorSpan> spans = new ArrayList<>();
    double[][] alone = null;
    for (Indicator act : Indicator.values()) {
      double score = scores[act.ordinal()];
      if (score < REPORTED || addRuleSpans(act, score, read, map, spans)) {
        continue;
      }
      if (alone == null) {
        alone = sentenceScores(read);
      }
      spans.add(span(act, score, carrier(act, read.sentences(), alone), map));
    }
    spans.sort(
        Comparator.comparingInt(IndicatorSpan::start)
            .thenComparing(IndicatorSpan::name)
            .thenComparingInt(IndicatorSpan::end));
    return spans;
  }

  private static boolean addRuleSpans(
      Indicator act,
      double score,
      MessageScorer.Read read,
      OffsetMap map,
      List<IndicatorSpan> spans) {
    boolean any = false;
    for (RuleFindings.Hit hit : read.rules().hits()) {
      if (hit.indicator() == act) {
        spans.add(span(act, score, new Range(hit.start(), hit.end()), map));
        any = true;
      }
    }
    return any;
  }

  private double[][] sentenceScores(MessageScorer.Read read) {
    List<Sentence> sentences = read.sentences();
    if (sentences.size() == 1 || sentences.size() > MOST_SENTENCES) {
      return new double[0][];
    }
    double[][] scores = new double[sentences.size()][];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = classifier.scores(scorer.features(read, sentences.get(i)));
    }
    return scores;
  }

  private static Range carrier(Indicator act, List<Sentence> sentences, double[][] alone) {
    if (alone.length == 0) {
      return new Range(start(sentences.get(0)), end(sentences.get(sentences.size() - 1)));
    }
    int best = 0;
    for (int i = 1; i < alone.length; i++) {
      best = alone[i][act.ordinal()] > alone[best][act.ordinal()] ? i : best;
    }
    return new Range(start(sentences.get(best)), end(sentences.get(best)));
  }

  private record Range(int start, int end) {}

  private static int start(Sentence sentence) {
    return sentence.tokens().get(0).start();
  }

  private static int end(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    return tokens.get(tokens.size() - 1).end();
  }

  private static IndicatorSpan span(Indicator act, double score, Range range, OffsetMap map) {
    int start = map.originalStart(range.start());
    int end = Math.max(start, map.originalEnd(range.end()));
    return new IndicatorSpan(act, score, start, end, null);
  }
}
