package org.sweetie.models.evaluate;

import java.util.Arrays;
import java.util.List;

/** How soon an alarm comes. */
public final class Earliness {
  private Earliness() {}

  /**
   * Early risk detection error (Losada and Crestani, "A Test Collection for Research on Depression
   * and Language Use", CLEF 2016): the mean over all conversations of
   *
   * <ul>
   *   <li>the share of positives among all, for a false alarm;
   *   <li>1, for a miss;
   *   <li>lc(k) = 1 - 1 / (1 + e^(k - o)), for a true alarm after k messages;
   *   <li>0, for rightly none.
   * </ul>
   *
   * @param o the number of messages at which a true alarm costs half a miss: 5 or 50
   * @return 0 to 1, lower is better; NaN for no conversation
   */
  public static double erde(List<Judged> all, int o) {
    double falseAlarm = all.stream().filter(Judged::positive).count() / (double) all.size();
    double sum = 0;
    for (Judged one : all) {
      if (one.running().flagged()) {
        double late = 1 - 1 / (1 + Math.exp(one.running().flaggedAt() - o));
        sum += one.positive() ? late : falseAlarm;
      } else {
        sum += one.positive() ? 1 : 0;
      }
    }
    return sum / all.size();
  }

  /**
   * How fast the penalty grows, so that an alarm at the median length costs one half: from -1 + 2 /
   * (1 + e^(-p (m - 1))) = 1/2 follows p = ln 3 / (m - 1) (Sadeque, Xu and Bethard, "Measuring the
   * Latency of Depression Detection in Social Media", WSDM 2018).
   *
   * @param all their median length is m; less than 2 counts as 2
   */
  public static double p(List<Judged> all) {
    return Math.log(3) / (Math.max(2, medianLength(all)) - 1);
  }

  /** The median number of messages; of an even number of conversations, the mean of the two. */
  public static double medianLength(List<Judged> all) {
    return median(all.stream().mapToDouble(j -> j.running().messages()).toArray());
  }

  /**
   * Latency-weighted F1 (Sadeque, Xu and Bethard 2018): F1 (1 - median over the true alarms of -1 +
   * 2 / (1 + e^(-p (k - 1)))), k the number of messages read at the alarm.
   *
   * @param p as {@link #p} gives it for the whole set
   * @return 0 to 1; 0 without a true alarm, NaN where F1 is
   */
  public static double latencyWeightedF1(List<Judged> all, double p) {
    double f1 = Confusion.of(all).f(1);
    double[] late =
        all.stream()
            .filter(j -> j.positive() && j.running().flagged())
            .mapToDouble(j -> -1 + 2 / (1 + Math.exp(-p * (j.running().flaggedAt() - 1))))
            .toArray();
    return late.length == 0 ? 0 * f1 : f1 * (1 - median(late));
  }

  /** The median number of messages read at a true alarm; NaN without one. */
  public static double medianDelay(List<Judged> all) {
    return median(
        all.stream()
            .filter(j -> j.positive() && j.running().flagged())
            .mapToDouble(j -> j.running().flaggedAt())
            .toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
