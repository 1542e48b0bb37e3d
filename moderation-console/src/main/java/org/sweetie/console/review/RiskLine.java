package org.sweetie.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.Entry;

/**
 * The running risk over the messages of a conversation, laid out as a drawing of {@value #WIDTH} by
 * {@value #HEIGHT} units.
 *
 * @param line the corners of the line, as SVG's {@code points}
 * @param thresholdY where the shipped threshold lies
 * @param thresholdNameY where its name stands: above the line, or below it where there is no room
 * @param flagX where the flag fell; null where it did not
 */
public record RiskLine(
    String line,
    List<Point> points,
    List<Tick> ticks,
    String thresholdY,
    String thresholdNameY,
    String threshold,
    @Nullable String flagX,
    @Nullable Integer flaggedAt) {
  static final int WIDTH = 720;
  static final int HEIGHT = 220;
  private static final int LEFT = 44;
  private static final int RIGHT = 700;
  private static final int TOP = 28;
  private static final int BOTTOM = 186;
  private static final int MOST_TICKS = 12;
  private static final double HIGH = 0.8;
  private static final int BELOW = 16;
  private static final int ABOVE = 5;

  /** One message on the line. */
  public record Point(int number, String x, String y, RiskView risk) {}

  /** A message number under the line. */
  public record Tick(int number, String x) {}

  static RiskLine of(List<Entry.Findings> findings, double threshold) {
    int last = findings.isEmpty() ? 1 : findings.get(findings.size() - 1).number();
    List<Point> points = new ArrayList<>();
    @Nullable Integer flaggedAt = null;
    for (Entry.Findings f : findings) {
      flaggedAt = flaggedAt == null && f.flagged() ? Integer.valueOf(f.number()) : flaggedAt;
      points.add(
          new Point(
              f.number(),
              x(f.number(), last),
              y(f.risk()),
              RiskView.of(f.risk(), flaggedAt != null)));
    }
    return new RiskLine(
        points.stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" ")),
        points,
        ticks(points),
        y(threshold),
        decimal(height(threshold) + (threshold > HIGH ? BELOW : -ABOVE)),
        String.format(Locale.ROOT, "%.2f", threshold),
        flaggedAt == null ? null : x(flaggedAt, last),
        flaggedAt);
  }

  private static List<Tick> ticks(List<Point> points) {
    int step = Math.max(1, (points.size() + MOST_TICKS - 1) / MOST_TICKS);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < points.size(); i += step) {
      ticks.add(new Tick(points.get(i).number(), points.get(i).x()));
    }
    return ticks;
  }

  private static String x(int number, int last) {
    double share = last <= 1 ? 0.5 : (number - 1) / (double) (last - 1);
    return decimal(LEFT + share * (RIGHT - LEFT));
  }

  private static String y(double risk) {
    return decimal(height(risk));
  }

  private static double height(double risk) {
    return BOTTOM - risk * (BOTTOM - TOP);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
