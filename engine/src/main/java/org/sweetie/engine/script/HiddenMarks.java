package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;

/** Marks that a script took off words for a while. */
final class HiddenMarks {
  private final List<Hidden> hidden = new ArrayList<>();

  /** One of them, and where it was. */
  record Hidden(int mark, int start, int end) {}

  void add(int mark, int start, int end) {
    hidden.add(new Hidden(mark, start, end));
  }

  List<Hidden> all() {
    return List.copyOf(hidden);
  }

  /** Those in a range, which are no longer hidden then. */
  List<Hidden> take(int from, int to) {
    List<Hidden> taken =
        hidden.stream().filter(mark -> mark.start() <= to && mark.end() >= from).toList();
    hidden.removeAll(taken);
    return taken;
  }
}
