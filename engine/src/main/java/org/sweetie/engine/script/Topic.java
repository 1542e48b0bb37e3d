package org.sweetie.engine.script;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A topic: rules that belong together, the words that lead to them, and how they are used. */
final class Topic {
  /** Answers what no topic with keywords does; never at hand itself. */
  static final String WITHOUT_KEYWORDS = "~keywordless";

  /** Speaks when everything else is silent; never at hand itself. */
  static final String LAST_RESORT = "~default";

  /** What a topic's declaration can say about it. */
  enum Flag {
    RANDOM,
    NORANDOM,
    KEEP,
    ERASE,
    NOSTAY,
    STAY,
    REPEAT,
    NOREPEAT,
    PRIORITY,
    NORMAL,
    DEPRIORITIZE,
    SYSTEM,
    USER,
    NOBLOCKING,
    NOPATTERNS,
    NOSAMPLES,
    NOKEYS,
    MORE,
    TOPIC_SAFE,
    SHARE
  }

  private final int number;
  private final String name;
  private final int mark;
  private final Set<Flag> flags;
  private final List<String> bots;
  private final List<String> savedVariables;
  private final List<Rule> rules;
  private final RuleIndex responders;
  private final List<Rule> gambits;
  private final Map<String, Rule> byLabel = new HashMap<>();
  private final int checksum;

  /**
   * @param index the tables of the responders when they were made before, or null
   */
  Topic(
      int number,
      String name,
      int mark,
      Set<Flag> flags,
      List<String> bots,
      List<String> savedVariables,
      List<Rule> rules,
      RuleIndex.@Nullable Tables index) {
    this.number = number;
    this.name = name;
    this.mark = mark;
    this.flags = flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags);
    this.bots = List.copyOf(bots);
    this.savedVariables = List.copyOf(savedVariables);
    this.rules = List.copyOf(rules);
    List<Rule> answering = rules.stream().filter(Rule::isResponder).toList();
    this.responders = index == null ? new RuleIndex(answering) : new RuleIndex(answering, index);
    this.gambits = rules.stream().filter(Rule::isGambit).toList();
    // An edit of a topic that says it is safe leaves what conversations know of it.
    this.checksum = has(Flag.TOPIC_SAFE) ? 0 : checksum(rules);
    for (Rule rule : rules) {
      if (!rule.label().isEmpty()) {
        byLabel.putIfAbsent(rule.label(), rule);
      }
    }
  }

  private Topic(Topic other, RuleIndex responders) {
    this.number = other.number;
    this.name = other.name;
    this.mark = other.mark;
    this.flags = other.flags;
    this.bots = other.bots;
    this.savedVariables = other.savedVariables;
    this.rules = other.rules;
    this.responders = responders;
    this.gambits = other.gambits;
    this.byLabel.putAll(other.byLabel);
    this.checksum = other.checksum;
  }

  /** The same topic, its responders tried one after the other. */
  Topic unindexed() {
    return new Topic(this, responders.switchedOff());
  }

  /** Tells an edited topic from the one a conversation began with. */
  private static int checksum(List<Rule> rules) {
    int sum = rules.size();
    for (Rule rule : rules) {
      sum = sum * 31 + rule.kind();
      sum = sum * 31 + rule.label().hashCode();
    }
    return sum;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  int mark() {
    return mark;
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** Whether the conversation may stay in the topic once it spoke. */
  boolean isPlaceToStay() {
    return !has(Flag.SYSTEM)
        && !has(Flag.NOSTAY)
        && !name.equals(WITHOUT_KEYWORDS)
        && !name.equals(LAST_RESORT);
  }

  boolean isFor(String bot) {
    return bots.isEmpty() || bots.stream().anyMatch(bot::equalsIgnoreCase);
  }

  /** Variables that have their value back when the topic is left. */
  List<String> savedVariables() {
    return savedVariables;
  }

  List<Rule> rules() {
    return rules;
  }

  RuleIndex responders() {
    return responders;
  }

  List<Rule> gambits() {
    return gambits;
  }

  boolean hasRandomGambits() {
    return gambits.stream().anyMatch(rule -> rule.kind() == 'r');
  }

  /** The first rule of a label in upper case, or null. */
  @Nullable Rule labelled(String label) {
    return byLabel.get(label);
  }

  /** The rule of two numbers such as {@code 3.1}, or null. */
  @Nullable Rule numbered(String numbers) {
    int dot = numbers.indexOf('.');
    if (dot < 1 || dot > 9 || numbers.length() - dot > 9) {
      return null;
    }
    try {
      int top = Integer.parseInt(numbers, 0, dot, 10);
      int below = Integer.parseInt(numbers, dot + 1, numbers.length(), 10);
      return numbered(top, below);
    } catch (NumberFormatException notNumbers) {
      return null;
    }
  }

  private @Nullable Rule numbered(int top, int below) {
    int low = 0;
    int high = rules.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Rule rule = rules.get(middle);
      int order = rule.top() == top ? rule.below() - below : rule.top() - top;
      if (order == 0) {
        return rule;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return null;
  }

  Set<Flag> flags() {
    return flags;
  }

  List<String> bots() {
    return bots;
  }

  int checksum() {
    return checksum;
  }

  /** {@code ~topic.T.R}. */
  String tag(Rule rule) {
    return name + "." + rule.top() + "." + rule.below();
  }
}
