package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.isNull;
import static org.sweetie.engine.script.FunctionSupport.topicOf;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions about the rules below a rule. */
final class RejoinderFunctions {
  private RejoinderFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.add("^refine", 0, 2, RejoinderFunctions::refine);
    library.add("^sequence", 0, 1, RejoinderFunctions::sequence);
    library.add("^rejoinder", 0, 1, RejoinderFunctions::rejoinder);
    library.tests("^setrejoinder", 1, 2, RejoinderFunctions::setRejoinder);
    library.does("^setnorejoinder", 0, 0, (performer, call) -> performer.rejoinders().block());
    library.does("^norejoinder", 0, 0, (performer, call) -> performer.rejoinders().block());
  }

  private static Flow refine(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    boolean mustSpeak = false;
    String name = "";
    for (int i = 0; i < call.arguments().size(); i++) {
      String word = argument(performer, call, i);
      mustSpeak |= word.equalsIgnoreCase("FAIL");
      name = word.equalsIgnoreCase("FAIL") ? name : word;
    }
    Rule rule = start(performer, name);
    Rule first = rule == null ? null : firstBelow(performer, rule);
    if (rule == null || first == null) {
      return rule == null || mustSpeak ? Flow.FAIL_RULE : Flow.OK;
    }
    performer.flush();
    int before = conversation.responses().size();
    Flow flow = performer.rejoinders().runLevel(topicOf(performer, rule), first, true);
    boolean spoke = conversation.responses().size() > before;
    if (mustSpeak && !spoke && !flow.isRetry()) {
      return Flow.FAIL_RULE;
    }
    return flow.leavesTopic() ? flow : Flow.OK;
  }

  /** The rule named, or the running one, which then offers no rejoinders of its own. */
  private static @Nullable Rule start(Performer performer, String name) {
    if (!name.isEmpty()) {
      return FunctionSupport.rule(performer, name);
    }
    performer.rejoinders().block();
    return performer.current();
  }

  private static @Nullable Rule firstBelow(Performer performer, Rule rule) {
    return Rejoinders.first(topicOf(performer, rule), rule, (char) 0);
  }

  /** Runs every rejoinder that matches, until one fails. */
  private static Flow sequence(Performer performer, Call call, StringBuilder out) {
    Rule rule = start(performer, argument(performer, call, 0));
    Rule first = rule == null ? null : firstBelow(performer, rule);
    if (rule == null || first == null) {
      return rule == null ? Flow.FAIL_RULE : Flow.OK;
    }
    performer.flush();
    Topic topic = topicOf(performer, rule);
    for (int i = first.index(); i < topic.rules().size(); i++) {
      Rule next = topic.rules().get(i);
      if (next.isTopLevel() || next.kind() < first.kind()) {
        break;
      }
      Flow flow = next.kind() == first.kind() ? performer.tryRule(topic, next, true) : Flow.OK;
      if (flow.leavesTopic() || flow == Flow.FAIL_TOPIC) {
        return flow;
      }
      if (flow == Flow.FAIL_RULE) {
        return flow;
      }
    }
    return Flow.OK;
  }

  private static Flow rejoinder(Performer performer, Call call, StringBuilder out) {
    performer.flush();
    if (call.arguments().isEmpty()) {
      return performer.rejoinders().run();
    }
    Rule rule = FunctionSupport.rule(performer, argument(performer, call, 0));
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Rule first = firstBelow(performer, rule);
    return first == null
        ? Flow.OK
        : performer.rejoinders().runLevel(topicOf(performer, rule), first, false);
  }

  /** {@code (label)}, {@code (output label)}, {@code (input label)}, {@code (copy tag)}. */
  private static boolean setRejoinder(Performer performer, Call call) {
    Conversation conversation = performer.conversation();
    String kind = argument(performer, call, 0).toLowerCase(Locale.ROOT);
    boolean hasKind = kind.matches("input|output|copy");
    String name = hasKind ? argument(performer, call, 1) : argument(performer, call, 0);
    Rule first = null;
    if (!isNull(name)) {
      Rule rule = FunctionSupport.rule(performer, name);
      if (rule == null) {
        return false;
      }
      first = kind.equals("copy") ? rule : firstBelow(performer, rule);
    }
    if (kind.equals("input")) {
      conversation.setRejoinder(first);
    } else {
      conversation.setNextRejoinder(first);
    }
    return true;
  }
}
