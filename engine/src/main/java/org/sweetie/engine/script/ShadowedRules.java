package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Called;
import org.sweetie.engine.script.PatternElement.Gap;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/**
 * Finds rules that an earlier rule of their topic answers for: one that says something whatever
 * happens, and matches whenever the later one does. What cannot be told for sure is not reported:
 * an earlier pattern counts only when it has no condition at all, is the same, is the beginning of
 * the later one, or asks for nothing but words that the later one asks for too.
 */
final class ShadowedRules {
  /** Earlier rules looked at for one word; more would make no topic clearer. */
  private static final int MOST_LOOKED_AT = 8;

  /** Waiting rules of one topic that are told one by one. */
  private static final int MOST_WAITING = 5;

  private final Vocabulary vocabulary;
  private final Topic topic;
  private final Problems problems;
  private final PatternText text;

  // The earlier rules that speak, by what their patterns ask for.
  private final List<Rule> unconditional = new ArrayList<>();
  private final Map<String, List<Rule>> byPattern = new HashMap<>();
  private final Map<Integer, List<Rule>> byMark = new HashMap<>();
  private @Nullable Rule above;
  private int waiting;
  private @Nullable Rule lastWaiting;

  private ShadowedRules(Vocabulary vocabulary, Topic topic, Problems problems) {
    this.vocabulary = vocabulary;
    this.topic = topic;
    this.problems = problems;
    this.text = new PatternText(vocabulary);
  }

  static void find(Script script, Vocabulary vocabulary, Problems problems) {
    for (Topic topic : script.allTopics()) {
      if (!topic.has(Topic.Flag.RANDOM)) {
        report(vocabulary, topic, topic.responders().all(), problems);
        if (!topic.hasRandomGambits()) {
          report(vocabulary, topic, topic.gambits(), problems);
        }
      }
      alternatives(topic).forEach(rules -> report(vocabulary, topic, rules, problems));
    }
  }

  private static void report(
      Vocabulary vocabulary, Topic topic, List<Rule> rules, Problems problems) {
    if (rules.size() > 1) {
      new ShadowedRules(vocabulary, topic, problems).inOrder(rules);
    }
  }

  /** The rejoinders that stand side by side: of one level below one rule. */
  private static List<List<Rule>> alternatives(Topic topic) {
    List<List<Rule>> found = new ArrayList<>();
    Map<Character, List<Rule>> open = new HashMap<>();
    for (Rule rule : topic.rules()) {
      open.keySet().removeIf(level -> rule.isTopLevel() || level > rule.kind());
      if (!rule.isTopLevel()) {
        open.computeIfAbsent(
                rule.kind(),
                level -> {
                  List<Rule> list = new ArrayList<>();
                  found.add(list);
                  return list;
                })
            .add(rule);
      }
    }
    return found;
  }

  private void inOrder(List<Rule> rules) {
    for (Rule rule : rules) {
      Rule earlier = earlier(rule);
      if (earlier != null) {
        report(earlier, rule);
      } else if (Speech.of(rule.output()) == Speech.SPEAKS) {
        remember(rule);
      }
      above = rule;
    }
    sumUp();
  }

  private void report(Rule earlier, Rule rule) {
    String name =
        topic.tag(earlier)
            + (earlier.label().isEmpty() ? "" : " " + earlier.label())
            + " in line "
            + earlier.place().line();
    if (!givesWay(earlier)) {
      problems.warning(
          rule.place(),
          "this rule is never reached: " + name + " matches whenever it does and always answers",
          "put it above that rule, or ask for more there");
    } else if (!rule.isGambit() && !continues(earlier, rule) && ++waiting <= MOST_WAITING) {
      problems.warning(
          rule.place(),
          "this rule waits until " + name + " is used up, which matches whenever it does",
          "put it above that rule, or right below with the same pattern if that is meant");
    }
    lastWaiting = waiting > MOST_WAITING ? rule : lastWaiting;
  }

  /** Where most rules wait the topic is made so, and a long list would hide the rest. */
  private void sumUp() {
    Rule last = lastWaiting;
    if (last != null) {
      problems.warning(
          last.place(),
          (waiting - MOST_WAITING)
              + " more rules of "
              + topic.name()
              + " wait so, this one the last",
          "put what asks for more above what asks for less");
    }
  }

  /**
   * What is said when a rule is used up has the same pattern: right below it, or as the last word
   * that may be repeated.
   */
  private boolean continues(Rule earlier, Rule rule) {
    if (key(earlier).equals(key(rule)) && Speech.calls(rule.output(), "^repeat")) {
      return true;
    }
    Rule before = above;
    return before != null && key(before).equals(key(rule)) && before.kind() == rule.kind();
  }

  /** Whether a rule that spoke leaves the next turn to others. */
  private boolean givesWay(Rule rule) {
    boolean stays =
        !rule.isTopLevel()
            || topic.has(Topic.Flag.SYSTEM)
            || (rule.isResponder() && topic.has(Topic.Flag.KEEP))
            || Speech.calls(rule.output(), "^keep");
    boolean repeats = topic.has(Topic.Flag.REPEAT) || Speech.calls(rule.output(), "^repeat");
    return !(stays && repeats);
  }

  private static List<PatternItem> items(Rule rule) {
    Group pattern = rule.pattern();
    return pattern == null ? List.of() : pattern.items();
  }

