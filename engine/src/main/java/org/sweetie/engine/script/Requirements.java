package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/** What must be in a sentence for a pattern to match: found without running the pattern. */
final class Requirements {
  private Requirements() {}

  /**
   * Sets of marks, of each of which at least one must occur; the index chooses the rarest. Empty
   * when the pattern may match without any.
   */
  static List<int[]> options(Group group) {
    return switch (group.kind()) {
      case SEQUENCE, UNORDERED -> ofItems(group);
      case CHOICE -> {
        int[] marks = union(group);
        yield marks == null ? List.of() : List.of(marks);
      }
      case OPTIONAL -> List.of();
    };
  }

  /** What is asked for behind something that changes the conversation cannot leave that out. */
  private static List<int[]> ofItems(Group group) {
    List<int[]> options = new ArrayList<>();
    for (PatternItem item : group.items()) {
      if (!item.not()) {
        addTo(options, item.element());
      }
      if (item.element().changesSomething()) {
        break;
      }
    }
    return options;
  }

  private static void addTo(List<int[]> options, PatternElement element) {
    if (element instanceof Group nested) {
      options.addAll(options(nested));
      return;
    }
    int[] marks = element.oneOf();
    if (marks != null) {
      options.add(marks);
    }
  }

  /** The option with the fewest marks, or null. */
  static int @Nullable [] narrowest(Group group) {
    int[] best = null;
    for (int[] option : options(group)) {
      if (best == null || option.length < best.length) {
        best = option;
      }
    }
    return best;
  }

  private static int @Nullable [] union(Group group) {
    IntStream marks = IntStream.empty();
    for (PatternItem item : group.items()) {
      int[] some = item.not() ? null : item.element().oneOf();
      if (some == null) {
        return null;
      }
      marks = IntStream.concat(marks, Arrays.stream(some));
    }
    return marks.distinct().toArray();
  }
}
