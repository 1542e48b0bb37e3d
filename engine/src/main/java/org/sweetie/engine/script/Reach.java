package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sweetie.engine.script.Path.Tried;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.Sayings.Cause;

/**
 * Which rules can be reached, from keywords, gambits, rejoinders and calls, and what they say. All
 * rules are gone through until no variable can hold anything new.
 */
final class Reach {
  private static final int MOST_ROUNDS = 20;

  private final Script script;
  private final String bot;
  private final Rehearsal rehearsal;
  private final Set<Rule> rules = new LinkedHashSet<>();
  private final Set<Rule> waiting = new HashSet<>();
  private final Set<Rule> reused = new HashSet<>();
  private final Map<Rule, List<Path>> ways = new HashMap<>();
  private final Told told = new Told(this);
  private boolean enables;
  private boolean disables;
  private boolean controlled;

  Reach(Script script, String bot, Rehearsal rehearsal) {
    this.script = script;
    this.bot = bot;
    this.rehearsal = rehearsal;
  }

  Script script() {
    return script;
  }

  Told told() {
    return told;
  }

  /** Whether a rule's own way is taken by others, used up or not. */
  boolean isReused(Rule rule) {
    return reused.contains(rule);
  }

  /** Whether rules are put in use again. */
  boolean enables() {
    return enables;
  }

  List<Path> waysOf(Rule rule) {
    return ways.getOrDefault(rule, List.of());
  }

  /** Whether some rule chooses which rejoinders wait. */
  boolean setsRejoinders() {
    return ways.values().stream()
        .anyMatch(paths -> paths.stream().anyMatch(path -> path.setsRejoinders));
  }

  String bot() {
    return bot;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  Set<Rule> rules() {
    return rules;
  }

  /** The rejoinders that may wait for a message. */
  Set<Rule> waiting() {
    return waiting;
  }

  /** Whether rules are taken out of use by name. */
  boolean disables() {
    return disables;
  }

  void walk() {
    boolean settled = false;
    for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
      int before = rules.size() + waiting.size();
      roots();
      for (Rule rule : new ArrayList<>(rules)) {
        rehearse(rule);
      }
      settled = rehearsal.globals().settle() && before == rules.size() + waiting.size();
    }
    if (!settled) {
      rules.stream().findFirst().ifPresent(this::neverSettles);
    }
    if (controlled) {
      rules.stream().findFirst().ifPresent(this::controlsItself);
    }
    rules.forEach(rule -> told.tell(rule, ways.getOrDefault(rule, List.of())));
  }

  private void controlsItself(Rule rule) {
    told.report(
        rule,
        "",
        Cause.SEVERAL,
        List.of("under a control topic of the script's own, each sentence may be answered"),
        rule.place());
  }

  private void neverSettles(Rule rule) {
    told.report(
        rule,
        "",
        Cause.TOO_MANY,
        List.of("what variables can hold grows without end"),
        rule.place());
  }

  // Where a message may go.

  private void roots() {
    Optional<Macro> setup = script.setupOf(bot);
    setup.ifPresent(this::setUp);
    controlled |= !rehearsal.globals().named(ControlTopics.MAIN).isOnly("");
    topics(ControlTopics.MAIN).forEach(topic -> add(topic, Tried.Kind.RESPONDERS));
    topics(ControlTopics.BEFORE).forEach(topic -> add(topic, Tried.Kind.GAMBITS));
    topics(ControlTopics.AFTER).forEach(topic -> add(topic, Tried.Kind.GAMBITS));
    for (Topic topic : script.allTopics()) {
      boolean last =
          topic.name().equals(Topic.WITHOUT_KEYWORDS) || topic.name().equals(Topic.LAST_RESORT);
      if (last || (!topic.has(Topic.Flag.SYSTEM) && !script.membersOf(topic.name()).isEmpty())) {
        add(topic, Tried.Kind.RESPONDERS);
      }
      if (last || !topic.has(Topic.Flag.SYSTEM)) {
        add(topic, Tried.Kind.GAMBITS);
      }
      if (topic.isPlaceToStay() && topic.rules().stream().anyMatch(rules::contains)) {
        add(topic, Tried.Kind.RESPONDERS);
      }
    }
  }

