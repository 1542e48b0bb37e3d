package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.Path.Tried.Kind;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/** What calls can do. A function that is not known here may do anything. */
final class RehearsedCalls {
  /** Calls within calls deeper than this cannot be proved. */
  private static final int DEEPEST = 12;

  /** They say nothing and decide nothing. */
  private static final Set<String> SILENT =
      Set.of(
          "^erase",
          "^disable",
          "^enable",
          "^log",
          "^addtopic",
          "^cleartopics",
          "^setrejoinder",
          "^setnorejoinder",
          "^norejoinder");

  /** They succeed or fail, no more. */
  private static final Set<String> TESTS =
      Set.of("^hasgambit", "^isnumber", "^marked", "^notnull", "^isnull");

  private final Rehearsal rehearsal;

  RehearsedCalls(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  List<Path> perform(Call call, Path path) {
    String name = call.function().name();
    if (SILENT.contains(name)) {
      path.enables |= name.equals("^enable");
      path.disables |= name.equals("^disable") || name.equals("^erase");
      path.setsRejoinders |= name.equals("^setrejoinder");
      return List.of(path);
    }
    if (TESTS.contains(name)) {
      return List.of(path, path.fork().ending(Flow.FAIL_RULE));
    }
    if (Functions.named(name) == null) {
      return notOfTheEngine(call, path);
    }
    if (call.arguments().stream().anyMatch(RehearsedCalls::isFlag)) {
      return known(call, path);
    }
    return switch (name) {
      case "^end" -> ending(call, path, false);
      case "^fail" -> ending(call, path, true);
      case "^nofail" -> noFail(call, path);
      case "^return" -> giveBack(call, path);
      case "^print" -> print(call, path);
      case "^keep" -> quietly(path, () -> path.keeps = true);
      case "^repeat" -> quietly(path, () -> path.repeats = true);
      case "^flushoutput" -> quietly(path, path::flush);
      case "^poptopic" -> List.of(call.arguments().isEmpty() ? path.ending(Flow.FAIL_TOPIC) : path);
      case "^eval" -> eval(call, path);
      case "^reuse" -> reuse(call, path);
      case "^refine" -> refine(call, path);
      case "^rejoinder" -> rejoinder(call, path);
      case "^respond" -> tryTopics(call, path, Kind.RESPONDERS);
      case "^gambit" -> tryTopics(call, path, Kind.GAMBITS);
      case "^keywordtopics", "^gambittopics", "^pendingtopics" ->
          said(path, rehearsal.globals().inSets(), call);
      case "^first", "^last", "^pick" -> oneOf(call, path);
      case "^join" -> joined(call, path, String::concat);
      case "^lowercase" -> changed(call, path, text -> text.toLowerCase(Locale.ROOT));
      case "^capitalize" -> changed(call, path, Replies::capitalised);
      case "^canon" -> changed(call, path, rehearsal.script()::canonical);
      case "^original" -> original(call, path);
      case "^available" -> said(path, Possible.of(Set.of("0", "1")), call);
      default -> known(call, path);
    };
  }

  private static List<Path> quietly(Path path, Runnable action) {
    action.run();
    return List.of(path);
  }

  private static List<Path> said(Path path, Possible value, Call call) {
    path.say(value, call.place());
    return List.of(path);
  }

  /** A function of the engine whose value is not worked out: it counts as unknown where said. */
  private List<Path> known(Call call, Path path) {
    rehearsal.unknown(call.function().name(), path);
    return List.of(path, path.fork().ending(Flow.FAIL_RULE));
  }

  private List<Path> notOfTheEngine(Call call, Path path) {
    Macro macro = rehearsal.script().macro(call.function().name());
    if (macro == null) {
      path.steps.add(new Path.Outside(call.function().name(), call.place()));
      return List.of(path.ending(Flow.FAIL_RULE));
    }
    return macro(macro, call, path);
  }

  /** Flags of print and its kin: {@code OUTPUT_NOQUOTES}. */
  private static boolean isFlag(OutputNode argument) {
    return argument instanceof OutputNode.Sublist
        || (argument instanceof OutputNode.Words words && words.text().matches("[A-Z]+(_[A-Z]+)+"));
  }

  // Values.

  /** The texts an argument can be on each path. */
  private List<Evaluated> argument(Call call, int index, Path path) {
    return index < call.arguments().size()
        ? rehearsal.evaluate(call.arguments().get(index), path)
        : List.of(new Evaluated(path, Possible.NOTHING));
  }

  private List<Path> changed(Call call, Path path, UnaryOperator<String> change) {
    List<Path> all = new ArrayList<>();
    for (Evaluated value : argument(call, 0, path)) {
      all.addAll(said(value.path(), value.value().map(change), call));
    }
    return all;
  }

  private List<Path> joined(
      Call call, Path path, java.util.function.BinaryOperator<String> joining) {
    List<Evaluated> soFar = List.of(new Evaluated(path, Possible.NOTHING));
    for (OutputNode argument : call.arguments()) {
      List<Evaluated> longer = new ArrayList<>();
      for (Evaluated before : soFar) {
        for (Evaluated piece : rehearsal.evaluate(argument, before.path())) {
          longer.add(
              new Evaluated(piece.path(), Possible.join(before.value(), piece.value(), joining)));
        }
      }
      soFar = longer;
    }
    soFar.forEach(whole -> whole.path().say(whole.value(), call.place()));
    return soFar.stream().map(Evaluated::path).toList();
  }

  private List<Path> original(Call call, Path path) {
    if (call.arguments().get(0) instanceof OutputNode.Value value
        && value.operand() instanceof Operand.Captured captured) {
      return said(path, path.store.get("'_" + captured.slot()), call);
    }
    return changed(call, path, UnaryOperator.identity());
  }

  private List<Path> oneOf(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated of : argument(call, 0, path)) {
      Set<String> members = new LinkedHashSet<>();
      for (String name : of.value().texts()) {
        members.addAll(rehearsal.script().membersOf(name));
      }
      boolean set =
          call.arguments().get(0) instanceof OutputNode.Value value
              && value.operand() instanceof Operand.SetPart;
      all.add(of.path().fork().ending(Flow.FAIL_RULE));
      Possible one = of.value().isListed() && !set ? Possible.of(members) : of.value();
      if (call.arguments().size() > 1) {
        rehearsal.unknown(call.function().name(), of.path());
      }
      all.addAll(said(of.path(), one, call));
    }
    return all;
  }

