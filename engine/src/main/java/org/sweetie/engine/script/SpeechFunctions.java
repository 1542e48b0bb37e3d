package org.sweetie.engine.script;

import static org.sweetie.engine.script.FunctionSupport.argument;
import static org.sweetie.engine.script.FunctionSupport.number;
import static org.sweetie.engine.script.FunctionSupport.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Words;

/** Functions that say something as a reply of its own, or ask what was said. */
final class SpeechFunctions {
  private SpeechFunctions() {}

  static void addTo(FunctionSupport.Library library) {
    library.does("^flushoutput", 0, 0, (performer, call) -> performer.flush());
    library.add("^eval", 1, 100, SpeechFunctions::eval);
    library.add("^print", 1, 100, SpeechFunctions::print);
    library.does("^preprint", 1, 100, (p, call) -> p.sayAt(0, said(p, call, 0)));
    library.add("^insertprint", 2, 100, SpeechFunctions::insertPrint);
    library.does("^postprintbefore", 1, 100, (p, call) -> attach(p, call, true));
    library.does("^postprintafter", 1, 100, (p, call) -> attach(p, call, false));
    library.tests("^reviseoutput", 2, 100, SpeechFunctions::revise);
    library.gives("^response", 1, 1, SpeechFunctions::response);
    library.gives("^responsequestion", 1, 1, SpeechFunctions::responseQuestion);
    library.gives("^responseruleid", 1, 1, SpeechFunctions::responseRule);
  }

  /** Flags such as OUTPUT_ECHO, alone or several in parentheses, are no part of what is said. */
  static boolean isFlag(OutputNode node) {
    if (node instanceof OutputNode.Sublist list) {
      return list.nodes().stream().allMatch(SpeechFunctions::isFlag);
    }
    return node instanceof Words words && words.text().matches("(OUTPUT|RESPONSE)_[A-Z_]+");
  }

  private static boolean asksForValue(OutputNode node) {
    return node instanceof Words words && words.text().equals("OUTPUT_RETURNVALUE_ONLY");
  }

  private static int firstWord(Call call, int from) {
    int first = from;
    while (first < call.arguments().size() && isFlag(call.arguments().get(first))) {
      first++;
    }
    return first;
  }

  private static String said(Performer performer, Call call, int from) {
    return stream(performer, call, firstWord(call, from));
  }

  /** Script kept in a table as {@code ^"…"} is run; anything else is its own value. */
  private static Flow eval(Performer performer, Call call, StringBuilder out) {
    String text = said(performer, call, 0);
    OutputNode.Block script = performer.conversation().script().knowledge().scripts().get(text);
    if (script == null) {
      return FunctionSupport.say(out, unquoted(call, text));
    }
    performer.steps().enter();
    Flow flow = script.perform(performer, out);
    performer.steps().leave();
    return flow;
  }

  private static String unquoted(Call call, String text) {
    boolean asked =
        call.arguments().get(0) instanceof Words words && words.text().equals("OUTPUT_NOQUOTES");
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return asked && quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** Says something as a reply of its own, or gives it back when a flag asks for that. */
  private static Flow print(Performer performer, Call call, StringBuilder out) {
    String text = said(performer, call, 0);
    boolean value =
        call.arguments().stream()
            .anyMatch(
                node ->
                    asksForValue(node)
                        || (node instanceof OutputNode.Sublist list
                            && list.nodes().stream().anyMatch(SpeechFunctions::asksForValue)));
    if (value) {
      return FunctionSupport.say(out, text);
    }
    performer.flush();
    performer.sayAt(performer.conversation().responses().size(), text);
    return Flow.OK;
  }

  /** {@code ^insertprint(2 …)} before the second reply, {@code (~topic …)} before a topic's. */
  private static Flow insertPrint(Performer performer, Call call, StringBuilder out) {
    String where = argument(performer, call, 0);
    Conversation conversation = performer.conversation();
    int index = Numbers.isNumber(where) ? Numbers.parse(where).intValue() - 1 : -1;
    for (int i = 0; i < conversation.fired().size() && where.startsWith("~"); i++) {
      if (conversation.fired().get(i).topic().equalsIgnoreCase(where)) {
        index = i;
        break;
      }
    }
    if (index < 0 || index > conversation.responses().size()) {
      return Flow.FAIL_RULE;
    }
    performer.sayAt(index, said(performer, call, 1));
    return Flow.OK;
  }

  /** Sets something before the first reply or behind the last, when the turn is over. */
  private static void attach(Performer performer, Call call, boolean before) {
    List<String> responses = performer.conversation().responses();
    String text = said(performer, call, 0);
    if (responses.isEmpty()) {
      performer.sayAt(0, text);
    } else if (before) {
      responses.set(0, text + " " + responses.get(0));
    } else {
      int last = responses.size() - 1;
      responses.set(last, responses.get(last) + " " + text);
    }
  }

  private static boolean revise(Performer performer, Call call) {
    List<String> responses = performer.conversation().responses();
    int index = number(performer, call, 0, 0) - 1;
    if (index < 0 || index >= responses.size()) {
      return false;
    }
    responses.set(index, Replies.finish(new StringBuilder(stream(performer, call, 1))));
    return true;
  }

  private static @Nullable String response(Performer performer, Call call) {
    List<String> responses = performer.conversation().responses();
    int index = number(performer, call, 0, 0) - 1;
    return index >= 0 && index < responses.size() ? responses.get(index) : null;
  }

  private static @Nullable String responseQuestion(Performer performer, Call call) {
    String response = response(performer, call);
    return response == null ? null : response.endsWith("?") ? "1" : "";
  }

  /** The tag of the rule behind a reply; -1 asks for all. */
  private static @Nullable String responseRule(Performer performer, Call call) {
    List<FiredRule> fired = performer.conversation().fired();
    int number = number(performer, call, 0, 0);
    if (number == -1) {
      return String.join(" ", fired.stream().map(FiredRule::tag).toList());
    }
    return number >= 1 && number <= fired.size() ? fired.get(number - 1).tag() : null;
  }
}
