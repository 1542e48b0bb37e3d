package org.sweetie.models.suites;

import java.util.ArrayList;
import java.util.List;

/** Cases that pass or do not, each that does not by name. */
final class Suite {
  private final String name;
  private final List<String> deviations = new ArrayList<>();
  private int cases;

  Suite(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  int cases() {
    return cases;
  }

  int passed() {
    return cases - deviations.size();
  }

  /** What did not come out as the suite has it: text, expected, found. */
  List<String> deviations() {
    return List.copyOf(deviations);
  }

  /** Counts a case; it passes when what was found equals what the suite expects. */
  void check(String text, Object expected, Object found) {
    cases++;
    if (!expected.equals(found)) {
      deviations.add("«" + text + "» expected " + expected + ", found " + found);
    }
  }
}
