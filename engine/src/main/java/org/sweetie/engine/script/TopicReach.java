package org.sweetie.engine.script;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.sweetie.engine.script.OutputNode.Call;

/** Finds topics and rejoinders that no conversation can come to. */
final class TopicReach {
  /** Calls that run or bring up a topic, whose name may be worked out. */
  private static final Set<String> LEADING = Set.of("^respond", "^gambit", "^addtopic", "^reuse");

  /** Calls that make a name of pieces. */
  private static final Set<String> MAKING = Set.of("^join", "^eval", "^substitute", "^original");

  private final Script script;
  private final DeclaredNames names;
  private final Problems problems;

  private TopicReach(Script script, DeclaredNames names, Problems problems) {
    this.script = script;
    this.names = names;
    this.problems = problems;
  }

  static void find(Script script, DeclaredNames names, Problems problems) {
    TopicReach reach = new TopicReach(script, names, problems);
    reach.topics();
    reach.bots();
    Set<String> named = reach.namedRules();
    script.allTopics().forEach(topic -> reach.rejoinders(topic, named));
  }

  // Topics.

  private void topics() {
    if (worksOutNames()) {
      return;
    }
    Set<Topic> reached = new HashSet<>();
    Deque<Topic> open = new ArrayDeque<>();
    script.allTopics().stream().filter(this::isRoot).forEach(open::add);
    names.macros().forEach(macro -> named(macro.body(), open));
    while (!open.isEmpty()) {
      Topic topic = open.remove();
      if (reached.add(topic)) {
        topic.rules().forEach(rule -> named(rule.output(), open));
        topic.rules().forEach(rule -> named(rule.pattern(), open));
      }
    }
    for (Topic topic : script.allTopics()) {
      if (!reached.contains(topic) && !topic.rules().isEmpty()) {
        unreached(topic);
      }
    }
  }

  private void unreached(Topic topic) {
    boolean isSystem = topic.has(Topic.Flag.SYSTEM);
    problems.warning(
        names.place(topic.name()),
        "the topic "
            + topic.name()
            + " is never reached: "
            + (isSystem ? "it is a system topic" : "it has no keywords")
            + ", and nothing that can run calls it",
        (isSystem ? "call it with ^respond" : "give it keywords, call it with ^respond")
            + " or ^gambit, or take it out");
  }

  /** Keywords lead to a topic, or it volunteers something, or the engine asks it by its name. */
  private boolean isRoot(Topic topic) {
    boolean byName =
        topic.name().equals(Topic.WITHOUT_KEYWORDS) || topic.name().equals(Topic.LAST_RESORT);
    boolean bySelf = !topic.gambits().isEmpty() || !script.membersOf(topic.name()).isEmpty();
    return byName || (bySelf && !topic.has(Topic.Flag.SYSTEM));
  }

  private void named(@org.jspecify.annotations.Nullable Object node, Collection<Topic> into) {
    if (node == null) {
      return;
    }
    for (String name : ScriptWalk.names(node)) {
      script.topic(name).ifPresent(into::add);
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        script.topic(name.substring(0, dot)).ifPresent(into::add);
      }
    }
  }

  /** Whether a script makes up the name of a topic it goes to, so that it may be any. */
  private boolean worksOutNames() {
    boolean[] found = {false};
    for (Topic topic : script.allTopics()) {
      for (Rule rule : topic.rules()) {
        ScriptWalk.through(
            rule.output(), node -> found[0] |= node instanceof Call call && isWorkedOut(call));
      }
    }
    return found[0];
  }

  private static boolean isWorkedOut(Call call) {
    boolean[] found = {false};
    if (LEADING.contains(call.function().name())) {
      ScriptWalk.through(
          call.arguments(),
          node ->
              found[0] |=
                  node instanceof Operand.Captured
                      || (node instanceof Call made && MAKING.contains(made.function().name())));
    }
    return found[0];
  }

  // Bots.

  private void bots() {
    Set<String> bots =
        names.macros().stream()
            .filter(macro -> macro.parameters().isEmpty())
            .map(macro -> macro.name().substring(1))
            .collect(Collectors.toSet());
    boolean known = names.macros().stream().anyMatch(Macro::setsUpBot);
    for (Topic topic : script.allTopics()) {
      boolean forOne =
          topic.bots().isEmpty()
              || topic.bots().stream().anyMatch(bot -> bots.contains(bot.toLowerCase(Locale.ROOT)));
      if (known && !forOne) {
        problems.warning(
            names.place(topic.name()),
            "the topic " + topic.name() + " is for " + topic.bots() + ", which no macro sets up",
            "define 'outputmacro: ^" + topic.bots().get(0) + "()', or correct the name");
      }
    }
  }

  // Rejoinders.

  /** Whatever a call names, as it is compared: labels and tags. */
  private Set<String> namedRules() {
    Set<String> named = new HashSet<>();
    for (Topic topic : script.allTopics()) {
      for (Rule rule : topic.rules()) {
        ScriptWalk.through(
            rule.output(),
            node -> {
              if (node instanceof Call call) {
                call.arguments().stream()
                    .filter(OutputNode.Words.class::isInstance)
                    .map(word -> ((OutputNode.Words) word).text())
                    .forEach(word -> named.add(labelIn(word)));
              }
            });
      }
    }
    return named;
  }

  private static String labelIn(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    int dot = upper.startsWith("~") ? upper.indexOf('.') : -1;
    return dot < 0 ? upper : upper.substring(dot + 1);
  }

  private void rejoinders(Topic topic, Set<String> named) {
    List<Rule> rules = topic.rules();
    for (int i = 1; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Rule above = rules.get(i - 1);
      boolean first = !rule.isTopLevel() && (above.isTopLevel() || above.kind() < rule.kind());
      boolean opened =
          Speech.isPossible(above.output())
              || (!above.label().isEmpty() && named.contains(above.label()))
              || named.contains(above.top() + "." + above.below());
      if (first && !opened) {
        problems.warning(
            rule.place(),
            "this rejoinder is never reached: the rule above it in line "
                + above.place().line()
                + " says nothing",
            "let that rule say something, call ^refine() there, or take the rejoinder out");
      }
    }
  }
}
