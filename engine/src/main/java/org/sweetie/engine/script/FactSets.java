package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sets {@code @0} to {@code @20} of facts, for a turn. */
final class FactSets {
  static final int COUNT = 21;

  private final @Nullable List<Fact>[] sets = newSets();
  private final int[] walked = new int[COUNT];

  @SuppressWarnings("unchecked") // an array of lists cannot be made otherwise
  private static @Nullable List<Fact>[] newSets() {
    return (List<Fact>[]) new List<?>[COUNT];
  }

  /** A set as it can be changed. */
  List<Fact> get(int number) {
    List<Fact> known = sets[number];
    if (known == null) {
      known = new ArrayList<>();
      sets[number] = known;
    }
    return known;
  }

  void set(int number, List<Fact> facts) {
    sets[number] = new ArrayList<>(facts);
    walked[number] = 0;
  }

  /** The next fact of a walk that takes nothing out, or null at its end. */
  @Nullable Fact walk(int number) {
    List<Fact> set = get(number);
    return walked[number] < set.size() ? set.get(walked[number]++) : null;
  }

  /** Begins the walk again. */
  void restart(int number) {
    walked[number] = 0;
  }
}
