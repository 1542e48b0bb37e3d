package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sets {@code @0} to {@code @20} of facts, for a turn. */
final class FactSets {
  static final int COUNT = 21;

  private final List<List<Fact>> sets = new ArrayList<>();
  private final int[] walked = new int[COUNT];

  FactSets() {
    for (int i = 0; i < COUNT; i++) {
      sets.add(new ArrayList<>());
    }
  }

  List<Fact> get(int number) {
    return sets.get(number);
  }

  void set(int number, List<Fact> facts) {
    sets.set(number, new ArrayList<>(facts));
    walked[number] = 0;
  }

  /** The next fact of a walk that takes nothing out, or null at its end. */
  @Nullable Fact walk(int number) {
    List<Fact> set = sets.get(number);
    return walked[number] < set.size() ? set.get(walked[number]++) : null;
  }

  /** Begins the walk again. */
  void restart(int number) {
    walked[number] = 0;
  }
}
