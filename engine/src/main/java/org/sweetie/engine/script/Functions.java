package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Function.Body;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.Performer.Mode;

/** The functions of ChatScript that the engine has. */
final class Functions {
  private static final Map<String, Function> BY_NAME = new TreeMap<>();

  static {
    control();
    topics();
    rejoinders();
    words();
  }

  private Functions() {}

  /** The function of a name, with or without its caret, or null. */
  static @Nullable Function named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BY_NAME.get(lower.startsWith("^") ? lower : "^" + lower);
  }

  /** Stands for a macro of the script, which may be defined further down. */
  static Function macro(String name) {
    return new Function(
        name,
        0,
        30,
        (performer, call, out) -> {
          List<String> values = new ArrayList<>();
          call.arguments().forEach(argument -> values.add(performer.evaluate(argument)));
          Macro macro = performer.conversation().script().macro(name);
          return macro == null ? Flow.FAIL_RULE : performer.callMacro(macro, values, out);
        });
  }

  /** Stands for a call that would leave the engine: it fails, and the trace says so. */
  static Function outside(String name) {
    return new Function(
        name,
        0,
        100,
        (performer, call, out) -> {
          performer.conversation().note(name + " reaches outside the engine; the rule fails");
          return Flow.FAIL_RULE;
        });
  }

  private static void add(String name, int least, int most, Body body) {
    BY_NAME.put(name, new Function(name, least, most, body));
  }

  private static void control() {
    add("^end", 1, 1, (performer, call, out) -> ending(argument(performer, call, 0), false));
    add("^fail", 1, 1, (performer, call, out) -> ending(argument(performer, call, 0), true));
    add("^nofail", 2, 2, Functions::noFail);
    add("^return", 0, 1, Functions::giveBack);
    add("^print", 1, 20, Functions::print);
    add("^keep", 0, 0, (performer, call, out) -> quietly(performer::keep));
    add("^repeat", 0, 0, (performer, call, out) -> quietly(performer::allowRepeat));
    add("^flushoutput", 0, 0, (performer, call, out) -> quietly(performer::flush));
    add("^eval", 1, 1, (performer, call, out) -> say(out, argument(performer, call, 0)));
    add("^erase", 0, 1, (performer, call, out) -> disable(performer, call));
    add("^disable", 1, 2, (performer, call, out) -> disable(performer, call));
    add("^enable", 1, 2, (performer, call, out) -> enable(performer, call));
    add("^log", 0, 100, Functions::log);
  }

  private static void topics() {
    add("^reuse", 1, 30, Functions::reuse);
    add("^respond", 1, 10, (performer, call, out) -> run(performer, call, Mode.RESPOND));
    add("^gambit", 1, 10, (performer, call, out) -> run(performer, call, Mode.GAMBIT));
    add("^addtopic", 1, 1, Functions::addTopic);
    add("^poptopic", 0, 1, Functions::popTopic);
    add("^cleartopics", 0, 0, Functions::clearTopics);
    add("^keywordtopics", 0, 1, Functions::keywordTopics);
    add("^gambittopics", 0, 0, Functions::gambitTopics);
    add("^pendingtopics", 0, 0, Functions::pendingTopics);
    add("^hasgambit", 1, 1, Functions::hasGambit);
    add("^lastused", 2, 2, Functions::lastUsed);
    add("^available", 1, 2, Functions::available);
  }

  private static void rejoinders() {
    add("^refine", 0, 1, Functions::refine);
    add("^rejoinder", 0, 1, Functions::rejoinder);
    add("^setrejoinder", 1, 2, Functions::setRejoinder);
    add("^setnorejoinder", 0, 0, (performer, call, out) -> quietly(performer::blockRejoinder));
  }

  private static void words() {
    add("^length", 1, 1, Functions::length);
    add("^join", 1, 20, Functions::join);
    add("^first", 1, 1, (performer, call, out) -> oneOf(performer, call, out, "first"));
    add("^last", 1, 1, (performer, call, out) -> oneOf(performer, call, out, "last"));
    add("^pick", 1, 1, (performer, call, out) -> oneOf(performer, call, out, "pick"));
    add("^marked", 1, 1, Functions::marked);
    add("^notnull", 1, 1, (performer, call, out) -> test(!isNull(argument(performer, call, 0))));
    add("^isnull", 1, 1, (performer, call, out) -> test(isNull(argument(performer, call, 0))));
    add(
        "^isnumber",
        1,
        1,
        (performer, call, out) -> test(Numbers.isNumber(argument(performer, call, 0))));
    add(
        "^uppercase",
        1,
        1,
        (performer, call, out) -> say(out, argument(performer, call, 0).toUpperCase(Locale.ROOT)));
    add(
        "^lowercase",
        1,
        1,
        (performer, call, out) -> say(out, argument(performer, call, 0).toLowerCase(Locale.ROOT)));
    add("^original", 1, 1, Functions::original);
    add("^canon", 1, 1, Functions::canon);
    add("^substitute", 4, 4, Functions::substitute);
    add("^getrule", 2, 2, Functions::getRule);
    add(
        "^capitalize",
        1,
        1,
        (performer, call, out) -> say(out, Replies.capitalised(argument(performer, call, 0))));
  }

  // Helpers.

  private static String argument(Performer performer, Call call, int index) {
    return index < call.arguments().size() ? performer.evaluate(call.arguments().get(index)) : "";
  }

  private static Flow quietly(Runnable action) {
    action.run();
    return Flow.OK;
  }

  private static Flow say(StringBuilder out, String text) {
    Joining.append(out, text);
    return Flow.OK;
  }

  private static Flow test(boolean passed) {
    return passed ? Flow.OK : Flow.FAIL_RULE;
  }

  private static boolean isNull(String value) {
    return value.isEmpty() || value.equals("null");
  }

  // Control.

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

  private static Flow ending(String what, boolean failing) {
    Flow flow = endingOrNull(what, failing);
    return flow == null ? Flow.FAIL_RULE : flow;
  }

  /** Runs its second argument and lets failures up to the named level pass. */
  private static Flow noFail(Performer performer, Call call, StringBuilder out) {
    Flow flow = call.arguments().get(1).perform(performer, out);
    Flow level = ending(argument(performer, call, 0), true);
    return flow == Flow.NO_MATCH || flow.compareTo(level) <= 0 ? Flow.OK : flow;
  }

  private static Flow log(Performer performer, Call call, StringBuilder out) {
    StringBuilder text = new StringBuilder("log:");
    for (OutputNode argument : call.arguments()) {
      Joining.append(text, performer.evaluate(argument));
    }
    performer.conversation().note(text.toString());
    return Flow.OK;
  }

  private static Flow disable(Performer performer, Call call) {
    return mark(performer, call, true);
  }

  private static Flow enable(Performer performer, Call call) {
    return mark(performer, call, false);
  }

  /** {@code ^disable(RULE label)}, or the label alone, {@code ~} for the running rule. */
  private static Flow mark(Performer performer, Call call, boolean erased) {
    int last = call.arguments().size() - 1;
    String name = last < 0 ? "~" : argument(performer, call, last);
    Conversation conversation = performer.conversation();
    if (name.equalsIgnoreCase("OUTPUTREJOINDER")) {
      conversation.setNextRejoinder(null);
      performer.blockRejoinder();
      return Flow.OK;
    }
    Rule rule =
        name.equals("~")
            ? performer.current()
            : conversation.script().rule(running(performer), name);
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = conversation.script().topic(rule.topic());
    if (erased) {
      conversation.erase(topic, rule);
    } else {
      conversation.restore(topic, rule);
    }
    return Flow.OK;
  }

  private static @Nullable Topic running(Performer performer) {
    return performer.conversation().running();
  }

  private static Flow giveBack(Performer performer, Call call, StringBuilder out) {
    performer.giveBack(argument(performer, call, 0));
    return Flow.END_CALL;
  }

  /** Says something as a reply of its own. */
  private static Flow print(Performer performer, Call call, StringBuilder out) {
    performer.flush();
    call.arguments().forEach(argument -> Joining.append(out, performer.evaluate(argument)));
    performer.flush();
    return Flow.OK;
  }

  // Topics and rules.

  private static Flow keywordTopics(Performer performer, Call call, StringBuilder out) {
    return names(performer.conversation().topicsByKeyword(), out);
  }

  private static Flow pendingTopics(Performer performer, Call call, StringBuilder out) {
    List<Topic> pending = new ArrayList<>(performer.conversation().pending());
    Collections.reverse(pending);
    return names(pending, out);
  }

  private static Flow gambitTopics(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    return names(
        conversation.script().topicsWithGambits().stream()
            .filter(topic -> topic.isFor(conversation.settings().bot()))
            .filter(
                topic ->
                    topic.gambits().stream().anyMatch(rule -> !conversation.isErased(topic, rule)))
            .toList(),
        out);
  }

  private static Flow names(List<Topic> topics, StringBuilder out) {
    topics.forEach(topic -> out.append(out.isEmpty() ? "" : " ").append(topic.name()));
    return Flow.OK;
  }

  private static Flow reuse(Performer performer, Call call, StringBuilder out) {
    performer.flush();
    Conversation conversation = performer.conversation();
    Rule rule = conversation.script().rule(running(performer), argument(performer, call, 0));
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = conversation.script().topic(rule.topic());
    boolean onlyUnused = false;
    boolean mustSpeak = false;
    for (int i = 1; i < call.arguments().size(); i++) {
      boolean fail = argument(performer, call, i).equalsIgnoreCase("FAIL");
      mustSpeak |= fail;
      onlyUnused |= !fail;
    }
    if (onlyUnused && conversation.isErased(topic, rule)) {
      return Flow.FAIL_RULE;
    }
    int before = conversation.responses().size();
    Flow flow = performer.perform(topic, rule, false);
    boolean spoke = conversation.responses().size() > before;
    return mustSpeak && !spoke && !flow.isFailure() ? Flow.FAIL_RULE : flow;
  }

  private static Flow run(Performer performer, Call call, Mode mode) {
    performer.flush();
    Conversation conversation = performer.conversation();
    int before = conversation.responses().size();
    boolean mustSpeak = false;
    for (int i = 0; i < call.arguments().size(); i++) {
      String name = argument(performer, call, i);
      if (name.equalsIgnoreCase("FAIL")) {
        mustSpeak = true;
        continue;
      }
      List<Topic> topics = topics(performer, name);
      if (topics.isEmpty() && name.startsWith("~")) {
        return Flow.FAIL_RULE;
      }
      for (Topic topic : topics) {
        Flow flow = performer.runTopic(topic, mode);
        if (flow != Flow.OK || conversation.responses().size() > before) {
          return flow;
        }
      }
    }
    return mustSpeak ? Flow.FAIL_RULE : Flow.OK;
  }

  /** What a call names: a topic, {@code ~} for this one, PENDING, or a keyword of topics. */
  private static List<Topic> topics(Performer performer, String name) {
    Conversation conversation = performer.conversation();
    if (name.equals("~")) {
      Topic topic = running(performer);
      return topic == null ? List.of() : List.of(topic);
    }
    if (name.equalsIgnoreCase("PENDING")) {
      List<Topic> pending = new ArrayList<>(conversation.pending());
      Collections.reverse(pending);
      pending.remove(running(performer));
      return pending;
    }
    if (name.startsWith("~")) {
      return conversation.script().topic(name).map(List::of).orElse(List.of());
    }
    return conversation.script().topicsWithKeyword(name);
  }

  private static Flow addTopic(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    conversation.script().topic(argument(performer, call, 0)).ifPresent(conversation::addPending);
    return Flow.OK;
  }

  private static Flow popTopic(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    if (call.arguments().isEmpty()) {
      Topic topic = running(performer);
      if (topic != null) {
        conversation.removePending(topic);
      }
      return Flow.FAIL_TOPIC;
    }
    conversation
        .script()
        .topic(argument(performer, call, 0))
        .ifPresent(conversation::removePending);
    return Flow.OK;
  }

  private static Flow clearTopics(Performer performer, Call call, StringBuilder out) {
    performer.conversation().pending().clear();
    return Flow.OK;
  }

  private static Flow hasGambit(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    return test(
        topics(performer, argument(performer, call, 0)).stream()
            .anyMatch(
                topic ->
                    topic.gambits().stream()
                        .anyMatch(rule -> !conversation.isErased(topic, rule))));
  }

  private static Flow lastUsed(Performer performer, Call call, StringBuilder out) {
    List<Topic> named = topics(performer, argument(performer, call, 0));
    if (named.isEmpty()) {
      return Flow.FAIL_RULE;
    }
    String what = argument(performer, call, 1).toUpperCase(Locale.ROOT);
    int turn = performer.conversation().use(named.get(0)).last(what);
    return say(out, Integer.toString(turn));
  }

  private static Flow available(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    Rule rule = conversation.script().rule(running(performer), argument(performer, call, 0));
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    boolean open = !conversation.isErased(conversation.script().topic(rule.topic()), rule);
    if (!open && call.arguments().size() > 1) {
      return Flow.FAIL_RULE;
    }
    return say(out, open ? "1" : "0");
  }

  // Rejoinders.

  private static Flow refine(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    String name = argument(performer, call, 0);
    boolean own = name.isEmpty() || name.equalsIgnoreCase("FAIL");
    Rule rule = own ? performer.current() : conversation.script().rule(running(performer), name);
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    if (own) {
      performer.blockRejoinder();
    }
    Topic topic = conversation.script().topic(rule.topic());
    Rule first = Performer.firstRejoinder(topic, rule, (char) 0);
    if (first == null) {
      return name.equalsIgnoreCase("FAIL") ? Flow.FAIL_RULE : Flow.OK;
    }
    performer.flush();
    int before = conversation.responses().size();
    Flow flow = performer.runLevel(topic, first, true);
    boolean spoke = conversation.responses().size() > before;
    if (name.equalsIgnoreCase("FAIL") && !spoke) {
      return Flow.FAIL_RULE;
    }
    return flow.leavesTopic() ? flow : Flow.OK;
  }

  private static Flow rejoinder(Performer performer, Call call, StringBuilder out) {
    performer.flush();
    Conversation conversation = performer.conversation();
    if (call.arguments().isEmpty()) {
      return performer.runRejoinders();
    }
    Rule rule = conversation.script().rule(running(performer), argument(performer, call, 0));
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = conversation.script().topic(rule.topic());
    Rule first = Performer.firstRejoinder(topic, rule, (char) 0);
    return first == null ? Flow.OK : performer.runLevel(topic, first, false);
  }

  /** {@code ^setrejoinder(label)}, {@code (output label)}, {@code (input label)}, or null. */
  private static Flow setRejoinder(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    int last = call.arguments().size() - 1;
    boolean input = last > 0 && argument(performer, call, 0).equalsIgnoreCase("input");
    String name = argument(performer, call, last);
    Rule first = null;
    if (!isNull(name)) {
      Rule rule = conversation.script().rule(running(performer), name);
      if (rule == null) {
        return Flow.FAIL_RULE;
      }
      first = Performer.firstRejoinder(conversation.script().topic(rule.topic()), rule, (char) 0);
    }
    if (input) {
      conversation.setRejoinder(first);
    } else {
      conversation.setNextRejoinder(first);
    }
    return Flow.OK;
  }

  // Words.

  /** The words behind a match variable as typed. */
  private static Flow original(Performer performer, Call call, StringBuilder out) {
    if (call.arguments().get(0) instanceof OutputNode.Value value
        && value.operand() instanceof Operand.Captured captured) {
      return say(out, performer.conversation().captures().text(captured.slot(), true));
    }
    return say(out, argument(performer, call, 0));
  }

  private static Flow canon(Performer performer, Call call, StringBuilder out) {
    StringBuilder words = new StringBuilder();
    for (String word : argument(performer, call, 0).split("[ _]+", -1)) {
      Joining.append(words, performer.conversation().script().canonical(word));
    }
    return say(out, words.toString());
  }

  /** {@code ^substitute(word text find replacement)}, or {@code character}; never a pattern. */
  private static Flow substitute(Performer performer, Call call, StringBuilder out) {
    String mode = argument(performer, call, 0).toLowerCase(Locale.ROOT);
    String text = argument(performer, call, 1);
    String find = argument(performer, call, 2);
    String replacement = argument(performer, call, 3);
    if (find.isEmpty()) {
      return Flow.FAIL_RULE;
    }
    if (mode.startsWith("c")) {
      return say(out, text.replace(find, replacement));
    }
    String quoted = "(?<![\\p{L}\\p{N}])" + Pattern.quote(find) + "(?![\\p{L}\\p{N}])";
    Pattern words = Pattern.compile(quoted, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    String literal = java.util.regex.Matcher.quoteReplacement(replacement);
    return say(out, words.matcher(text).replaceAll(literal));
  }

  /** {@code ^getrule(what rule)}: tag, type, label, topic or usable; {@code ~} is this rule. */
  private static Flow getRule(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    String name = argument(performer, call, 1);
    Rule rule =
        name.equals("~")
            ? performer.current()
            : conversation.script().rule(running(performer), name);
    if (rule == null) {
      return Flow.FAIL_RULE;
    }
    Topic topic = conversation.script().topic(rule.topic());
    return switch (argument(performer, call, 0).toLowerCase(Locale.ROOT)) {
      case "tag" -> say(out, topic.tag(rule));
      case "type" -> say(out, String.valueOf(rule.kind()));
      case "label" -> say(out, rule.label());
      case "topic" -> say(out, topic.name());
      case "usable" -> say(out, conversation.isErased(topic, rule) ? "" : "1");
      default -> Flow.FAIL_RULE;
    };
  }

  private static Flow length(Performer performer, Call call, StringBuilder out) {
    if (call.arguments().get(0) instanceof OutputNode.Value value
        && value.operand() instanceof Operand.SetPart part) {
      return say(out, Integer.toString(performer.conversation().sets().get(part.number()).size()));
    }
    return lengthOf(performer, argument(performer, call, 0), out);
  }

  private static Flow lengthOf(Performer performer, String value, StringBuilder out) {
    if (value.startsWith("~")) {
      return say(out, Integer.toString(performer.conversation().script().membersOf(value).size()));
    }
    return say(out, Integer.toString(value.codePointCount(0, value.length())));
  }

  private static Flow join(Performer performer, Call call, StringBuilder out) {
    StringBuilder joined = new StringBuilder();
    for (OutputNode argument : call.arguments()) {
      joined.append(performer.evaluate(argument));
    }
    return say(out, joined.toString());
  }

  /** A member of a concept, or a name out of a set of topics. */
  private static Flow oneOf(Performer performer, Call call, StringBuilder out, String which) {
    TopicSets sets = performer.conversation().sets();
    boolean isSet =
        call.arguments().get(0) instanceof OutputNode.Value value
            && value.operand() instanceof Operand.SetPart;
    List<String> members =
        isSet
            ? sets.get(setNumber(call))
            : performer.conversation().script().membersOf(argument(performer, call, 0));
    if (members.isEmpty()) {
      return Flow.FAIL_RULE;
    }
    int index =
        switch (which) {
          case "first" -> 0;
          case "last" -> members.size() - 1;
          default -> performer.chance().below(members.size());
        };
    // What is taken from a set is no longer in it, so that a loop comes to an end.
    return say(out, isSet ? members.remove(index) : members.get(index));
  }

  private static int setNumber(Call call) {
    OutputNode argument = call.arguments().get(0);
    return argument instanceof OutputNode.Value value
            && value.operand() instanceof Operand.SetPart part
        ? part.number()
        : 0;
  }

  private static Flow marked(Performer performer, Call call, StringBuilder out) {
    Conversation conversation = performer.conversation();
    int mark = conversation.script().mark(argument(performer, call, 0));
    return test(mark != Vocabulary.NONE && conversation.sentence().marks().has(mark));
  }
}
