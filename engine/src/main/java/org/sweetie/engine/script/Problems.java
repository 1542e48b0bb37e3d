package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sweetie.engine.script.ScriptProblem.Severity;

/** Collects what the compiler finds. */
final class Problems {
  private final List<ScriptProblem> found = new ArrayList<>();
  private boolean closed;

  /** From here on nothing is collected: what is read again was found in order before. */
  void close() {
    closed = true;
  }

  void error(Place place, String message, String remedy) {
    add(place, message, remedy, Severity.ERROR);
  }

  void warning(Place place, String message, String remedy) {
    add(place, message, remedy, Severity.WARNING);
  }

  private void add(Place place, String message, String remedy, Severity severity) {
    if (!closed) {
      found.add(
          new ScriptProblem(place.file(), place.line(), place.column(), message, remedy, severity));
    }
  }

  /** Adds what was found elsewhere. */
  void add(Problems others) {
    found.addAll(others.found);
  }

  boolean hasErrors() {
    return found.stream().anyMatch(ScriptProblem::isError);
  }

  List<ScriptProblem> sorted() {
    return found.stream()
        .sorted(
            Comparator.comparing(ScriptProblem::file)
                .thenComparingInt(ScriptProblem::line)
                .thenComparingInt(ScriptProblem::column))
        .toList();
  }
}
