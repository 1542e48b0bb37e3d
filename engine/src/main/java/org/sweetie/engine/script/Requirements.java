package org.sweetie.engine.script;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/** What must be in a sentence for a pattern to match: found without running the pattern. */
final class Requirements {
  private Requirements() {}

  /** Marks of which one must occur, or null when the pattern may match without any. */
  static int @Nullable [] of(Group group) {
    return switch (group.kind()) {
      case SEQUENCE, UNORDERED -> narrowest(group);
      case CHOICE -> union(group);
      case OPTIONAL -> null;
    };
  }

  /** The item that leaves the fewest possibilities. */
  private static int @Nullable [] narrowest(Group group) {
    int[] best = null;
    for (PatternItem item : group.items()) {
      int[] marks = item.not() ? null : item.element().oneOf();
      if (marks != null && (best == null || marks.length < best.length)) {
        best = marks;
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
