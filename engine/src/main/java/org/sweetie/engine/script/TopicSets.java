package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;

/**
 * The sets {@code @0} to {@code @20} for a turn: names of topics, as a control script walks them.
 */
final class TopicSets {
  static final int COUNT = 21;

  private final List<List<String>> sets = new ArrayList<>();

  TopicSets() {
    for (int i = 0; i < COUNT; i++) {
      sets.add(new ArrayList<>());
    }
  }

  List<String> get(int number) {
    return sets.get(number);
  }

  void set(int number, List<String> names) {
    sets.set(number, new ArrayList<>(names));
  }
}
