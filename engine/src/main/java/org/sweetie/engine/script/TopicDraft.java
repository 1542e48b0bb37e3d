package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashSet;
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
  private final List<String> savedVariables;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private int top = -1;
  private int below;

  TopicDraft(
      int number,
      String name,
      int mark,
      Set<Topic.Flag> flags,
      List<String> bots,
      List<String> savedVariables) {
    this.savedVariables = savedVariables;
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

  void add(Rule rule) {
    rules.add(rule);
    labels.add(rule.label());
  }

  boolean hasLabel(String label) {
    return labels.contains(label.toUpperCase(Locale.ROOT));
  }

  boolean hasTag(String topNumber, String belowNumber) {
    return rules.stream()
        .anyMatch(
            rule ->
                topNumber.equals(String.valueOf(rule.top()))
                    && belowNumber.equals(String.valueOf(rule.below())));
  }

  /** The head of the next rule, whose numbers were counted. */
  RuleHead head(
      char kind,
      String label,
      int[] numbers,
      int offset,
      int bodyOffset,
      List<ScriptSample> samples) {
    return new RuleHead(
        number,
        name,
        rules.size(),
        kind,
        label,
        numbers[0],
        numbers[1],
        offset,
        bodyOffset,
        samples);
  }

  /** {@code ~topic.T.R}. */
  String tag(int[] numbers) {
    return name + "." + numbers[0] + "." + numbers[1];
  }

  /** The topic, its responders indexed. */
  Topic finish() {
    Topic topic = new Topic(number, name, mark, flags, bots, savedVariables, rules, null);
    rules.forEach(Rule::forget);
    return topic;
  }

  /** The topic with an index that was made before. */
  Topic finish(RuleIndex.Tables index) {
    return new Topic(number, name, mark, flags, bots, savedVariables, rules, index);
  }
}