  /** The macro that sets the bot up says nothing; what it sets counts. */
  private void setUp(Macro macro) {
    Topic first = script.allTopics().isEmpty() ? null : script.allTopics().get(0);
    if (first != null && !first.rules().isEmpty()) {
      Store store = new Store(rehearsal.globals()::get);
      rehearsal.block(macro.body(), new Path(first, first.rules().get(0), store));
    }
  }

  private List<Topic> topics(String variable) {
    return rehearsal.globals().get(variable).texts().stream()
        .flatMap(name -> script.topic(name).stream())
        .toList();
  }

  private void add(Topic topic, Tried.Kind kind) {
    if (topic.isFor(bot)) {
      for (Rule rule : topic.rules()) {
        if (kind == Tried.Kind.GAMBITS ? rule.isGambit() : rule.isResponder()) {
          rules.add(rule);
        }
      }
    }
  }

  // What rules do.

  private void rehearse(Rule rule) {
    Topic topic = script.topic(rule.topic());
    try {
      List<Path> paths = rehearsal.perform(topic, rule, new Store(rehearsal.globals()::get));
      ways.put(rule, paths);
      paths.forEach(path -> follow(rule, topic, path));
    } catch (Rehearsal.TooManyPaths tooMany) {
      ways.put(rule, List.of());
      told.report(
          rule, "", Cause.TOO_MANY, List.of(String.valueOf(tooMany.getMessage())), rule.place());
    }
  }

  private void follow(Rule rule, Topic topic, Path path) {
    boolean speaks = false;
    enables |= path.enables;
    disables |= path.disables;
    for (Path.Step step : path.steps) {
      if (step instanceof Path.Said said) {
        speaks = true;
        if (said.rule() != rule && said.rule().isTopLevel()) {
          reused.add(said.rule());
        }
      } else if (step instanceof Tried tried) {
        speaks = true;
        tried.topics().forEach(called -> add(called, tried.kind()));
      }
    }
    if (path.setsRejoinders) {
      script.allTopics().forEach(t -> t.rules().forEach(this::waitFor));
    }
    if (speaks && !path.refines) {
      rejoindersBelow(rule, topic);
    }
  }

  private void waitFor(Rule rule) {
    if (!rule.isTopLevel()) {
      waiting.add(rule);
      rules.add(rule);
    }
  }

  /** The rejoinders directly below a rule, and those at levels its choices name. */
  private void rejoindersBelow(Rule rule, Topic topic) {
    for (int i = rule.index() + 1; i < topic.rules().size(); i++) {
      Rule next = topic.rules().get(i);
      if (next.isTopLevel() || (!rule.isTopLevel() && next.kind() <= rule.kind())) {
        return;
      }
      waitFor(next);
    }
  }

  // What patterns ask for.

  /** Marks that any pattern looks for. */
  BitSet marksInPatterns() {
    BitSet marks = new BitSet();
    rules.forEach(rule -> collect(rule.pattern(), marks));
    return marks;
  }

  private static void collect(@org.jspecify.annotations.Nullable Group group, BitSet marks) {
    if (group == null) {
      return;
    }
    for (PatternItem item : group.items()) {
      if (item.element() instanceof Group nested) {
        collect(nested, marks);
      } else if (item.element() instanceof PatternElement.Marked marked) {
        marks.set(marked.mark());
      } else if (item.element() instanceof PatternElement.SoonestOf soonest) {
        for (int mark : soonest.marks()) {
          marks.set(mark);
        }
      }
    }
  }

  /** For each thing the rule's pattern demands, the words of which one must stand there. */
  List<Set<String>> demands(Saying saying) {
    Rule rule = script.rule(null, saying.tag());
    if (rule == null || rule.pattern() == null || reused.contains(rule)) {
      return List.of();
    }
    List<Set<String>> demands = new ArrayList<>();
    for (int[] option : Requirements.options(rule.pattern())) {
      Set<String> words = new LinkedHashSet<>();
      for (int mark : option) {
        words.addAll(rehearsal.captures().membersOf(script.vocabulary().name(mark)).texts());
      }
      demands.add(words);
    }
    return demands;
  }

  /** Whether a rule stays in use whatever it says. */
  boolean alwaysKeeps(Rule rule) {
    List<Path> paths = ways.getOrDefault(rule, List.of());
    return !paths.isEmpty() && paths.stream().allMatch(path -> path.keeps);
  }
}
