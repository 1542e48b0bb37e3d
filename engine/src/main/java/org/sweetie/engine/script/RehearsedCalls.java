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
  private final RehearsedMacros macros;
  private final RehearsedRules rules;

  RehearsedCalls(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
    this.macros = new RehearsedMacros(rehearsal);
    this.rules = new RehearsedRules(rehearsal);
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
      case "^reuse" -> rules.reuse(call, path);
      case "^refine" -> rules.refine(call, path);
      case "^rejoinder" -> rules.rejoinder(call, path);
      case "^respond" -> rules.tryTopics(call, path, Kind.RESPONDERS);
      case "^gambit" -> rules.tryTopics(call, path, Kind.GAMBITS);
      case "^keywordtopics", "^gambittopics", "^pendingtopics" ->
          rehearsal.facts().listTopics(call, path);
      case "^createfact", "^createattribute" ->
          orKnown(rehearsal.facts().create(call, path), call, path);
      case "^query" -> orKnown(rehearsal.facts().query(call, path), call, path);
      case "^length" -> orKnown(rehearsal.facts().length(call, path), call, path);
      case "^delete", "^sort", "^flushfacts" -> orKnown(plainly(call, path), call, path);
      case "^nth" -> orKnown(rehearsal.facts().take(call, path), call, path);
      case "^first", "^last", "^pick" -> {
        List<Path> taken = rehearsal.facts().take(call, path);
        yield taken == null ? oneOf(call, path) : taken;
      }
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

  private List<Path> orKnown(@Nullable List<Path> ways, Call call, Path path) {
    return ways == null ? known(call, path) : ways;
  }

  /** What says nothing and adds nothing, as long as its arguments are plain. */
  private static @Nullable List<Path> plainly(Call call, Path path) {
    boolean plain =
        call.arguments().stream()
            .allMatch(
                argument ->
                    argument instanceof OutputNode.Words || argument instanceof OutputNode.Value);
    return plain ? List.of(path, path.fork().ending(Flow.FAIL_RULE)) : null;
  }

  /** A call of what a value names: each function and macro that it may be. */
  List<Path> indirect(OutputNode.IndirectCall call, Path path) {
    Possible named = rehearsal.value(call.name(), path).spelledOut();
    if (!named.isListed()) {
      rehearsal.unknown("which function is meant", path);
      return List.of(path, path.fork().ending(Flow.FAIL_RULE));
    }
    List<Path> all = new ArrayList<>();
    for (String name : named.texts()) {
      Function function = Functions.callable(name, rehearsal.script());
      Path way = path.fork();
      if (function == null || !function.takes(call.arguments().size())) {
        all.add(way.ending(Flow.FAIL_RULE));
      } else {
        all.addAll(perform(new Call(function, call.arguments(), call.place()), way));
      }
    }
    return all;
  }

  private List<Path> notOfTheEngine(Call call, Path path) {
    Macro macro = rehearsal.script().macro(call.function().name());
    if (macro == null) {
      path.steps.add(new Path.Outside(call.function().name(), call.place()));
      return List.of(path.ending(Flow.FAIL_RULE));
    }
    return macros.perform(macro, call, path);
  }

  /** Flags of print and its kin: {@code OUTPUT_NOQUOTES}. */
  private static boolean isFlag(OutputNode argument) {
    return argument instanceof OutputNode.Sublist
        || (argument instanceof OutputNode.Words words && words.text().matches("[A-Z]+(_[A-Z]+)+"));
  }

  // Values.

  private List<Path> changed(Call call, Path path, UnaryOperator<String> change) {
    List<Path> all = new ArrayList<>();
    for (Evaluated value : rehearsal.argument(call, 0, path)) {
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
    for (Evaluated of : rehearsal.argument(call, 0, path)) {
      Set<String> members = new LinkedHashSet<>();
      if (of.value().texts().stream().anyMatch(name -> name.startsWith("@"))) {
        rehearsal.unknown(call.function().name() + " of a set that a value names", of.path());
      }
      for (String name : of.value().texts()) {
        members.addAll(rehearsal.script().membersOf(name));
      }
      all.add(of.path().fork().ending(Flow.FAIL_RULE));
      Possible one = of.value().isListed() ? Possible.of(members) : of.value();
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
    for (Evaluated what : rehearsal.argument(call, 0, path)) {
      for (String text : what.value().texts()) {
        Flow flow = ControlFunctions.endingOrNull(text, failing);
        all.add(what.path().fork().ending(flow == null ? Flow.FAIL_RULE : flow));
      }
    }
    return all;
  }

  private List<Path> noFail(Call call, Path path) {
    List<Path> all = new ArrayList<>();
    for (Evaluated level : rehearsal.argument(call, 0, path)) {
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
}
