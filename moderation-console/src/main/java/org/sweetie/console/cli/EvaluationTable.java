package org.sweetie.console.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The figures of an evaluation as a table for the terminal. */
final class EvaluationTable {
  private static final List<String> COLUMNS =
      List.of("precision", "recall", "f05", "auprc", "latencyF1", "erde50", "ece");

  private EvaluationTable() {}

  static void print(JsonNode figures, PrintStream to) {
    to.println(
        figures.path("set").asString()
            + ": "
            + figures.path("conversations")
            + " conversations, "
            + figures.path("positives")
            + " positive, "
            + figures.path("messages")
            + " messages"
            + (figures.has("look") ? "; look " + figures.path("look") : ""));
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-24s", ""));
    COLUMNS.forEach(c -> head.append(String.format(Locale.ROOT, "%11s", c)));
    to.println(head);
    for (var detector : figures.path("detectors").properties()) {
      row(detector.getKey(), detector.getValue().path("whole"), to);
      row("  last third cut off", detector.getValue().path("twoThirds"), to);
    }
    for (var group : List.of("languages", "registers", "disguises")) {
      figures.path(group).properties().forEach(e -> row(e.getKey(), e.getValue(), to));
    }
  }

  private static void row(String name, JsonNode figures, PrintStream to) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", name));
    for (String column : COLUMNS) {
      JsonNode value = figures.path(column);
      String shown = value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.asDouble()) : "-";
      line.append(String.format(Locale.ROOT, "%11s", shown));
    }
    to.println(line);
  }
}