  /** What is evaluated must be plain text that is written out (CONDUCT B6). */
  private List<Path> eval(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    boolean noScripts = rehearsal.script().knowledge().scripts().isEmpty();
    for (Evaluated value : stream(call, path)) {
      boolean plain =
          noScripts
              && value.value().isListed()
              && value.value().texts().stream().allMatch(t -> t.matches("[^$_^%@\\[\\]~]*"));
      Unlisted why =
          new Unlisted(Sayings.Cause.EVALUATED, List.of("^eval of what is not plain text"));
      for (Unlisted reason : value.value().unlisted()) {
        why = new Unlisted(Sayings.Cause.EVALUATED, reason.through("^eval").flow());
      }
      all.addAll(said(value.path(), plain ? value.value() : Possible.unlisted(why, "^eval"), call));
    }
    return all;
  }

  // Flow.

  private List<Path> ending(Call call, Path path, boolean failing) {
    List<Path> all = new ArrayList<>();
    for (Evaluated what : argument(call, 0, path)) {
      for (String text : what.value().texts()) {
        Flow flow = ControlFunctions.endingOrNull(text, failing);
        all.add(what.path().fork().ending(flow == null ? Flow.FAIL_RULE : flow));
      }
    }
    return all;
  }

  private List<Path> noFail(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated level : argument(call, 0, path)) {
      Flow most = ControlFunctions.endingOrNull(level.value().texts().iterator().next(), true);
      for (Path end : rehearsal.node(call.arguments().get(1), level.path())) {
        if (end.flow == Flow.NO_MATCH || (most != null && end.flow.compareTo(most) <= 0)) {
          end.flow = Flow.OK;
        }
        all.add(end);
      }
    }
    return all;
  }

  private List<Path> giveBack(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated value : stream(call, path)) {
      value.path().returned = value.value();
      all.add(value.path().ending(Flow.END_CALL));
    }
    return all;
  }

  /** All arguments one after another, as text is set. */
  private List<Evaluated> stream(Call call, Path path) {
    List<Evaluated> soFar = List.of(new Evaluated(path, Possible.NOTHING));
    for (OutputNode argument : call.arguments()) {
      List<Evaluated> longer = new ArrayList<>();
      for (Evaluated before : soFar) {
        for (Evaluated piece : rehearsal.evaluate(argument, before.path())) {
          Possible whole = Possible.join(before.value(), piece.value(), RehearsedCalls::withSpace);
          longer.add(new Evaluated(piece.path(), whole));
        }
      }
      soFar = longer;
    }
    return soFar;
  }

  private List<Path> print(Call call, Path path) {
    path.flush();
    List<Path> ends = joined(call, path, RehearsedCalls::withSpace);
    ends.forEach(Path::flush);
    return ends;
  }

  private static String withSpace(String before, String piece) {
    StringBuilder text = new StringBuilder(before);
    Joining.append(text, piece);
    return text.toString();
  }

  private List<Path> macro(Macro macro, Call call, Path path) {
    if (path.depth >= DEEPEST) {
      rehearsal.unknown("calls nested deeper than " + DEEPEST, path);
      return List.of(path);
    }
    List<Path> ways = List.of(path);
    List<List<Possible>> values = new ArrayList<>(List.of(new ArrayList<>()));
    for (OutputNode argument : call.arguments()) {
      List<Path> next = new ArrayList<>();
      List<List<Possible>> longer = new ArrayList<>();
      for (int i = 0; i < ways.size(); i++) {
        for (Evaluated value : rehearsal.evaluate(argument, ways.get(i))) {
          List<Possible> more = new ArrayList<>(values.get(i));
          more.add(passed(argument, value, macro));
          next.add(value.path());
          longer.add(more);
        }
      }
      ways = next;
      values = longer;
    }
    List<Path> all = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      all.addAll(inMacro(macro, values.get(i), call, ways.get(i)));
    }
    return all;
  }

  /** A variable is passed by its name: it is worth what it holds when it is used. */
  private Possible passed(OutputNode argument, Evaluated value, Macro macro) {
    if (argument instanceof OutputNode.Value named
        && (named.operand() instanceof Variable || named.operand() instanceof Operand.Captured)) {
      String name = String.valueOf(Rehearsal.nameOf(named.operand()));
      return name.startsWith("$") || Changes.fillsMatchVariables(macro.body())
          ? Possible.or(value.value(), rehearsal.globals().get(name))
          : value.value();
    }
    return value.value();
  }

  private List<Path> inMacro(Macro macro, List<Possible> values, Call call, Path path) {
    List<Possible> outer = path.arguments;
    Possible said = path.out;
    Place place = path.place;
    path.arguments = values;
    path.returned = null;
    path.out = Possible.NOTHING;
    path.place = null;
    path.depth++;
    for (int i = 0; i < Math.min(values.size(), macro.parameters().size()); i++) {
      if (macro.parameters().get(i).startsWith("$_")) {
        path.store.set(macro.parameters().get(i), values.get(i));
        rehearsal.globals().add(macro.parameters().get(i), values.get(i));
      }
    }
    List<Possible> saved = macro.saved().stream().map(path.store::get).toList();
    List<Path> ends = rehearsal.block(macro.body(), path);
    for (Path end : ends) {
      for (int i = 0; i < saved.size(); i++) {
        String name = macro.saved().get(i);
        end.store.set(name, Possible.or(saved.get(i), end.store.get(name)));
      }
      Possible result = end.returned;
      Possible value = result == null ? end.out : result;
      Place at = end.place == null ? call.place() : end.place;
      end.returned = null;
      end.arguments = outer;
      end.out = said;
      end.place = place;
      end.depth--;
      end.say(value, at);
      end.flow = end.flow == Flow.END_CALL ? Flow.OK : end.flow;
    }
    return ends;
  }

  // Rules and topics.

  private List<Path> reuse(Call call, Path path) {
    path.flush();
    List<Path> all = new ArrayList<>();
    for (Evaluated name : argument(call, 0, path)) {
      if (!name.value().isListed()) {
        rehearsal.unknown("which rule is meant", name.path());
        all.add(name.path());
        continue;
      }
      for (String label : name.value().texts()) {
        Path way = name.path().fork();
        Rule rule = rehearsal.script().rule(way.topic, label);
        all.addAll(rule == null ? List.of(way.ending(Flow.FAIL_RULE)) : within(rule, way, call));
      }
    }
    return all;
  }

  /** Does what another rule says and comes back. */
  private List<Path> within(Rule rule, Path path, Call call) {
    if (path.depth >= DEEPEST) {
      rehearsal.unknown("rules that use each other deeper than " + DEEPEST, path);
      return List.of(path);
    }
    Topic outerTopic = path.topic;
    Rule outerRule = path.rule;
    path.topic = rehearsal.script().topic(rule.topic());
    path.rule = rule;
    path.depth++;
    boolean mayBeUsedUp = call.arguments().size() > 1;
    List<Path> ends = new ArrayList<>();
    if (mayBeUsedUp) {
      ends.add(path.fork().ending(Flow.FAIL_RULE));
    }
    ends.addAll(rehearsal.performMatched(path));
    for (Path end : ends) {
      end.topic = outerTopic;
      end.rule = outerRule;
      end.depth = end.depth > 0 ? end.depth - 1 : 0;
    }
    return ends;
  }

  /** Rejoinders of a rule: the first that matches and does not fail. */
  private List<Path> refine(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated name : argument(call, 0, path)) {
      for (String label : name.value().texts()) {
        boolean own = label.isEmpty() || label.equalsIgnoreCase("FAIL");
        Path way = name.path().fork();
        way.refines |= own;
        Rule rule = own ? way.rule : rehearsal.script().rule(way.topic, label);
        all.addAll(rejoindersOf(rule, way, call, label.equalsIgnoreCase("FAIL")));
      }
    }
    return all;
  }

  private List<Path> rejoindersOf(@Nullable Rule rule, Path path, Call call, boolean mustSpeak) {
    if (rule == null) {
      return List.of(path.ending(Flow.FAIL_RULE));
    }
    Topic topic = rehearsal.script().topic(rule.topic());
    Rule first = Rejoinders.first(topic, rule, (char) 0);
    List<Path> all = new ArrayList<>();
    if (first != null) {
      path.flush();
      for (int i = first.index(); i < topic.rules().size(); i++) {
        Rule next = topic.rules().get(i);
        if (next.isTopLevel() || next.kind() < first.kind()) {
          break;
        }
        if (next.kind() == first.kind()) {
          all.addAll(tried(next, path.fork(), call));
        }
      }
    }
    all.add(mustSpeak ? path.fork().ending(Flow.FAIL_RULE) : path);
    return all;
  }

  private List<Path> tried(Rule rule, Path path, Call call) {
    if (rule.pattern() != null) {
      rehearsal.captures().matched(rule.pattern(), path);
    }
    List<Path> ends = within(rule, path, call);
    ends.forEach(end -> end.flow = end.flow.leavesTopic() ? end.flow : Flow.OK);
    return ends;
  }

  private List<Path> rejoinder(Call call, Path path) {
    path.flush();
    if (!call.arguments().isEmpty()) {
      return refine(call, path);
    }
    path.steps.add(new Path.Tried(Kind.REJOINDERS, List.of(), call.place(), path.store.copy()));
    path.store.forget(rehearsal.globals()::get);
    return afterwards(path);
  }

  /** What was tried may have ended more than itself. */
  private static List<Path> afterwards(Path path) {
    return List.of(path, path.fork().ending(Flow.FAIL_RULE));
  }

  private List<Path> tryTopics(Call call, Path path, Kind kind) {
    path.flush();
    List<Path> all = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    List<Path> ways = List.of(path);
    for (OutputNode argument : call.arguments()) {
      List<Path> next = new ArrayList<>();
      for (Path way : ways) {
        for (Evaluated name : rehearsal.evaluate(argument, way)) {
          topics.addAll(topics(name.value(), way));
          next.add(name.path());
        }
      }
      ways = next;
    }
    for (Path way : ways) {
      List<Topic> named = topics.stream().distinct().toList();
      way.steps.add(new Path.Tried(kind, named, call.place(), way.store.copy()));
      Set<String> changed = rehearsal.changes().by(named);
      if (changed == null) {
        way.store.forget(rehearsal.globals()::get);
      } else {
        way.store.forget(changed, rehearsal.globals()::get);
      }
      all.addAll(afterwards(way));
    }
    return all;
  }

  /** The topics a call may mean: those named, or all when it is not known. */
  private List<Topic> topics(Possible names, Path path) {
    Script script = rehearsal.script();
    if (!names.isListed()) {
      return script.allTopics();
    }
    List<Topic> topics = new ArrayList<>();
    for (String name : names.texts()) {
      if (name.equals("~")) {
        topics.add(path.topic);
      } else if (name.equalsIgnoreCase("PENDING")) {
        script.allTopics().stream().filter(Topic::isPlaceToStay).forEach(topics::add);
      } else if (name.startsWith("~")) {
        script.topic(name).ifPresent(topics::add);
      } else if (!name.isEmpty() && !name.equalsIgnoreCase("FAIL")) {
        topics.addAll(script.topicsWithKeyword(name));
      }
    }
    return topics;
  }
}
