package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.running;
import static org.sweetie.engine.script.FunctionSupport.say;
import static org.sweetie.engine.script.FunctionSupport.topicOf;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions that use rules and ask about them. */
final class RuleFunctions {
  private RuleFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.add("^reuse", 1, 3, RuleFunctions::reuse);
    library.gives("^available", 1, 2, RuleFunctions::available);
    library.gives("^getrule", 2, 3, RuleFunctions::getRule);
    library.gives("^findrule", 1, 1, RuleFunctions::findRule);
    library.add("^erase", 0, 1, (performer, call, out) -> mark(performer, call, true));
    library.add("^disable", 1, 2, (performer, call, out) -> mark(performer, call, true));
    library.add("^enable", 1, 2, (performer, call, out) -> mark(performer, call, false));
    library.add("^reset", 1, 1, RuleFunctions::reset);
  }

  private static Flow reuse(Performer performer, Call call, StringBuilder out) {
    performer.flush();
    Conversation conversation = performer.conversation();
    boolean onlyUnused = false;
    boolean mustSpeak = false;
    for (int i = 1; i < call.arguments().size(); i++) {
      boolean fail = argument(performer, call, i).equalsIgnoreCase("FAIL");
      mustSpeak |= fail;
      onlyUnused |= !fail;
    }
    Rule rule = ruleToUse(performer, argument(performer, call, 0), onlyUnused);
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    int before = conversation.responses().size();
    Flow flow = performer.perform(topicOf(performer, rule), rule, false);
    boolean spoke = conversation.responses().size() > before;
    return mustSpeak && !spoke && !flow.isFailure() ? Flow.FAIL_RULE : flow;
  }

  /** The first rule of a label; when only unused ones count, the first of those. */
  private static @Nullable Rule ruleToUse(Performer performer, String name, boolean onlyUnused) {
    Rule first = FunctionSupport.rule(performer, name);
    if (first == null || !onlyUnused) {
      return first;
    }
    Topic topic = topicOf(performer, first);
    Conversation conversation = performer.conversation();
    for (int i = first.index(); i < topic.rules().size(); i++) {
      Rule rule = topic.rules().get(i);
      boolean same =
          rule == first || (!rule.label().isEmpty() && rule.label().equals(first.label()));
      if (same && !conversation.isErased(topic, rule)) {
        return rule;
      }
    }
    return null;
  }

  private static @Nullable String available(Performer performer, Call call) {
    Rule rule = FunctionSupport.rule(performer, argument(performer, call, 0));
    if (rule == null) {
      return null;
    }
    boolean open = !performer.conversation().isErased(topicOf(performer, rule), rule);
    return open ? "1" : call.arguments().size() > 1 ? null : "0";
  }

  /** {@code ^getrule(what rule)}: tag, type, label, topic, pattern, output or usable. */
  private static @Nullable String getRule(Performer performer, Call call) {
    boolean onlyUsable = call.arguments().size() > 2;
    Rule rule = ruleToUse(performer, argument(performer, call, 1), onlyUsable);
    if (rule == null) {
      return null;
    }
    Topic topic = topicOf(performer, rule);
    return switch (lower(performer, call, 0)) {
      case "tag" -> topic.tag(rule);
      case "type" -> String.valueOf(rule.kind());
      case "label" -> rule.label();
      case "topic" -> topic.name();
      case "pattern" -> rule.patternText();
      case "output" -> rule.outputText();
      case "usable" -> performer.conversation().isErased(topic, rule) ? "" : "1";
      default -> null;
    };
  }

  /** The tag of the first rule of a label in any topic. */
  private static @Nullable String findRule(Performer performer, Call call) {
    String label = argument(performer, call, 0).toUpperCase(Locale.ROOT);
    return performer.conversation().script().allTopics().stream()
        .map(topic -> tagOf(topic, label))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String tagOf(Topic topic, String label) {
    Rule rule = topic.labelled(label);
    return rule == null ? null : topic.tag(rule);
  }

  /** {@code ^disable(RULE label)}, {@code (TOPIC ~name)}, a rejoinder, or the label alone. */
  private static Flow mark(Performer performer, Call call, boolean erased) {
    int last = call.arguments().size() - 1;
    String kind = argument(performer, call, 0).toUpperCase(Locale.ROOT);
    Conversation conversation = performer.conversation();
    if (kind.equals("OUTPUTREJOINDER")) {
      conversation.setNextRejoinder(null);
      return Flow.OK;
    }
    if (kind.equals("INPUTREJOINDER")) {
      conversation.setRejoinder(null);
      return Flow.OK;
    }
    if (kind.equals("TOPIC") && last == 1) {
      return TopicFunctions.block(performer, argument(performer, call, 1), erased);
    }
    Rule rule = FunctionSupport.rule(performer, last < 0 ? "~" : argument(performer, call, last));
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = topicOf(performer, rule);
    if (erased) {
      conversation.erase(topic, rule);
    } else {
      conversation.restore(topic, rule);
    }
    return Flow.OK;
  }

  /** {@code ^next(GAMBIT ~)} and its kin: the next rule of a kind below one. */
  static Flow next(Performer performer, Call call, String what, StringBuilder out) {
    String name = argument(performer, call, 1);
    Rule from =
        name.equals("~") && performer.walks().rule() != null
            ? performer.walks().rule()
            : FunctionSupport.rule(performer, name);
    if (from == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = topicOf(performer, from);
    for (int i = from.index() + 1; i < topic.rules().size(); i++) {
      Rule rule = topic.rules().get(i);
      if (what.equals("REJOINDER") && rule.isTopLevel()) {
        return Flow.FAIL_RULE;
      }
      if (isOfKind(rule, what)) {
        performer.walks().moveTo(rule);
        return say(out, topic.tag(rule));
      }
    }
    return Flow.FAIL_RULE;
  }

  private static boolean isOfKind(Rule rule, String what) {
    return switch (what) {
      case "GAMBIT" -> rule.isGambit();
      case "RESPONDER" -> rule.isResponder();
      case "REJOINDER" -> !rule.isTopLevel();
      case "RULE" -> true;
      default -> false;
    };
  }

  /** {@code ^reset(@1)}, a topic, VARIABLES, FACTS, HISTORY, or all of it for USER. */
  private static Flow reset(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    Operand.SetPart set = FunctionSupport.set(performer, call, 0);
    if (set != null) {
      conversation.sets().restart(set.number());
      return Flow.OK;
    }
    String what = argument(performer, call, 0);
    switch (what.toUpperCase(Locale.ROOT)) {
      case "USER" -> conversation.forgetAll();
      case "VARIABLES" -> conversation.variables().lasting().clear();
      case "FACTS" -> conversation.facts().own().forEach(conversation.facts()::delete);
      case "HISTORY" -> conversation.forgetReplies();
      default -> {
        Topic topic =
            what.equals("~") ? running(performer) : conversation.script().topic(what).orElse(null);
        if (topic == null) {
          return Flow.FAIL_RULE;
        }
        conversation.renew(topic);
      }
    }
    return Flow.OK;
  }
}
