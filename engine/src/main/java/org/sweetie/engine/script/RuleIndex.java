package org.sweetie.engine.script;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/**
 * The responders of a topic by what must be in a sentence for them to match, so that a message
 * costs what its words lead to and not what the topic holds.
 *
 * <p>Each rule stands under the one of its requirements that the fewest rules share; a second
 * requirement is looked at before the rule becomes a candidate.
 */
final class RuleIndex {
  /** Below this a plain walk is as quick. */
  private static final int SMALL = 3;

  private static final int[] NOTHING = {};

  private final List<Rule> rules;
  private final Tables tables;
  private final int @Nullable [] all;

  /**
   * What is looked up.
   *
   * @param always rules that may match anything, in rising order
   * @param keys marks, in rising order
   * @param starts where the rules of a key begin in {@code postings}; one more than keys
   * @param postings numbers of rules, rising within a key
   * @param also for each rule a second mark that must occur, or {@link Vocabulary#NONE}
   */
  record Tables(int[] always, int[] keys, int[] starts, int[] postings, int[] also) {
    static final Tables NONE = new Tables(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    int find(int mark) {
      return Arrays.binarySearch(keys, mark);
    }
  }

  /** Builds the index of rules whose patterns are at hand. */
  RuleIndex(List<Rule> rules) {
    this(rules, rules.size() > SMALL ? new Building(rules).tables() : Tables.NONE);
  }

  /** An index that was built before. */
  RuleIndex(List<Rule> rules, Tables tables) {
    this(List.copyOf(rules), tables, rules.size() > SMALL);
  }

  private RuleIndex(List<Rule> rules, Tables tables, boolean indexed) {
    this.rules = rules;
    this.tables = tables;
    this.all = indexed ? null : first(rules.size());
  }

  /** The same rules, each of which is always a candidate. */
  RuleIndex switchedOff() {
    return new RuleIndex(rules, tables, false);
  }

  Tables tables() {
    return tables;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  List<Rule> all() {
    return rules;
  }

  Rule rule(int number) {
    return rules.get(number);
  }

  /**
   * The numbers of the responders that may match the sentence, in the order they are written; not
   * to be changed.
   */
  int[] candidates(Sentence sentence) {
    if (all != null) {
      return all;
    }
    int[] found = Arrays.copyOf(tables.always(), tables.always().length + 16);
    int count = tables.always().length;
    for (int mark : sentence.allMarks()) {
      int key = tables.find(mark);
      for (int i = key < 0 ? 0 : tables.starts()[key];
          key >= 0 && i < tables.starts()[key + 1];
          i++) {
        int rule = tables.postings()[i];
        int also = tables.also()[rule];
        if (also == Vocabulary.NONE || sentence.marks().has(also)) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = rule;
        }
      }
    }
    return sorted(found, count);
  }

  private static int[] first(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  /** In rising order, each once. */
  private static int[] sorted(int[] found, int count) {
    Arrays.sort(found, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || found[kept - 1] != found[i]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  /** The making of the tables. */
  private static final class Building {
    private final List<List<int[]>> options;
    private final Map<Integer, Integer> frequency = new HashMap<>();
    private final int[] also;

    Building(List<Rule> rules) {
      options = rules.stream().map(Building::options).toList();
      also = new int[rules.size()];
      for (List<int[]> ofRule : options) {
        for (int[] option : ofRule) {
          for (int mark : option) {
            frequency.merge(mark, 1, Integer::sum);
          }
        }
      }
    }

    private static List<int[]> options(Rule rule) {
      Group pattern = rule.pattern();
      return pattern == null ? List.of() : Requirements.options(pattern);
    }

    Tables tables() {
      TreeMap<Integer, IntList> byMark = new TreeMap<>();
      IntList always = new IntList();
      for (int i = 0; i < options.size(); i++) {
        int[] marks = rarest(options.get(i), null);
        also[i] = second(options.get(i), marks);
        if (marks == null) {
          always.add(i);
          continue;
        }
        for (int mark : Arrays.stream(marks).distinct().toArray()) {
          byMark.computeIfAbsent(mark, key -> new IntList()).add(i);
        }
      }
      return flat(byMark, always.toArray());
    }

    private Tables flat(TreeMap<Integer, IntList> byMark, int[] always) {
      int[] keys = new int[byMark.size()];
      int[] starts = new int[keys.length + 1];
      IntList postings = new IntList();
      int at = 0;
      for (Map.Entry<Integer, IntList> entry : byMark.entrySet()) {
        keys[at] = entry.getKey();
        entry.getValue().forEach(postings::add);
        starts[++at] = postings.size();
      }
      return new Tables(always, keys, starts, postings.toArray(), also);
    }

    /** The set of marks that the fewest rules ask for, or null. */
    private int @Nullable [] rarest(List<int[]> ofRule, int @Nullable [] except) {
      int[] best = null;
      long least = Long.MAX_VALUE;
      for (int[] option : ofRule) {
        long sum = 0;
        for (int mark : option) {
          sum += frequency.getOrDefault(mark, 0);
        }
        if (option != except && sum < least) {
          least = sum;
          best = option;
        }
      }
      return best;
    }

    private int second(List<int[]> ofRule, int @Nullable [] first) {
      List<int[]> single = ofRule.stream().filter(option -> option.length == 1).toList();
      int[] marks = rarest(single, first);
      return marks == null ? Vocabulary.NONE : marks[0];
    }
  }
}
