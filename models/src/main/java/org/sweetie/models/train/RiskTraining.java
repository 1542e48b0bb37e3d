package org.sweetie.models.train;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.classify.RiskFeatures;
import org.sweetie.models.classify.Signs;

/**
 * Trains the conversation model on conversations as a classifier that never saw them reads them.
 */
final class RiskTraining {
  private static final int NOISY = 1;
  private static final double SEEN_WRONGLY = 0.06;
  private static final double MISSED = 0.15;
  private static final float ON_THE_WAY = 0.1f;

  private final Rows rows = new Rows(RiskFeatures.SIZE, 1);
  private final long seed;
  private final Random random;
  private final PrintStream report;

  RiskTraining(long seed, PrintStream report) {
    this.seed = seed;
    this.random = new Random(seed);
    this.report = report;
  }

  /**
   * Takes a conversation to learn from, as it was read and again with scores that err more often.
   *
   * @param signs one for each message
   * @param weight how much it counts beside the others
   */
  void add(Labelled conversation, List<Signs> signs, float weight) {
    addOnce(conversation, signs, weight);
    for (int i = 0; i < NOISY; i++) {
      addOnce(conversation, signs.stream().map(this::noisy).toList(), weight / 2);
    }
  }

  private void addOnce(Labelled conversation, List<Signs> signs, float weight) {
    RiskFeatures features = new RiskFeatures();
    Map<String, float[]> last = new LinkedHashMap<>();
    for (int i = 0; i < signs.size(); i++) {
      String author = conversation.messages().get(i).author();
      float[] row = features.next(author, signs.get(i));
      rows.add(row, target(conversation, author), ON_THE_WAY * weight);
      last.put(author, row);
    }
    last.forEach((author, row) -> rows.add(row, target(conversation, author), weight));
  }

  private static float[] target(Labelled conversation, String author) {
    return new float[] {author.equals(conversation.offender()) ? 1 : 0};
  }

  /**
   * On text of strangers the classifier errs more: acts it sees that are none, and acts it misses.
   */
  private Signs noisy(Signs signs) {
    double[] scores = signs.scores();
    int acts = Indicator.values().length;
    if (random.nextDouble() < SEEN_WRONGLY) {
      scores[random.nextInt(acts)] = 0.5 + random.nextDouble() / 2;
    }
    for (int i = 0; i < acts; i++) {
      scores[i] *= scores[i] > 0.2 && random.nextDouble() < MISSED ? random.nextDouble() : 1;
    }
    return new Signs(scores, signs.cues());
  }

  /** The trained network. */
  MultiLayerNetwork train() {
    report.println("prefixes to learn from: " + rows.size());
    return Perceptron.train(
        rows,
        new Perceptron.Options(24, Activation.TANH, 15, 128, 2e-3, 1e-3, 1, 0.8, seed),
        report);
  }
}
