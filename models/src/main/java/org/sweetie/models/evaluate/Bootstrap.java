package org.sweetie.models.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far a figure may lie from where it was measured: percentile intervals of figures over sets
 * drawn from the set with replacement (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, chapter 13). The same seed gives the same intervals.
 *
 * @param seed of the draws
 * @param resamples how many sets are drawn, at least 40
 */
public record Bootstrap(long seed, int resamples) {
  private static final double TAIL = 0.025;

  public Bootstrap {
    if (resamples < 40) {
      throw new IllegalArgumentException(
          resamples + " resamples: give 40 or more, so that a tail of 1 in 40 holds one");
    }
  }

  /** The middle 95% of a figure; both ends NaN where no set gave the figure a meaning. */
  public record Interval(double low, double high) {}

  /** The intervals of every figure of a set. */
  public Map<Measure, Interval> intervals(List<Judged> all, double p) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Measure, double[]> drawn = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      drawn.put(measure, new double[resamples]);
    }
    for (int i = 0; i < resamples; i++) {
      int at = i;
      Measures measures = Measures.of(draw(all, random), p);
      drawn.forEach((measure, values) -> values[at] = measures.value(measure));
    }
    Map<Measure, Interval> intervals = new EnumMap<>(Measure.class);
    drawn.forEach((measure, values) -> intervals.put(measure, middle(values)));
    return intervals;
  }

  private static List<Judged> draw(List<Judged> all, SplittableRandom random) {
    List<Judged> drawn = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      drawn.add(all.get(random.nextInt(all.size())));
    }
    return drawn;
  }

  private static Interval middle(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    int cut = (int) (sorted.length * TAIL);
    return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
