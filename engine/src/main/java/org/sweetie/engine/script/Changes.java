package org.sweetie.engine.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Words;

/** Which variables the rules of a topic may set, with all that they call. */
final class Changes {
  private final Script script;
  private final Map<Topic, Own> ofTopic = new HashMap<>();

  /**
   * What one topic sets by itself, and what it calls; {@code open} where that is not written out.
   */
  private static final class Own {
    final Set<String> names = new HashSet<>();
    final Set<Topic> called = new HashSet<>();
    boolean open;
  }

  Changes(Script script) {
    this.script = script;
  }

  /** The names that may be set, or null for any. */
  @Nullable Set<String> by(List<Topic> topics) {
    Set<String> names = new HashSet<>();
    Set<Topic> seen = new HashSet<>(topics);
    Deque<Topic> left = new ArrayDeque<>(topics);
    while (!left.isEmpty()) {
      Own own = ofTopic.computeIfAbsent(left.pop(), this::look);
      if (own.open) {
        return null;
      }
      names.addAll(own.names);
      own.called.stream().filter(seen::add).forEach(left::push);
    }
    return names;
  }

  private Own look(Topic topic) {
    Own own = new Own();
    for (Rule rule : topic.rules()) {
      if (rule.pattern() != null) {
        pattern(rule.pattern(), own);
      }
      block(rule.output(), topic, own, 0);
    }
    return own;
  }

  private void pattern(PatternElement.Group group, Own own) {
    for (PatternItem item : group.items()) {
      if (item.element() instanceof PatternElement.Assign assign) {
        own.names.add(assign.target().name());
      } else if (item.element() instanceof PatternElement.Group nested) {
        pattern(nested, own);
      } else if (item.element() instanceof PatternElement.Called) {
        own.open = true;
      }
    }
  }

  private void block(OutputNode.Block block, Topic topic, Own own, int depth) {
    block.nodes().forEach(node -> node(node, topic, own, depth));
  }

  private void node(OutputNode node, Topic topic, Own own, int depth) {
    if (node instanceof OutputNode.Choice choice) {
      choice.branches().forEach(branch -> block(branch.body(), topic, own, depth));
    } else if (node instanceof OutputNode.If branches) {
      for (OutputNode.Arm arm : branches.arms()) {
        own.open |= callsSomething(arm.condition());
        block(arm.body(), topic, own, depth);
      }
    } else if (node instanceof OutputNode.Loop loop) {
      block(loop.body(), topic, own, depth);
    } else if (node instanceof OutputNode.Assignment assignment) {
      Variable variable = assignment.target().variable();
      own.open |= assignment.target().named() != null;
      own.names.add(variable == null ? "_" + assignment.target().slot() : variable.name());
      assignment.value().terms().forEach(term -> node(term, topic, own, depth));
    } else if (node instanceof OutputNode.Call call) {
      call(call, topic, own, depth);
    } else if (node instanceof OutputNode.Format format) {
      format.parts().forEach(part -> node(part, topic, own, depth));
    } else {
      own.open |= !(node instanceof Words || node instanceof OutputNode.Value);
    }
  }

  private static boolean callsSomething(OutputNode.@Nullable Condition condition) {
    if (condition instanceof OutputNode.Joined joined) {
      return callsSomething(joined.left()) || callsSomething(joined.right());
    }
    return condition instanceof OutputNode.Succeeds succeeds
        && !succeeds.call().function().name().matches("\\^(notnull|isnull|isnumber|marked)");
  }

  private void call(OutputNode.Call call, Topic topic, Own own, int depth) {
    call.arguments().forEach(argument -> node(argument, topic, own, depth));
    switch (call.function().name()) {
      case "^respond", "^gambit" -> call.arguments().forEach(name -> named(name, topic, own));
      case "^keep",
          "^repeat",
          "^end",
          "^fail",
          "^log",
          "^setnorejoinder",
          "^join",
          "^capitalize" -> {
        // They set nothing.
      }
      case "^reuse" -> own.open |= !reused(call.arguments().get(0), topic, own, depth);
      default -> {
        Macro macro = script.macro(call.function().name());
        if (macro == null || depth > 8) {
          own.open = true;
        } else {
          block(macro.body(), topic, own, depth + 1);
        }
      }
    }
  }

  /** Whether a piece of output may fill match variables itself. */
  static boolean fillsMatchVariables(OutputNode node) {
    if (node instanceof OutputNode.Block block) {
      return block.nodes().stream().anyMatch(Changes::fillsMatchVariables);
    }
    if (node instanceof OutputNode.Choice choice) {
      return choice.branches().stream().anyMatch(branch -> fillsMatchVariables(branch.body()));
    }
    if (node instanceof OutputNode.If branches) {
      return branches.arms().stream()
          .anyMatch(arm -> mayMatch(arm.condition()) || fillsMatchVariables(arm.body()));
    }
    if (node instanceof OutputNode.Loop loop) {
      return fillsMatchVariables(loop.body());
    }
    if (node instanceof OutputNode.Format format) {
      return format.parts().stream().anyMatch(Changes::fillsMatchVariables);
    }
    boolean plain = node instanceof Words || node instanceof OutputNode.Value;
    return !plain
        && !(node instanceof OutputNode.Assignment assignment
            && assignment.target().variable() != null);
  }

  private static boolean mayMatch(OutputNode.@Nullable Condition condition) {
    return condition instanceof OutputNode.Matches
        || condition instanceof OutputNode.Succeeds
        || (condition instanceof OutputNode.Joined joined
            && (mayMatch(joined.left()) || mayMatch(joined.right())));
  }

  private void named(OutputNode name, Topic topic, Own own) {
    boolean found = false;
    if (name instanceof Words words) {
      Topic called = words.text().equals("~") ? topic : script.topic(words.text()).orElse(null);
      found = called != null || words.text().equalsIgnoreCase("FAIL");
      if (called != null) {
        own.called.add(called);
      }
    }
    own.open |= !found;
  }

  private boolean reused(OutputNode label, Topic topic, Own own, int depth) {
    Rule rule = label instanceof Words words ? script.rule(topic, words.text()) : null;
    if (rule == null || depth > 8) {
      return false;
    }
    block(rule.output(), script.topic(rule.topic()), own, depth + 1);
    return true;
  }
}
