package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.isNull;
import static org.sweetie.engine.script.FunctionSupport.lower;
import static org.sweetie.engine.script.FunctionSupport.stream;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Functions that end, repeat and test what runs. */
final class ControlFunctions {
  private ControlFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.add("^end", 1, 2, (performer, call, out) -> ending(performer, call, false));
    library.add("^fail", 1, 2, (performer, call, out) -> ending(performer, call, true));
    library.add("^nofail", 2, 2, ControlFunctions::noFail);
    library.add("^retry", 1, 1, ControlFunctions::retry);
    library.add("^next", 1, 2, ControlFunctions::next);
    library.add("^return", 0, 100, ControlFunctions::giveBack);
    library.add("^notrace", 0, 100, ControlFunctions::perform);
    library.tests("^notnull", 1, 100, (p, call) -> !isNull(stream(p, call, 0)));
    library.tests("^isnull", 1, 100, (p, call) -> isNull(stream(p, call, 0)));
    library.does("^keep", 0, 0, (performer, call) -> performer.keep());
    library.does("^repeat", 0, 0, (performer, call) -> performer.allowRepeat());
    library.gives("^argument", 1, 2, ControlFunctions::argumentOfMacro);
    library.finds("^callstack", 0, 1, ControlFunctions::callStack);
    library.does("^log", 0, 100, (p, call) -> note(p, "log:", call));
    library.does("^bug", 1, 100, (p, call) -> note(p, "error:", call));
    library.add("^input", 1, 100, ControlFunctions::input);
    library.does(
        "^analyze", 1, 100, (p, call) -> p.conversation().heard().analyze(stream(p, call, 0)));
    library.add("^walktopics", 1, 1, ControlFunctions::walkTopics);
    library.add("^walkvariables", 1, 1, ControlFunctions::walkVariables);
    library.does("^addcontext", 2, 2, ControlFunctions::addContext);
    library.does("^clearcontext", 0, 0, (p, call) -> p.conversation().contexts().clear());
    library.gives("^incontext", 1, 1, ControlFunctions::inContext);
  }

  /** What a word such as RULE ends or fails, or null when it is no such word. */
  static @Nullable Flow endingOrNull(String what, boolean failing) {
    return switch (what.toUpperCase(Locale.ROOT)) {
      case "CALL" -> failing ? Flow.FAIL_RULE : Flow.END_CALL;
      case "LOOP" -> failing ? Flow.FAIL_LOOP : Flow.END_LOOP;
      case "RULE" -> failing ? Flow.FAIL_RULE : Flow.END_RULE;
      case "TOPIC" -> failing ? Flow.FAIL_TOPIC : Flow.END_TOPIC;
      case "SENTENCE" -> failing ? Flow.FAIL_SENTENCE : Flow.END_SENTENCE;
      case "INPUT" -> failing ? Flow.FAIL_INPUT : Flow.END_INPUT;
      default -> null;
    };
  }

  private static Flow ending(Performer performer, Call call, boolean failing) {
    Flow flow = endingOrNull(argument(performer, call, 0), failing);
    if (call.arguments().size() > 1) {
      // ^fail(TOPIC ~name) also takes the topic off the list of those at hand.
      performer
          .conversation()
          .script()
          .topic(argument(performer, call, 1))
          .ifPresent(performer.conversation()::removePending);
    }
    return flow == null ? Flow.FAIL_RULE : flow;
  }

  /** Runs script and lets failures up to the named level pass. */
  private static Flow noFail(Performer performer, Call call, StringBuilder out) {
    Flow flow = call.arguments().get(1).perform(performer, out);
    Flow level = endingOrNull(argument(performer, call, 0), true);
    if (flow == Flow.NO_MATCH || flow.isRetry() || level == null) {
      return flow.isRetry() ? flow : Flow.OK;
    }
    return flow.compareTo(level) <= 0 ? Flow.OK : flow;
  }

  /** What a word such as RULE begins again, or null when it is no such word. */
  static @Nullable Flow retryOrNull(String what) {
    return switch (what.toUpperCase(Locale.ROOT)) {
      case "RULE" -> Flow.RETRY_RULE;
      case "TOPRULE" -> Flow.RETRY_TOP_RULE;
      case "TOPIC" -> Flow.RETRY_TOPIC;
      case "SENTENCE" -> Flow.RETRY_SENTENCE;
      case "INPUT" -> Flow.RETRY_INPUT;
      default -> null;
    };
  }

  private static Flow retry(Performer performer, Call call, StringBuilder out) {
    Flow flow = retryOrNull(argument(performer, call, 0));
    if (flow == null) {
      return Flow.FAIL_RULE;
    }
    if (!performer.mayRetry()) {
      performer.conversation().fault("a sixth ^retry in one turn fails");
      return Flow.FAIL_RULE;
    }
    return flow;
  }

  private static Flow next(Performer performer, Call call, StringBuilder out) {
    String what = argument(performer, call, 0).toUpperCase(Locale.ROOT);
    return switch (what) {
      case "LOOP" -> Flow.NEXT_LOOP;
      case "INPUT" -> performer.conversation().heard().next() ? Flow.OK : Flow.FAIL_RULE;
      case "FACT" -> SetFunctions.walk(performer, call, out);
      default -> RuleFunctions.next(performer, call, what, out);
    };
  }

  private static Flow giveBack(Performer performer, Call call, StringBuilder out) {
    performer.macros().giveBack(stream(performer, call, 0));
    return Flow.END_CALL;
  }

  private static Flow perform(Performer performer, Call call, StringBuilder out) {
    for (OutputNode node : call.arguments()) {
      Flow flow = node.perform(performer, out);
      if (flow != Flow.OK) {
        return flow;
      }
    }
    return Flow.OK;
  }

  /** {@code ^argument(n)} of the macro that runs, {@code (n ^macro)} of one further out. */
  private static @Nullable String argumentOfMacro(Performer performer, Call call) {
    String name = call.arguments().size() > 1 ? lower(performer, call, 1) : "";
    CallStack.Entry entry = performer.macros().stack().find(name);
    int number = FunctionSupport.number(performer, call, 0, -1);
    if (entry == null || number < 0 || number > entry.arguments().size()) {
      return null;
    }
    return number == 0 ? "1" : entry.arguments().value(number - 1, performer.conversation());
  }

  private static List<Fact> callStack(Performer performer, Call call) {
    Rule rule = performer.current();
    String tag = rule == null ? "" : FunctionSupport.topicOf(performer, rule).tag(rule);
    List<Fact> found =
        performer.macros().stack().names().stream()
            .map(name -> FactFunctions.passing(performer, name, "callstack", tag))
            .toList();
    Operand.SetPart set = FunctionSupport.set(performer, call, 0);
    if (set != null) {
      performer.conversation().sets().set(set.number(), found);
    }
    return found;
  }

  private static void note(Performer performer, String kind, Call call) {
    StringBuilder text = new StringBuilder(kind);
    for (int i = 0; i < call.arguments().size(); i++) {
      if (!SpeechFunctions.isFlag(call.arguments().get(i))) {
        Joining.append(text, argument(performer, call, i));
      }
    }
    performer.conversation().note(text.toString());
  }

  /** Puts text back as the sentences that come next. */
  private static Flow input(Performer performer, Call call, StringBuilder out) {
    return performer.conversation().heard().insert(stream(performer, call, 0))
        ? Flow.OK
        : Flow.FAIL_RULE;
  }

  private static Flow walkTopics(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    List<String> names =
        conversation.script().allTopics().stream()
            .filter(topic -> topic.isFor(conversation.settings().bot()))
            .map(Topic::name)
            .toList();
    return walk(performer, call, names, out);
  }

  private static Flow walkVariables(Performer performer, Call call, StringBuilder out) {
    List<String> names = List.copyOf(performer.conversation().variables().lasting().keySet());
    return walk(performer, call, names, out);
  }

  private static Flow walk(Performer performer, Call call, List<String> names, StringBuilder out) {
    Macro macro = performer.conversation().script().macro(lower(performer, call, 0));
    if (macro == null || !macro.takes(1)) {
      return Flow.FAIL_RULE;
    }
    for (String name : names) {
      Flow flow = performer.macros().call(macro, Arguments.ofTexts(List.of(name)), out);
      if (flow != Flow.OK) {
        return flow;
      }
    }
    return Flow.OK;
  }

  // Contexts.

  private static void addContext(Performer performer, Call call) {
    String topic = lower(performer, call, 0);
    Topic running = FunctionSupport.running(performer);
    String name = topic.equals("~") && running != null ? running.name() : topic;
    performer.conversation().contexts().enter(name, argument(performer, call, 1));
  }

  /** How many turns ago a label spoke, if that was one of the last five. */
  private static @Nullable String inContext(Performer performer, Call call) {
    String label = argument(performer, call, 0);
    int dot = label.startsWith("~") ? label.lastIndexOf('.') : -1;
    Topic running = FunctionSupport.running(performer);
    String own = running == null ? "" : running.name();
    Integer ago =
        performer
            .conversation()
            .contexts()
            .ago(dot < 0 ? own : label.substring(0, dot), label.substring(dot + 1));
    return ago == null ? null : Integer.toString(ago);
  }
}