  private String key(Rule rule) {
    Group pattern = rule.pattern();
    return pattern == null ? "()" : text.of(pattern);
  }

  private void remember(Rule rule) {
    List<PatternItem> items = withoutOuterGaps(items(rule));
    if (items.isEmpty()) {
      unconditional.add(rule);
      return;
    }
    List<int[]> wanted = words(items);
    if (wanted != null) {
      for (int mark : wanted.get(0)) {
        byMark.computeIfAbsent(mark, key -> new ArrayList<>()).add(rule);
      }
    } else if (!asksAtRunTime(rule)
        && !(items(rule).get(items(rule).size() - 1).element() instanceof Gap)) {
      byPattern
          .computeIfAbsent(prefixKey(items(rule), items(rule).size()), key -> new ArrayList<>())
          .add(rule);
    }
  }

  /** A call may answer differently the next time. */
  private static boolean asksAtRunTime(Rule rule) {
    boolean[] found = {false};
    ScriptWalk.through(
        rule.pattern(), node -> found[0] |= node instanceof Called || node == SystemVariable.RAND);
    return found[0];
  }

  private String prefixKey(List<PatternItem> items, int count) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < count; i++) {
      key.append(text.of(items.get(i))).append(' ');
    }
    return key.toString();
  }

  private @Nullable Rule earlier(Rule rule) {
    for (Rule before : unconditional) {
      if (answersFor(before, rule)) {
        return before;
      }
    }
    Rule before = withSameBeginning(rule);
    return before == null ? withFewerWords(rule) : before;
  }

  private static boolean answersFor(Rule before, Rule rule) {
    return before.kind() == rule.kind() || before.kind() == 'u' || before.isGambit();
  }

  private @Nullable Rule withSameBeginning(Rule rule) {
    List<PatternItem> items = items(rule);
    if (byPattern.isEmpty()) {
      return null;
    }
    StringBuilder key = new StringBuilder();
    for (PatternItem item : items) {
      key.append(text.of(item)).append(' ');
      for (Rule before : byPattern.getOrDefault(key.toString(), List.of())) {
        if (answersFor(before, rule)) {
          return before;
        }
      }
    }
    return null;
  }

  private @Nullable Rule withFewerWords(Rule rule) {
    Group pattern = rule.pattern();
    if (pattern == null || byMark.isEmpty()) {
      return null;
    }
    List<int[]> asked = Requirements.options(pattern);
    for (int[] option : asked) {
      int mark = option[0];
      Rule before = among(byMark.get(mark), rule, asked);
      for (int concept : vocabulary.conceptsOf(mark)) {
        before = before == null ? among(byMark.get(concept), rule, asked) : before;
      }
      if (before != null) {
        return before;
      }
    }
    return null;
  }

  private @Nullable Rule among(@Nullable List<Rule> rules, Rule rule, List<int[]> asked) {
    for (int i = 0; rules != null && i < Math.min(rules.size(), MOST_LOOKED_AT); i++) {
      Rule before = rules.get(i);
      if (answersFor(before, rule) && isCovered(before, asked)) {
        return before;
      }
    }
    return null;
  }

  /** Whether all that an earlier rule asks for is there whenever the later one finds its words. */
  private boolean isCovered(Rule before, List<int[]> asked) {
    List<int[]> wanted = words(withoutOuterGaps(items(before)));
    return wanted != null
        && wanted.stream()
            .allMatch(some -> asked.stream().anyMatch(option -> leadTo(option, some)));
  }

  private boolean leadTo(int[] option, int[] some) {
    for (int mark : option) {
      boolean found = false;
      for (int wanted : some) {
        found |= mark == wanted || vocabulary.belongs(mark, wanted);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  // What a simple pattern asks for.

  private static List<PatternItem> withoutOuterGaps(List<PatternItem> items) {
    int from = 0;
    int to = items.size();
    while (from < to && isOpenGap(items.get(from))) {
      from++;
    }
    while (to > from && isOpenGap(items.get(to - 1))) {
      to--;
    }
    return items.subList(from, to);
  }

  private static boolean isOpenGap(PatternItem item) {
    return item.element() instanceof Gap gap && gap.most() < 0;
  }

  /** The words, one of each, that are all the items ask for, anywhere; null when they ask more. */
  private static @Nullable List<int[]> words(List<PatternItem> items) {
    if (items.size() != 1) {
      return null;
    }
    PatternItem only = items.get(0);
    if (only.element() instanceof Group group && group.kind() == Kind.UNORDERED && !only.not()) {
      List<int[]> all = new ArrayList<>();
      for (PatternItem item : group.items()) {
        int[] some = oneOf(item);
        if (some == null) {
          return null;
        }
        all.add(some);
      }
      return all.isEmpty() ? null : all;
    }
    int[] some = oneOf(only);
    return some == null ? null : List.of(some);
  }

  private static int @Nullable [] oneOf(PatternItem item) {
    if (item.not() || item.notNext() || item.typed()) {
      return null;
    }
    if (item.element() instanceof PatternElement.Marked
        || item.element() instanceof PatternElement.SoonestOf) {
      return item.element().oneOf();
    }
    if (item.element() instanceof Group group && isPlainChoice(group)) {
      return group.oneOf();
    }
    return null;
  }

  private static boolean isPlainChoice(Group group) {
    return group.kind() == Kind.CHOICE
        && group.items().stream()
            .allMatch(item -> !(item.element() instanceof Group) && oneOf(item) != null);
  }
}
