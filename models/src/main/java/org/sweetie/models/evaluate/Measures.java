package org.sweetie.models.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every figure of one set of conversations; NaN where a figure has no meaning there.
 *
 * @param conversations how many
 * @param confusion alarms against the truth
 * @param values the figures
 */
public record Measures(long conversations, Confusion confusion, Map<Measure, Double> values) {
  public Measures {
    values = Map.copyOf(values);
  }

  /**
   * Measures a set.
   *
   * @param p as {@link Earliness#p} gives it for the whole set this is a part of
   */
  public static Measures of(List<Judged> all, double p) {
    Confusion confusion = Confusion.of(all);
    Map<Measure, Double> values = new EnumMap<>(Measure.class);
    values.put(Measure.PRECISION, confusion.precision());
    values.put(Measure.RECALL, confusion.recall());
    values.put(Measure.F1, confusion.f(1));
    values.put(Measure.F05, confusion.f(0.5));
    values.put(Measure.FALSE_POSITIVE_RATE, confusion.falsePositiveRate());
    values.put(Measure.AUPRC, Ranking.of(all).averagePrecision());
    values.put(Measure.ERDE5, Earliness.erde(all, 5));
    values.put(Measure.ERDE50, Earliness.erde(all, 50));
    values.put(Measure.LATENCY_F1, Earliness.latencyWeightedF1(all, p));
    values.put(Measure.ECE, Calibration.of(all).expectedError());
    values.put(Measure.SUSPECT_ACCURACY, suspectAccuracy(all));
    return new Measures(all.size(), confusion, values);
  }

  /** One figure. */
  public double value(Measure measure) {
    return values.getOrDefault(measure, Double.NaN);
  }

  /** Of the true alarms, how many name the offender; NaN without one. */
  private static double suspectAccuracy(List<Judged> all) {
    long alarms = all.stream().filter(j -> j.positive() && j.running().flagged()).count();
    long right =
        all.stream()
            .filter(j -> j.positive() && j.running().flagged())
            .filter(j -> String.valueOf(j.offender()).equals(j.running().suspect()))
            .count();
    return (double) right / alarms;
  }
}
