package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Arm;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Condition;
import org.sweetie.engine.script.OutputNode.If;
import org.sweetie.engine.script.OutputNode.Present;
import org.sweetie.engine.script.OutputNode.Relates;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** Finds outputs, concepts, macros and labels that nothing can come to. */
final class UnusedParts {
  /** More in one file are told in one line: such a file is a collection, not a mistake. */
  private static final int MOST_NAMED = 5;

  private final Script script;
  private final DeclaredNames names;
  private final Problems problems;

  private UnusedParts(Script script, DeclaredNames names, Problems problems) {
    this.script = script;
    this.names = names;
    this.problems = problems;
  }

  static void find(Script script, DeclaredNames names, Problems problems) {
    UnusedParts unused = new UnusedParts(script, names, problems);
    for (Topic topic : script.allTopics()) {
      topic.rules().forEach(rule -> unused.output(rule.output()));
    }
    names.macros().forEach(macro -> unused.output(macro.body()));
    Set<String> words = unused.named();
    unused.concepts(words);
    unused.macros(words);
    unused.labels(words);
  }

  // Outputs.

  private void output(Block whole) {
    ScriptWalk.through(
        whole,
        node -> {
          if (node instanceof Block block) {
            behindTheEnd(block);
          } else if (node instanceof If branches) {
            arms(branches.arms());
          }
        });
  }

  private void behindTheEnd(Block block) {
    for (int i = 0; i + 1 < block.nodes().size(); i++) {
      if (block.nodes().get(i) instanceof Call call && ends(call)) {
        Place place = place(block.nodes().get(i + 1));
        String name = call.function().name();
        problems.warning(
            place == null ? call.place() : place,
            "what stands behind " + name + " is never done",
            "move it before the call, or take it out");
        return;
      }
    }
  }

  private static boolean ends(Call call) {
    String name = call.function().name();
    return (name.equals("^end") || name.equals("^fail"))
        && call.arguments().get(0) instanceof Words;
  }

  private static @Nullable Place place(Object node) {
    List<Place> places = new ArrayList<>();
    ScriptWalk.through(
        node,
        part -> {
          if (part instanceof Words words) {
            places.add(words.place());
          } else if (part instanceof Value value) {
            places.add(value.place());
          } else if (part instanceof Call call) {
            places.add(call.place());
          }
        });
    return places.isEmpty() ? null : places.get(0);
  }

  /** An arm whose condition was asked before, or comes after one and its opposite. */
  private void arms(List<Arm> arms) {
    Set<Condition> asked = new HashSet<>();
    boolean decided = false;
    for (Arm arm : arms) {
      Condition condition = arm.condition();
      boolean repeated = condition != null && isSteady(condition) && !asked.add(condition);
      Place place = place(arm.body());
      if ((decided || repeated) && place != null) {
        problems.warning(
            place,
            "this branch is never taken: the conditions before it leave nothing over",
            "correct its condition, or take it out");
      }
      decided |= condition instanceof Present present && asked.contains(opposite(present));
    }
  }

  private static Present opposite(Present present) {
    return new Present(present.operand(), !present.wanted());
  }

  /** Whether a condition has the same answer when it is asked again. */
  private static boolean isSteady(Condition condition) {
    boolean[] steady = {condition instanceof Present || condition instanceof Relates};
    ScriptWalk.through(
        condition, node -> steady[0] &= !(node instanceof Call) && node != SystemVariable.RAND);
    return steady[0];
  }

  // Names.

  /** Every word that a call or an output writes out, in lower case. */
  private Set<String> named() {
    Set<String> words = new HashSet<>();
    for (Topic topic : script.allTopics()) {
      for (Rule rule : topic.rules()) {
        addNames(rule.output(), words);
        addNames(rule.pattern(), words);
      }
    }
    names.macros().forEach(macro -> addNames(macro.body(), words));
    return words;
  }

  private static void addNames(@Nullable Object node, Set<String> words) {
    ScriptWalk.through(
        node,
        part -> {
          if (part instanceof Words said && said.text().indexOf('~') >= 0) {
            words.addAll(List.of(said.text().toLowerCase(Locale.ROOT).split("\\s+", -1)));
          } else if (part instanceof Call call) {
            words.add(call.function().name());
            call.arguments().stream()
                .filter(Words.class::isInstance)
                .forEach(word -> words.add(((Words) word).text().toLowerCase(Locale.ROOT)));
          }
        });
  }

  private void concepts(Set<String> words) {
    Map<String, List<String>> byFile = new TreeMap<>();
    for (String name : names.concepts()) {
      boolean used =
          script.topic(name).isPresent()
              || names.usedConcepts().contains(name)
              || words.contains(name);
      if (!used) {
        byFile.computeIfAbsent(names.place(name).file(), file -> new ArrayList<>()).add(name);
      }
    }
    byFile.values().forEach(this::concepts);
  }

  private void concepts(List<String> unused) {
    if (unused.size() > MOST_NAMED) {
      problems.warning(
          names.place(unused.get(0)),
          unused.size() + " concepts of this file are not used, " + unused.get(0) + " the first",
          "leave them if the file is a collection");
      return;
    }
    for (String name : unused) {
      problems.warning(
          names.place(name),
          "the concept " + name + " is not used",
          "use it in a pattern, or take it out");
    }
  }

  private void macros(Set<String> words) {
    Set<String> bots = new HashSet<>();
    script.allTopics().forEach(topic -> topic.bots().forEach(bot -> bots.add("^" + bot)));
    bots.add("^" + script.defaultBot());
    for (Macro macro : names.macros()) {
      boolean setsUp = macro.setsUpBot() || bots.contains(macro.name());
      if (!setsUp && !words.contains(macro.name())) {
        problems.warning(
            names.place(macro.name()),
            "the macro " + macro.name() + " is never called",
            "call it, or take it out");
      }
    }
  }

  /** A label that is called, and stands on two rules of a topic. */
  private void labels(Set<String> words) {
    for (Topic topic : script.allTopics()) {
      Map<String, Rule> first = new HashMap<>();
      for (Rule rule : topic.rules()) {
        Rule before = rule.label().isEmpty() ? null : first.putIfAbsent(rule.label(), rule);
        if (before != null && isCalled(topic, rule.label(), words)) {
          problems.warning(
              rule.place(),
              "the label " + rule.label() + " stands in line " + before.place().line() + " too",
              "a call reaches that rule alone; give this one another label");
        }
      }
    }
  }

  private static boolean isCalled(Topic topic, String label, Set<String> words) {
    String lower = label.toLowerCase(Locale.ROOT);
    return words.contains(lower) || words.contains(topic.name() + "." + lower);
  }
}
