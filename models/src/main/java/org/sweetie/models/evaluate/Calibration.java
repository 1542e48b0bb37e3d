package org.sweetie.models.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a score is a probability: of conversations scored .8, four in five should be positive.
 * The score is the one after the last message.
 *
 * @param bins of equal width from 0 to 1, empty ones too
 */
public record Calibration(List<Bin> bins) {
  /** As Naeini, Cooper and Hauskrecht, and Guo et al. (ICML 2017) use them. */
  public static final int BINS = 15;

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * The conversations whose score falls between two marks.
   *
   * @param count how many; the means are NaN for none
   * @param meanScore what was said of them
   * @param positiveShare what is true of them
   */
  public record Bin(double from, double to, long count, double meanScore, double positiveShare) {}

  /** Sorts conversations into {@value #BINS} bins; a score beyond 0 to 1 counts as its end. */
  public static Calibration of(List<Judged> all) {
    long[] count = new long[BINS];
    double[] scores = new double[BINS];
    long[] positives = new long[BINS];
    for (Judged one : all) {
      double score = Math.min(1, Math.max(0, one.running().last()));
      int bin = Math.min(BINS - 1, (int) (score * BINS));
      count[bin]++;
      scores[bin] += score;
      positives[bin] += one.positive() ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(
          new Bin(
              i / (double) BINS,
              (i + 1) / (double) BINS,
              count[i],
              scores[i] / count[i],
              positives[i] / (double) count[i]));
    }
    return new Calibration(bins);
  }

  /**
   * Expected calibration error: the sum over bins of n(b) / n times the distance between the mean
   * score and the share of positives (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated
   * Probabilities Using Bayesian Binning", AAAI 2015).
   *
   * @return 0 to 1, lower is better; NaN for no conversation
   */
  public double expectedError() {
    long all = bins.stream().mapToLong(Bin::count).sum();
    double sum = 0;
    for (Bin bin : bins) {
      if (bin.count() > 0) {
        sum += bin.count() * Math.abs(bin.meanScore() - bin.positiveShare());
      }
    }
    return sum / all;
  }
}
