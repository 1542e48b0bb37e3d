package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The responders of a topic by what must be in a sentence for them to match, so that a message
 * costs what its words lead to and not what the topic holds.
 */
final class RuleIndex {
  /** Below this a plain walk is as quick. */
  private static final int SMALL = 12;

  private final List<Rule> rules;
  private final Map<Integer, int[]> byMark = new HashMap<>();
  private int[] always = {};

  RuleIndex(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    if (rules.size() > SMALL) {
      build();
    }
  }

  private void build() {
    Map<Integer, Integer> frequency = frequency();
    Map<Integer, List<Integer>> collected = new HashMap<>();
    List<Integer> unindexed = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      int[] marks = rarest(rules.get(i), frequency);
      if (marks == null) {
        unindexed.add(i);
        continue;
      }
      for (int mark : marks) {
        collected.computeIfAbsent(mark, key -> new ArrayList<>()).add(i);
      }
    }
    collected.forEach((mark, list) -> byMark.put(mark, toArray(list)));
    always = toArray(unindexed);
  }

  /** In how many rules each mark is asked for. */
  private Map<Integer, Integer> frequency() {
    Map<Integer, Integer> frequency = new HashMap<>();
    for (Rule rule : rules) {
      for (int[] option : options(rule)) {
        for (int mark : option) {
          frequency.merge(mark, 1, Integer::sum);
        }
      }
    }
    return frequency;
  }

  private static List<int[]> options(Rule rule) {
    return rule.pattern() == null ? List.of() : Requirements.options(rule.pattern());
  }

  /** The set of marks that the fewest other rules ask for, or null. */
  private static int @Nullable [] rarest(Rule rule, Map<Integer, Integer> frequency) {
    int[] best = null;
    long least = Long.MAX_VALUE;
    for (int[] option : options(rule)) {
      long sum = 0;
      for (int mark : option) {
        sum += frequency.getOrDefault(mark, 0);
      }
      if (sum < least) {
        least = sum;
        best = option;
      }
    }
    return best;
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  List<Rule> all() {
    return rules;
  }

  /** The responders that may match the sentence, in the order they are written. */
  List<Rule> candidates(Sentence sentence) {
    if (rules.size() <= SMALL) {
      return rules;
    }
    int[] found = always;
    for (int mark : sentence.allMarks()) {
      int[] more = byMark.get(mark);
      if (more != null) {
        found = merge(found, more);
      }
    }
    List<Rule> candidates = new ArrayList<>(found.length);
    for (int i : found) {
      candidates.add(rules.get(i));
    }
    return candidates;
  }

  private static int[] merge(int[] a, int[] b) {
    int[] merged = new int[a.length + b.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      int next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
      if (i < a.length && a[i] == next) {
        i++;
      }
      if (j < b.length && b[j] == next) {
        j++;
      }
      merged[count++] = next;
    }
    return Arrays.copyOf(merged, count);
  }
}
