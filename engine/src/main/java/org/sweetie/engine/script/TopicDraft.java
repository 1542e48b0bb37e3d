package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A topic while it is being read. */
final class TopicDraft {
  private final int number;
  private final String name;
  private final int mark;
  private final Set<Topic.Flag> flags;
  private final List<String> bots;
  private final List<Rule> rules = new ArrayList<>();
  private int top = -1;
  private int below;

  TopicDraft(int number, String name, int mark, Set<Topic.Flag> flags, List<String> bots) {
    this.number = number;
    this.name = name;
    this.mark = mark;
    this.flags = flags;
    this.bots = bots;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  List<Rule> rules() {
    return rules;
  }

  /** Counts a rule about to be added and gives its two numbers. */
  int[] count(boolean isTopLevel) {
    if (isTopLevel) {
      top++;
      below = 0;
    } else {
      below++;
    }
    return new int[] {top, below};
  }

  boolean hasLabel(String label) {
    String wanted = label.toUpperCase(Locale.ROOT);
    return rules.stream().anyMatch(rule -> rule.label().equals(wanted));
  }

  boolean hasTag(String topNumber, String belowNumber) {
    return rules.stream()
        .anyMatch(
            rule ->
                Integer.toString(rule.top()).equals(topNumber)
                    && Integer.toString(rule.below()).equals(belowNumber));
  }

  Topic finish() {
    return new Topic(number, name, mark, flags, bots, rules);
  }
}
