package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Choice;
import org.sweetie.engine.script.OutputNode.If;
import org.sweetie.engine.script.OutputNode.Words;

/**
 * Finds rules and macros that call each other without end: everything they can do leads on to
 * another call, whatever was said. The step budget would end such a turn; it never answers.
 */
final class CallLoops {
  private static final int LONGEST_SHOWN = 6;

  private final Script script;
  private final Problems problems;
  private final Map<Block, Spot> spots = new IdentityHashMap<>();
  private final Map<Spot, List<Spot>> onlyWays = new LinkedHashMap<>();

  /** A rule or macro: something with an output. */
  private record Spot(
      String name, Place place, Block body, @Nullable Topic topic, @Nullable Rule rule) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private CallLoops(Script script, Problems problems) {
    this.script = script;
    this.problems = problems;
  }

  static void find(Script script, DeclaredNames names, Problems problems) {
    CallLoops loops = new CallLoops(script, problems);
    for (Topic topic : script.allTopics()) {
      for (Rule rule : topic.rules()) {
        String label = rule.label().isEmpty() ? "" : " " + rule.label();
        loops.add(new Spot(topic.tag(rule) + label, rule.place(), rule.output(), topic, rule));
      }
    }
    for (Macro macro : names.macros()) {
      Place place = names.place(macro.name());
      loops.add(new Spot(macro.name(), place, macro.body(), null, null));
    }
    loops.report();
  }

  private void add(Spot spot) {
    spots.put(spot.body(), spot);
  }

  private void report() {
    for (Spot spot : spots.values()) {
      List<Spot> next = next(spot.body(), spot);
      if (next != null) {
        onlyWays.put(spot, next);
      }
    }
    keepTheEndless();
    Set<Spot> seen = new HashSet<>();
    for (Spot spot : onlyWays.keySet().stream().sorted(BY_PLACE).toList()) {
      walk(spot, seen);
    }
  }

  private static final java.util.Comparator<Spot> BY_PLACE =
      java.util.Comparator.comparing((Spot spot) -> spot.place().file())
          .thenComparingInt(spot -> spot.place().line())
          .thenComparingInt(spot -> spot.place().column());

  /** Takes out, again and again, what can end because something it leads to can. */
  private void keepTheEndless() {
    Map<Spot, List<Spot>> callers = new HashMap<>();
    onlyWays.forEach(
        (from, next) ->
            next.forEach(to -> callers.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
    List<Spot> ending =
        new ArrayList<>(callers.keySet().stream().filter(to -> !onlyWays.containsKey(to)).toList());
    while (!ending.isEmpty()) {
      Spot ends = ending.remove(ending.size() - 1);
      for (Spot caller : callers.getOrDefault(ends, List.of())) {
        if (onlyWays.remove(caller) != null) {
          ending.add(caller);
        }
      }
    }
  }

  /** Follows the first way from a spot until it comes to one it passed. */
  private void walk(Spot from, Set<Spot> seen) {
    List<Spot> path = new ArrayList<>();
    Spot at = from;
    while (seen.add(at)) {
      path.add(at);
      at = onlyWays.getOrDefault(at, List.of(from)).get(0);
    }
    int start = path.indexOf(at);
    if (start < 0) {
      return;
    }
    List<Spot> loop = path.subList(start, path.size());
    StringBuilder way = new StringBuilder();
    for (Spot spot : loop.subList(0, Math.min(loop.size(), LONGEST_SHOWN))) {
      way.append(spot.name()).append(" → ");
    }
    way.append(loop.size() > LONGEST_SHOWN ? "… → " : "").append(at.name());
    problems.warning(
        at.place(),
        "these call each other without end: " + way,
        "let one of them say something instead, or call only on a condition");
  }

  // Where an output certainly leads.

  /** What is certainly called, one of them at least; null when there is a way without any. */
  private @Nullable List<Spot> next(Block block, Spot here) {
    for (OutputNode node : block.nodes()) {
      if (node instanceof Call call) {
        if (Speech.isQuiet(call)) {
          continue;
        }
        Spot to = target(call, here);
        return to == null ? null : List.of(to);
      }
      if (node instanceof Choice choice) {
        boolean covered = choice.branches().stream().anyMatch(branch -> branch.condition() == null);
        return all(choice.branches().stream().map(OutputNode.Branch::body).toList(), covered, here);
      }
      if (node instanceof If branches) {
        List<OutputNode.Arm> arms = branches.arms();
        boolean covered = arms.get(arms.size() - 1).condition() == null;
        return all(arms.stream().map(OutputNode.Arm::body).toList(), covered, here);
      }
      if (Speech.of(new Block(List.of(node))) == Speech.UNSURE) {
        return null;
      }
    }
    return null;
  }

  private @Nullable List<Spot> all(List<Block> ways, boolean covered, Spot here) {
    List<Spot> all = new ArrayList<>();
    for (Block way : ways) {
      List<Spot> next = covered ? next(way, here) : null;
      if (next == null) {
        return null;
      }
      all.addAll(next);
    }
    return all;
  }

  private @Nullable Spot target(Call call, Spot here) {
    String name = call.function().name();
    Macro macro = script.macro(name);
    if (macro != null) {
      return spots.get(macro.body());
    }
    Rule rule =
        switch (name) {
          case "^reuse" -> call.arguments().size() == 1 ? reused(call, here) : null;
          case "^respond" -> responding(call, here);
          case "^refine" -> refined(call, here);
          default -> null;
        };
    return rule == null ? null : spots.get(rule.output());
  }

  private static String first(Call call) {
    boolean written = !call.arguments().isEmpty() && call.arguments().get(0) instanceof Words;
    return written ? ((Words) call.arguments().get(0)).text() : "";
  }

  private @Nullable Rule reused(Call call, Spot here) {
    String name = first(call);
    return name.isEmpty() ? null : script.rule(here.topic(), name);
  }

  /** The first responder of a topic, when every message is one for it. */
  private @Nullable Rule responding(Call call, Spot here) {
    String name = first(call).toLowerCase(Locale.ROOT);
    Topic topic = name.equals("~") ? here.topic() : script.topic(name).orElse(null);
    if (topic == null || topic.has(Topic.Flag.RANDOM) || topic.responders().isEmpty()) {
      return null;
    }
    Rule first = topic.responders().all().get(0);
    return first.kind() == 'u' && matchesAll(first) ? first : null;
  }

  private @Nullable Rule refined(Call call, Spot here) {
    Rule rule = call.arguments().isEmpty() ? here.rule() : reused(call, here);
    if (rule == null) {
      return null;
    }
    Rule first = Rejoinders.first(script.topic(rule.topic()), rule, (char) 0);
    return first != null && matchesAll(first) ? first : null;
  }

  private static boolean matchesAll(Rule rule) {
    return rule.pattern() == null || rule.pattern().items().isEmpty();
  }
}
