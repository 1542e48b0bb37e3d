package org.sweetie.training.compose;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.Stage;

/**
 * A conversation that one author wrote whole, with the acts of each line.
 *
 * @param author who wrote it; an author writes in one voice, so authors are told apart in measures
 * @param name unique among the conversations of its author in its language
 * @param offender the side that approaches a child; null where nobody does
 */
record Authored(
    String language,
    String author,
    String name,
    String register,
    @Nullable Character offender,
    List<Scene.Line> lines) {
  Authored {
    lines = List.copyOf(lines);
  }

  boolean positive() {
    return offender != null;
  }

  String family() {
    return language + " " + author + " " + name;
  }

  /** The sides that say something, in alphabetical order. */
  List<Character> sides() {
    return lines.stream()
        .map(Scene.Line::side)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** Whether a line is one that makes the conversation positive: late acts of the offender. */
  boolean isDecisive(Scene.Line line) {
    Set<Indicator> acts = line.template().acts();
    return offender != null
        && line.side() == offender
        && acts.stream().anyMatch(a -> a.stage().compareTo(Stage.ISOLATION) >= 0);
  }
}
