package org.sweetie.models.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Conversations in the order of their highest running score: at a threshold t exactly those are
 * flagged whose highest score is at least t, so this order shows every threshold at once.
 *
 * @param points one for each distinct score, from the highest down
 * @param positives how many deserve an alarm
 * @param negatives how many do not
 */
public record Ranking(List<Point> points, long positives, long negatives) {
  public Ranking {
    points = List.copyOf(points);
  }

  /** What a threshold of this score would flag. */
  public record Point(double threshold, long truePositives, long falsePositives) {
    /** How many alarms would be right. */
    public double precision() {
      return (double) truePositives / (truePositives + falsePositives);
    }
  }

  /** Ranks some conversations; equal scores share a point. */
  public static Ranking of(List<Judged> all) {
    List<Judged> order = new ArrayList<>(all);
    order.sort(Comparator.comparingDouble((Judged j) -> j.running().highest()).reversed());
    List<Point> points = new ArrayList<>();
    long right = 0;
    long wrong = 0;
    for (int i = 0; i < order.size(); i++) {
      double score = order.get(i).running().highest();
      right += order.get(i).positive() ? 1 : 0;
      wrong += order.get(i).positive() ? 0 : 1;
      if (i + 1 == order.size() || order.get(i + 1).running().highest() != score) {
        points.add(new Point(score, right, wrong));
      }
    }
    return new Ranking(points, right, wrong);
  }

  /**
   * Area under the precision-recall curve as average precision: the sum over all thresholds of
   * (R(n) - R(n-1)) P(n), without interpolation, which would flatter (Davis and Goadrich 2006;
   * Boyd, Eng and Page 2013). NaN without a positive.
   */
  public double averagePrecision() {
    double sum = 0;
    long before = 0;
    for (Point point : points) {
      sum += (point.truePositives() - before) * point.precision();
      before = point.truePositives();
    }
    return sum / positives;
  }

  /**
   * The threshold that flags the most positives while at most this share of the negatives is
   * flagged.
   *
   * @param rate 0 to 1
   * @return one that flags nothing where no threshold keeps to the rate
   */
  public Point atFalsePositiveRate(double rate) {
    Point best = new Point(Double.POSITIVE_INFINITY, 0, 0);
    for (Point point : points) {
      if (point.falsePositives() <= rate * negatives) {
        best = point;
      }
    }
    return best;
  }

  /**
   * The threshold above 0 with the highest F of this beta; the higher one of two. A score of 0 is
   * no evidence, so flagging everything is never the best. Infinite where nothing is above 0.
   */
  public Point best(double beta) {
    Point best = new Point(Double.POSITIVE_INFINITY, 0, 0);
    for (Point point : points) {
      if (point.threshold() > 0 && f(point, beta) > f(best, beta)) {
        best = point;
      }
    }
    return best;
  }

  private double f(Point p, double beta) {
    return new Confusion(
            p.truePositives(),
            p.falsePositives(),
            positives - p.truePositives(),
            negatives - p.falsePositives())
        .f(beta);
  }
}
