package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sweetie.engine.script.Path.Tried;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.Sayings.Cause;
import org.sweetie.engine.script.Sayings.Unproved;

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
  private final Map<String, Saying> sayings = new LinkedHashMap<>();
  private final Map<String, Unproved> unproved = new LinkedHashMap<>();
  private final Map<Rule, List<Path>> ways = new HashMap<>();
  private boolean enables;
  private boolean disables;
  private boolean controlled;

  Reach(Script script, String bot, Rehearsal rehearsal) {
    this.script = script;
    this.bot = bot;
    this.rehearsal = rehearsal;
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

  boolean isControlled() {
    return controlled;
  }

  /** Whether rules are taken out of use by name. */
  boolean disables() {
    return disables;
  }

  List<Saying> sayings() {
    return sayings.values().stream()
        .sorted(
            Comparator.comparing(Saying::file)
                .thenComparing(Saying::line)
                .thenComparing(Saying::column))
        .toList();
  }

  List<Unproved> unproved() {
    return unproved.values().stream()
        .sorted(Comparator.comparing(Unproved::file).thenComparing(Unproved::line))
        .toList();
  }

  void walk() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = rules.size() + waiting.size();
      roots();
      for (Rule rule : new ArrayList<>(rules)) {
        rehearse(rule);
      }
      boolean settled = rehearsal.globals().settle();
      if (settled && before == rules.size() + waiting.size()) {
        break;
      }
    }
    rules.forEach(rule -> tell(rule, ways.getOrDefault(rule, List.of())));
  }

  // Where a message may go.

  private void roots() {
    Optional<Macro> setup = script.setupOf(bot);
    setup.ifPresent(this::setUp);
    if (setup.isPresent() && rehearsal.globals().get(ControlTopics.MAIN).mayBe("")) {
      controlled = rehearsal.globals().get(ControlTopics.MAIN).texts().size() > 1;
    }
    if (controlled) {
      topics(ControlTopics.MAIN).forEach(topic -> add(topic, Tried.Kind.RESPONDERS));
      topics(ControlTopics.BEFORE).forEach(topic -> add(topic, Tried.Kind.GAMBITS));
      topics(ControlTopics.AFTER).forEach(topic -> add(topic, Tried.Kind.GAMBITS));
      return;
    }
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
      report(rule, "", Cause.TOO_MANY, List.of(String.valueOf(tooMany.getMessage())), rule.place());
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

  // What is told of it.

  private void tell(Rule rule, List<Path> paths) {
    for (Path path : paths) {
      int speaking = 0;
      for (Path.Step step : path.steps) {
        if (step instanceof Path.Said said) {
          speaking += said.text().isOnly("") ? 0 : 1;
          say(rule, path, said);
        } else if (step instanceof Tried) {
          speaking++;
        } else if (step instanceof Path.Unknown unknown) {
          report(
              rule,
              "",
              Cause.UNKNOWN,
              List.of("the proof does not know " + unknown.what()),
              unknown.place());
        } else if (step instanceof Path.Outside outside) {
          report(
              rule,
              "",
              Cause.OUTSIDE,
              List.of(outside.name() + " would leave the engine"),
              outside.place());
        }
      }
      if (speaking > 1) {
        report(
            rule,
            shown(path),
            Cause.SEVERAL,
            List.of("more than one part of this rule may speak"),
            rule.place());
      }
    }
    if (controlled) {
      report(
          rule,
          "",
          Cause.SEVERAL,
          List.of("under a control topic of the script's own, each sentence may be answered"),
          rule.place());
    }
  }

  private static String shown(Path path) {
    List<String> parts = new ArrayList<>();
    for (Path.Step step : path.steps) {
      parts.add(
          step instanceof Path.Said said
              ? said.text().texts().iterator().next()
              : "\u2039what another rule says\u203a");
    }
    return String.join(" ", parts);
  }

  private void report(Rule rule, String text, Cause cause, List<String> flow, Place place) {
    unproved.putIfAbsent(
        rule.topic() + ":" + rule.index() + cause + text,
        new Unproved(place.file(), place.line(), nameOf(rule), text, cause, flow));
  }

  private String nameOf(Rule rule) {
    Topic topic = script.topic(rule.topic());
    return rule.label().isEmpty() ? topic.tag(rule) : topic.name() + "." + rule.label();
  }

  private void say(Rule root, Path path, Path.Said said) {
    Possible text = said.text().spelledOut();
    for (Unlisted reason : text.unlisted()) {
      String shown = text.texts().stream().filter(t -> t.contains("\u2039")).findFirst().orElse("");
      report(said.rule(), shown, reason.cause(), reason.flow(), said.place());
    }
    for (String line : text.texts()) {
      if (!line.isEmpty() && !(line.contains("\u2039") && !text.unlisted().isEmpty())) {
        add(saying(said, root.isGambit(), line, onceBy(root, said, path)));
      }
    }
  }

  /** What a part of a way may say; how often is not told. */
  static List<Saying> sayingsOf(Path.Said said) {
    List<Saying> all = new ArrayList<>();
    for (String line : said.text().spelledOut().texts()) {
      if (!line.isEmpty()) {
        all.add(saying(said, said.rule().isGambit(), line, Set.of()));
      }
    }
    return all;
  }

  private static Saying saying(Path.Said said, boolean gambit, String text, Set<String> onceBy) {
    return new Saying(
        said.place().file(),
        said.place().line(),
        said.place().column(),
        said.topic().name(),
        said.topic().tag(said.rule()),
        said.rule().label(),
        gambit,
        text,
        onceBy);
  }

  /** Whether a rule stays in use whatever it says. */
  boolean alwaysKeeps(Rule rule) {
    List<Path> paths = ways.getOrDefault(rule, List.of());
    return !paths.isEmpty() && paths.stream().allMatch(path -> path.keeps);
  }

  private void add(Saying saying) {
    sayings.merge(
        saying.tag() + "\n" + saying.text(),
        saying,
        (a, b) -> {
          Set<String> both = new HashSet<>(a.onceBy());
          both.retainAll(b.onceBy());
          return new Saying(
              a.file(),
              a.line(),
              a.column(),
              a.topic(),
              a.tag(),
              a.label(),
              a.gambit() || b.gambit(),
              a.text(),
              both);
        });
  }

  private Set<String> onceBy(Rule root, Path.Said said, Path path) {
    Set<String> once = new HashSet<>();
    for (String variable : path.onceBy()) {
      if (!rehearsal.globals().isEmptied(variable)) {
        once.add(variable);
      }
    }
    if (!path.repeats && !said.topic().has(Topic.Flag.REPEAT)) {
      once.add(Sayings.MEMORY);
    }
    if (said.rule() == root && isUsedUp(root, path.keeps)) {
      once.add("the rule " + nameOf(root));
    } else if (!root.isTopLevel() && isBelowUsedUp(root)) {
      once.add("the rule above " + nameOf(root));
    }
    return once;
  }

  private boolean isUsedUp(Rule rule, boolean keeps) {
    Topic topic = script.topic(rule.topic());
    return rule.isTopLevel()
        && !keeps
        && !enables
        && !reused.contains(rule)
        && !topic.has(Topic.Flag.SYSTEM)
        && !(rule.isResponder() && topic.has(Topic.Flag.KEEP));
  }

  private boolean isBelowUsedUp(Rule rejoinder) {
    Topic topic = script.topic(rejoinder.topic());
    int at = rejoinder.index();
    while (at > 0 && !topic.rules().get(at).isTopLevel()) {
      at--;
    }
    Rule top = topic.rules().get(at);
    boolean keeps = ways.getOrDefault(top, List.of()).stream().anyMatch(path -> path.keeps);
    boolean set =
        ways.values().stream().anyMatch(paths -> paths.stream().anyMatch(p -> p.setsRejoinders));
    return isUsedUp(top, keeps) && !set;
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
}
