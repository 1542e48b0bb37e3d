package org.sweetie.models.evaluate;

import java.util.List;

/**
 * Alarms against the truth. Every rate is 0 to 1, and NaN where its denominator is 0.
 *
 * @param truePositives alarms on conversations that deserve one
 * @param falsePositives alarms on others
 * @param falseNegatives conversations that deserve one and had none
 * @param trueNegatives the rest
 */
public record Confusion(
    long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
  /** Counts the alarms of some conversations. */
  public static Confusion of(List<Judged> all) {
    long[] cells = new long[4];
    for (Judged one : all) {
      cells[(one.positive() ? 0 : 1) + (one.running().flagged() == one.positive() ? 0 : 2)]++;
    }
    return new Confusion(cells[0], cells[3], cells[2], cells[1]);
  }

  /** TP / (TP + FP): how many alarms are right. */
  public double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  /** TP / (TP + FN): how many of those who deserve one are met. */
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** FP / (FP + TN): how many of the others are met. */
  public double falsePositiveRate() {
    return (double) falsePositives / (falsePositives + trueNegatives);
  }

  /**
   * The weighted harmonic mean of precision and recall, (1 + b²) P R / (b² P + R), written with
   * counts (van Rijsbergen, Information Retrieval, 1979, chapter 7). PAN-2012 ranks by b = 0.5 for
   * persons (Inches and Crestani 2012): a false alarm weighs more than a miss.
   *
   * @param beta above 0; how much more recall weighs than precision
   */
  public double f(double beta) {
    double square = beta * beta;
    return (1 + square)
        * truePositives
        / ((1 + square) * truePositives + square * falseNegatives + falsePositives);
  }
}
