package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** What the functions of a script share: their arguments, their values, their names. */
final class FunctionSupport {
  private FunctionSupport() {}

  /** Collects the functions of one sort under their names. */
  static final class Library {
    private final Map<String, Function> functions;

    Library(Map<String, Function> functions) {
      this.functions = functions;
    }

    /** Adds a function that says or does something. */
    void add(String name, int least, int most, Function.Body body) {
      functions.put(name, new Function(name, least, most, body));
    }

    /** Adds a function that only does something. */
    void does(String name, int least, int most, Action action) {
      add(
          name,
          least,
          most,
          (performer, call, out) -> {
            action.run(performer, call);
            return Flow.OK;
          });
    }

    /** Adds a function that fails or does not. */
    void tests(String name, int least, int most, Test test) {
      add(
          name,
          least,
          most,
          (performer, call, out) -> test.passes(performer, call) ? Flow.OK : Flow.FAIL_RULE);
    }

    /** Adds a function that gives a text; null fails. */
    void gives(String name, int least, int most, Text text) {
      add(name, least, most, (performer, call, out) -> sayOrFail(out, text.of(performer, call)));
    }

    /** Adds a function that finds facts; outside an assignment they go to {@code @0}. */
    void finds(String name, int least, int most, Function.Facts facts) {
      Function.Body body =
          (performer, call, out) -> keep(performer, 0, facts.find(performer, call));
      functions.put(name, new Function(name, least, most, body, facts));
    }

    /** Adds a function that gives text in a line and facts to a set. */
    void both(String name, int least, int most, Function.Body body, Function.Facts facts) {
      functions.put(name, new Function(name, least, most, body, facts));
    }
  }

  /** Something done. */
  interface Action {
    void run(Performer performer, Call call);
  }

  /** Something tested. */
  interface Test {
    boolean passes(Performer performer, Call call);
  }

  /** Something said; null when it cannot be. */
  interface Text {
    @Nullable String of(Performer performer, Call call);
  }

  static Flow keep(Performer performer, int set, @Nullable List<Fact> facts) {
    if (facts == null) {
      return Flow.FAIL_RULE;
    }
    performer.conversation().sets().set(set, facts);
    return facts.isEmpty() ? Flow.FAIL_RULE : Flow.OK;
  }

  static Flow say(StringBuilder out, String text) {
    Joining.append(out, text);
    return Flow.OK;
  }

  static Flow sayOrFail(StringBuilder out, @Nullable String text) {
    return text == null ? Flow.FAIL_RULE : say(out, text);
  }

  static Flow test(boolean passed) {
    return passed ? Flow.OK : Flow.FAIL_RULE;
  }

  // Arguments.

  /** The text of an argument, empty when there is none. */
  static String argument(Performer performer, Call call, int index) {
    return index < call.arguments().size() ? performer.evaluate(call.arguments().get(index)) : "";
  }

  static String lower(Performer performer, Call call, int index) {
    return argument(performer, call, index).toLowerCase(Locale.ROOT);
  }

  /** All arguments from one on, set one after another as in a reply. */
  static String stream(Performer performer, Call call, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < call.arguments().size(); i++) {
      Joining.append(text, performer.evaluate(call.arguments().get(i)));
    }
    return text.toString();
  }

  static List<String> all(Performer performer, Call call, int from) {
    List<String> texts = new ArrayList<>();
    for (int i = from; i < call.arguments().size(); i++) {
      texts.add(argument(performer, call, i));
    }
    return texts;
  }

  static int number(Performer performer, Call call, int index, int otherwise) {
    String text = argument(performer, call, index);
    return Numbers.isNumber(text) ? Numbers.parse(text).intValue() : otherwise;
  }

  /** What an argument stands for: a variable, match variable, set, or a text. */
  static Operand operand(Performer performer, Call call, int index) {
    if (index >= call.arguments().size()) {
      return Operand.text("");
    }
    OutputNode node = call.arguments().get(index);
    Operand operand =
        node instanceof OutputNode.Value value
            ? value.operand().now(performer.conversation())
            : Operand.text(performer.evaluate(node));
    return operand instanceof Operand.Literal literal ? Operand.named(literal.text()) : operand;
  }

  /** The set an argument names, or null. */
  static Operand.@Nullable SetPart set(Performer performer, Call call, int index) {
    Operand operand = operand(performer, call, index);
    if (operand instanceof Variable variable) {
      operand = Operand.named(variable.value(performer.conversation()));
    }
    return operand instanceof Operand.SetPart part ? part : null;
  }

  /** The match variable an argument names, or -1. */
  static int slot(Performer performer, Call call, int index) {
    return operand(performer, call, index) instanceof Operand.Captured captured
        ? captured.slot()
        : -1;
  }

  static boolean isNull(String value) {
    return value.isEmpty() || value.equals("null");
  }

  // Names.

  static @Nullable Topic running(Performer performer) {
    return performer.conversation().running();
  }

  /** The rule of a label or tag; {@code ~} is the running one, {@code 0} the one above it. */
  static @Nullable Rule rule(Performer performer, String name) {
    Rule current = performer.current();
    if (name.equals("~")) {
      return current;
    }
    if (name.equals("0") && current != null) {
      Topic topic = performer.conversation().script().topic(current.topic());
      return Performer.topLevelOf(topic, current);
    }
    return performer.conversation().script().rule(running(performer), name);
  }

  static Topic topicOf(Performer performer, Rule rule) {
    return performer.conversation().script().topic(rule.topic());
  }
}
