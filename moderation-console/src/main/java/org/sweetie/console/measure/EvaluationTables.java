package org.sweetie.console.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tables of an evaluation's page. */
final class EvaluationTables {
  private static final List<String> KEYS =
      List.of(
          "precision",
          "recall",
          "f1",
          "f05",
          "auprc",
          "erde5",
          "erde50",
          "latencyF1",
          "ece",
          "suspectAccuracy");
  private static final List<String> NAMES =
      List.of(
          "precision",
          "recall",
          "F1",
          "F0.5",
          "AUPRC",
          "ERDE5",
          "ERDE50",
          "latency F1",
          "ECE",
          "suspect");

  private EvaluationTables() {}

  /**
   * One table.
   *
   * @param note what to know before reading it; null for nothing
   */
  record Table(String title, @Nullable String note, List<String> columns, List<Row> rows) {}

  /**
   * One row.
   *
   * @param ours whether it is the shipped detector, in a table of several
   */
  record Row(String name, boolean ours, List<Cell> cells) {}

  /**
   * One figure.
   *
   * @param range its interval, or null
   */
  record Cell(String value, @Nullable String range) {}

  static List<Table> of(JsonNode figures) {
    List<Table> tables = new ArrayList<>();
    JsonNode detectors = figures.path("detectors");
    tables.add(parts("Detectors, whole conversations", detectors, "whole"));
    tables.add(parts("With the last third of each conversation cut off", detectors, "twoThirds"));
    tables.add(parts("With the last half cut off", detectors, "half"));
    tables.add(rates(detectors));
    tables.add(groups("By language", figures.path("languages"), languageNote(figures)));
    tables.add(groups("By register", figures.path("registers"), null));
    if (figures.has("disguises")) {
      tables.add(groups("In disguise", figures.path("disguises"), null));
    }
    if (figures.has("indicators")) {
      tables.add(indicators(figures.path("indicators")));
    }
    return tables;
  }

  private static Table parts(String title, JsonNode detectors, String part) {
    List<Row> rows = new ArrayList<>();
    detectors
        .properties()
        .forEach(
            d ->
                rows.add(
                    new Row(
                        d.getKey(),
                        d.getKey().equals(Evaluation.SHIPPED),
                        cells(d.getValue().path(part), KEYS))));
    return new Table(title, null, columns("", NAMES), rows);
  }

  private static Table rates(JsonNode detectors) {
    List<Row> rows = new ArrayList<>();
    for (var detector : detectors.properties()) {
      for (var rate : detector.getValue().path("atFalsePositiveRate").properties()) {
        rows.add(
            new Row(
                detector.getKey() + " at " + rate.getKey(),
                detector.getKey().equals(Evaluation.SHIPPED),
                cells(
                    rate.getValue(),
                    List.of("precision", "recall", "threshold", "falsePositives"))));
      }
    }
    return new Table(
        "At fixed rates of false alarms",
        "The threshold that finds most while no more than this share of the others is flagged.",
        columns("", List.of("precision", "recall", "threshold", "false alarms")),
        rows);
  }

  private static String languageNote(JsonNode figures) {
    JsonNode gap = figures.path("largestGapOfFalsePositiveRates");
    if (!gap.isNumber()) {
      return "Fewer than two languages have 40 negatives: their rates of false alarms are not compared.";
    }
    return "Between languages with 40 or more negatives, rates of false alarms differ by at most "
        + shown(gap)
        + ".";
  }

  private static Table groups(String title, JsonNode groups, @Nullable String note) {
    List<String> keys = new ArrayList<>(List.of("conversations", "falsePositives"));
    keys.addAll(KEYS);
    List<String> names = new ArrayList<>(List.of("conversations", "false alarms"));
    names.addAll(NAMES);
    List<Row> rows = new ArrayList<>();
    groups
        .properties()
        .forEach(g -> rows.add(new Row(g.getKey(), false, cells(g.getValue(), keys))));
    return new Table(title, note, columns("", names), rows);
  }

  private static Table indicators(JsonNode indicators) {
    List<String> keys = List.of("labelled", "precision", "recall", "f1");
    List<Row> rows = new ArrayList<>();
    indicators
        .properties()
        .forEach(i -> rows.add(new Row(i.getKey(), false, cells(i.getValue(), keys))));
    return new Table(
        "Indicators, message by message",
        null,
        columns("", List.of("labelled", "precision", "recall", "F1")),
        rows);
  }

  private static List<String> columns(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static List<Cell> cells(JsonNode figures, List<String> keys) {
    return keys.stream()
        .map(key -> new Cell(shown(figures.path(key)), range(figures.at("/intervals/" + key))))
        .toList();
  }

  private static @Nullable String range(JsonNode interval) {
    return interval.isArray() && interval.path(0).isNumber()
        ? shown(interval.path(0)) + " to " + shown(interval.path(1))
        : null;
  }

  /** A figure as a table shows it: {@code .931}, {@code 12}, or a dash where it has no meaning. */
  static String shown(JsonNode value) {
    if (!value.isNumber()) {
      return "–";
    }
    if (value.isIntegralNumber() || value.asDouble() > 1) {
      return value.isIntegralNumber() ? value.toString() : trimmed(value.asDouble());
    }
    String text = String.format(Locale.ROOT, "%.3f", value.asDouble());
    return text.startsWith("0") ? text.substring(1) : text;
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }
}
