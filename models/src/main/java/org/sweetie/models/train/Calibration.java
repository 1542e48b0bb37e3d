package org.sweetie.models.train;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Makes a network's one output a probability that holds on conversations it never saw: a line on
 * its log odds (Platt 1999, "Probabilistic outputs for support vector machines"), fitted by
 * gradient descent and written into the weights of the output layer.
 *
 * @param slope by which log odds are multiplied; above 0
 * @param offset added afterwards
 */
record Calibration(double slope, double offset) {
  private static final int STEPS = 20_000;
  private static final double RATE = 0.05;
  private static final double EDGE = 1e-6;

  /**
   * What an unseen conversation was given, and what it is.
   *
   * @param risk 0 to 1, not yet calibrated
   */
  record Judged(double risk, boolean positive) {}

  static Calibration of(List<Judged> judged) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      double bySlope = 0;
      double byOffset = 0;
      for (Judged one : judged) {
        double odds = logOdds(one.risk());
        double error = sigmoid(slope * odds + offset) - (one.positive() ? 1 : 0);
        bySlope += error * odds;
        byOffset += error;
      }
      slope = Math.max(0.05, slope - RATE * bySlope / judged.size());
      offset -= RATE * byOffset / judged.size();
    }
    return new Calibration(slope, offset);
  }

  /** The calibrated probability. */
  double of(double risk) {
    return sigmoid(slope * logOdds(risk) + offset);
  }

  /** Writes the line into the network. */
  void into(MultiLayerNetwork network) {
    network.getOutputLayer().getParam("W").muli(slope);
    network.getOutputLayer().getParam("b").muli(slope).addi(offset);
  }

  private static double logOdds(double risk) {
    double kept = Math.min(1 - EDGE, Math.max(EDGE, risk));
    return Math.log(kept / (1 - kept));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
