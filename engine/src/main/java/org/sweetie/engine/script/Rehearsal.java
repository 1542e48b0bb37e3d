package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Assignment;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Branch;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Choice;
import org.sweetie.engine.script.OutputNode.Format;
import org.sweetie.engine.script.OutputNode.If;
import org.sweetie.engine.script.OutputNode.Loop;
import org.sweetie.engine.script.OutputNode.SetAssignment;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/**
 * Goes every way through what rules do without doing it: each choice, each branch, each value a
 * variable may have. It follows {@link Performer} step by step; whatever it does not know counts as
 * what cannot be proved, so that a construct added later is never passed over.
 */
final class Rehearsal {
  /** More ways than this through one rule cannot be proved. */
  static final int MOST_PATHS = 20_000;

  private static final int MOST_ROUNDS = 12;

  private final Script script;
  private final Globals globals;
  private final CaptureValues captures;
  private final Changes changes;
  private final RehearsedTests tests;
  private final RehearsedCalls calls;

  Rehearsal(Script script, Globals globals, CaptureValues captures) {
    this.script = script;
    this.globals = globals;
    this.captures = captures;
    this.changes = new Changes(script);
    this.tests = new RehearsedTests(this);
    this.calls = new RehearsedCalls(this);
  }

  Script script() {
    return script;
  }

  Globals globals() {
    return globals;
  }

  CaptureValues captures() {
    return captures;
  }

  Changes changes() {
    return changes;
  }

  RehearsedTests tests() {
    return tests;
  }

  /** More ways than can be gone. */
  static final class TooManyPaths extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyPaths() {
      super("more than " + MOST_PATHS + " ways through one rule", null, false, false);
    }
  }

  /**
   * Every way through a rule whose pattern matched.
   *
   * @param before what is known; it is not changed
   * @throws TooManyPaths when there are more than {@link #MOST_PATHS}
   */
  List<Path> perform(Topic topic, Rule rule, Store before) {
    Path path = new Path(topic, rule, before.copy());
    PatternElement.Group pattern = rule.pattern();
    if (pattern == null) {
      return performMatched(path);
    }
    captures.matched(pattern, path);
    return each(passed(pattern, path), this::performMatched);
  }

  /** What is known once the tests in a pattern have passed; nothing where they cannot. */
  private List<Path> passed(PatternElement.Group pattern, Path path) {
    List<Path> paths = List.of(path);
    boolean all = pattern.kind() == PatternElement.Group.Kind.SEQUENCE;
    for (PatternItem item : pattern.items()) {
      boolean test =
          item.element() instanceof PatternElement.HasValue
              || item.element() instanceof PatternElement.Compare;
      if (all && test) {
        paths = each(paths, p -> tested(item, p).turned(!item.not()).holds());
      }
    }
    return paths;
  }

  private RehearsedTests.Outcome tested(PatternItem item, Path path) {
    return item.element() instanceof PatternElement.Compare compare
        ? tests.relates(compare.left(), compare.relation(), compare.right(), path)
        : tests.present(((PatternElement.HasValue) item.element()).operand(), path);
  }

  /** Goes on with the running rule of a path, up to the reply it makes. */
  List<Path> performMatched(Path path) {
    List<Path> ended = block(path.rule.output(), path);
    for (Path end : ended) {
      if (end.flow == Flow.END_RULE || end.flow == Flow.END_LOOP || end.flow == Flow.END_CALL) {
        end.flow = Flow.OK;
      }
      if (!end.flow.isFailure()) {
        end.flush();
      }
      end.out = Possible.NOTHING;
      end.place = null;
    }
    return ended;
  }

  /** Does a node on every path, those that ended stay. */
  List<Path> each(List<Path> paths, Function<Path, List<Path>> next) {
    List<Path> all = new ArrayList<>();
    for (Path path : paths) {
      if (path.flow == Flow.OK) {
        all.addAll(next.apply(path));
      } else {
        all.add(path);
      }
      if (all.size() > MOST_PATHS) {
        throw new TooManyPaths();
      }
    }
    return all;
  }

  List<Path> block(Block block, Path path) {
    List<Path> paths = List.of(path);
    for (OutputNode node : block.nodes()) {
      paths = each(paths, p -> node(node, p));
    }
    return paths;
  }

  List<Path> node(OutputNode node, Path path) {
    if (node instanceof Words words) {
      path.say(Possible.of(words.text()), words.place());
    } else if (node instanceof Value value) {
      path.say(value(value, path), value.place());
    } else if (node instanceof Block block) {
      return block(block, path);
    } else if (node instanceof Format format) {
      return format(format, path);
    } else if (node instanceof Choice choice) {
      return choice(choice, path);
    } else if (node instanceof If branches) {
      return branches(branches, path);
    } else if (node instanceof Assignment assignment) {
      return assign(assignment, path);
    } else if (node instanceof SetAssignment assignment) {
      return setAssignment(assignment, path);
    } else if (node instanceof Loop loop) {
      return loop(loop, path);
    } else if (node instanceof Call call) {
      return calls.perform(call, path);
    } else {
      unknown(node.getClass().getSimpleName(), path);
    }
    return List.of(path);
  }

  /** Something the proof has not learned: it could say or change anything. */
  void unknown(String what, Path path) {
    path.store.forget(globals::get);
    globals.useFacts();
    path.steps.add(new Path.Unknown(what, path.rule.place()));
    path.say(
        Possible.unlisted(
            Unlisted.of(Sayings.Cause.UNKNOWN, "the proof does not know " + what), what),
        path.rule.place());
  }

  // Values.

  private Possible value(Value value, Path path) {
    Place at = value.place();
    return value(value.operand(), path)
        .through(value.written() + " at " + at.file() + ":" + at.line());
  }

  /** What an operand can be; a call's value is left to {@link #evaluate}. */
  Possible value(Operand operand, Path path) {
    if (operand instanceof Operand.Literal literal) {
      return Possible.of(literal.text());
    }
    if (operand instanceof Operand.Concept concept) {
      return Possible.of(concept.name());
    }
    if (operand instanceof Operand.Argument argument) {
      return argument.index() < path.arguments.size()
          ? path.arguments.get(argument.index())
          : Possible.NOTHING;
    }
    if (operand instanceof Operand.SetPart) {
      return globals.inSets();
    }
    String name = nameOf(operand);
    if (name != null) {
      return path.store.get(name);
    }
    return Possible.unlisted(
        Unlisted.of(Sayings.Cause.UNKNOWN, "the proof does not know this value"), "value");
  }

  /** Under which name the store keeps an operand, or null. */
  static @Nullable String nameOf(Operand operand) {
    if (operand instanceof Variable variable) {
      return variable.name();
    }
    if (operand instanceof Operand.Captured captured) {
      return (captured.typed() ? "'_" : "_") + captured.slot();
    }
    return operand instanceof SystemVariable system ? SystemValues.nameOf(system) : null;
  }

  /** A path with the value of a node on it. */
  record Evaluated(Path path, Possible value) {}

  /** What a node says, as a value; empty where it fails. */
  List<Evaluated> evaluate(OutputNode node, Path path) {
    List<Evaluated> values = new ArrayList<>();
    for (Evaluated piece : piece(node, path)) {
      boolean failed = piece.path().flow.isFailure();
      piece.path().flow = Flow.OK;
      values.add(failed ? new Evaluated(piece.path(), Possible.NOTHING) : piece);
    }
    return values;
  }

  /** The same where failing matters: paths that failed or ended keep their flow. */
  private List<Evaluated> piece(OutputNode node, Path path) {
    Possible said = path.out;
    Place place = path.place;
    path.out = Possible.NOTHING;
    path.place = null;
    List<Evaluated> values = new ArrayList<>();
    for (Path end : node(node, path)) {
      Possible value = end.out;
      end.out = said;
      end.place = place;
      values.add(new Evaluated(end, value));
    }
    return values;
  }

  private List<Path> format(Format format, Path path) {
    List<Path> all = new ArrayList<>();
    List<Evaluated> soFar = List.of(new Evaluated(path, Possible.NOTHING));
    for (OutputNode part : format.parts()) {
      List<Evaluated> longer = new ArrayList<>();
      for (Evaluated before : soFar) {
        for (Evaluated piece : piece(part, before.path())) {
          if (piece.path().flow == Flow.OK) {
            Possible whole = Possible.join(before.value(), piece.value(), String::concat);
            longer.add(new Evaluated(piece.path(), whole));
          } else {
            all.add(piece.path());
          }
        }
      }
      soFar = longer;
    }
    Place at = firstPlace(format, path);
    for (Evaluated whole : soFar) {
      whole.path().say(whole.value(), at);
      all.add(whole.path());
    }
    return all;
  }

  private static Place firstPlace(Format format, Path path) {
    for (OutputNode part : format.parts()) {
      if (part instanceof Words words) {
        return words.place();
      }
      if (part instanceof Value value) {
        return value.place();
      }
    }
    return path.rule.place();
  }

  // Choices and branches.

  private List<Path> choice(Choice choice, Path path) {
    List<Path> all = new ArrayList<>();
    for (Open open : open(choice.branches(), path)) {
      if (open.branches().isEmpty()) {
        all.add(open.path());
      }
      for (int i = 0; i < open.branches().size(); i++) {
        boolean last = i == open.branches().size() - 1;
        Path way = last ? open.path() : open.path().fork();
        all.addAll(block(open.branches().get(i).body(), way));
      }
    }
    return all;
  }

  private record Open(Path path, List<Branch> branches) {}

  /** Which branches are open, for each way their conditions can turn out. */
  private List<Open> open(List<Branch> branches, Path path) {
    List<Open> ways = List.of(new Open(path, List.of()));
    for (Branch branch : branches) {
      List<Open> next = new ArrayList<>();
      for (Open way : ways) {
        if (branch.condition() == null) {
          next.add(new Open(way.path(), plus(way.branches(), branch)));
        } else {
          RehearsedTests.Outcome outcome = tests.test(branch.condition(), way.path());
          outcome.holds().forEach(p -> next.add(new Open(p, plus(way.branches(), branch))));
          outcome.fails().forEach(p -> next.add(new Open(p, way.branches())));
        }
      }
      ways = next;
    }
    return ways;
  }

  private static List<Branch> plus(List<Branch> some, Branch one) {
    List<Branch> more = new ArrayList<>(some);
    more.add(one);
    return more;
  }

  private List<Path> branches(If branches, Path path) {
    List<Path> all = new ArrayList<>();
    List<Path> left = List.of(path);
    for (OutputNode.Arm arm : branches.arms()) {
      List<Path> next = new ArrayList<>();
      for (Path way : left) {
        if (arm.condition() == null) {
          all.addAll(block(arm.body(), way));
        } else {
          RehearsedTests.Outcome outcome = tests.test(arm.condition(), way);
          outcome.holds().forEach(p -> all.addAll(block(arm.body(), p)));
          next.addAll(outcome.fails());
        }
      }
      left = next;
    }
    all.addAll(left);
    return all;
  }

  // Assignments.

  private List<Path> assign(Assignment assignment, Path path) {
    OutputNode.Expression expression = assignment.value();
    List<Path> all = new ArrayList<>();
    List<Evaluated> values = new ArrayList<>();
    for (Evaluated first : piece(expression.terms().get(0), path)) {
      if (first.path().flow.isFailure()) {
        all.add(first.path());
      } else {
        first.path().flow = Flow.OK;
        values.add(withBefore(assignment, first));
      }
    }
    for (int i = 1; i < expression.terms().size(); i++) {
      values = calculated(values, expression.signs().charAt(i - 1), expression.terms().get(i));
    }
    for (Evaluated value : values) {
      store(assignment, value);
      all.add(value.path());
    }
    return all;
  }

  private List<Evaluated> calculated(List<Evaluated> values, char sign, OutputNode term) {
    List<Evaluated> next = new ArrayList<>();
    for (Evaluated soFar : values) {
      for (Evaluated right : evaluate(term, soFar.path())) {
        next.add(
            new Evaluated(right.path(), Possible.calculate(soFar.value(), sign, right.value())));
      }
    }
    return next;
  }

  private Evaluated withBefore(Assignment assignment, Evaluated first) {
    if (assignment.operator() == '=') {
      return first;
    }
    Possible before = first.path().store.get(targetOf(assignment));
    return new Evaluated(
        first.path(), Possible.calculate(before, assignment.operator(), first.value()));
  }

  private static String targetOf(Assignment assignment) {
    Variable variable = assignment.target().variable();
    return variable == null ? "_" + assignment.target().slot() : variable.name();
  }

  private void store(Assignment assignment, Evaluated value) {
    if (assignment.target().named() != null) {
      // What is set hangs on a value, so it may be any variable.
      globals.addToAll(value.value().through("kept in a variable that a value names"));
      value.path().store.forget(globals::get);
      return;
    }
    String name = targetOf(assignment);
    Possible kept = value.value().map(text -> text.equals("null") ? "" : text);
    Possible whole = value.value().whole() == null ? kept : value.value();
    Possible through = whole.through("kept in " + name);
    value.path().assign(name, through);
    if (name.startsWith("_")) {
      value.path().store.set("'" + name, through);
    }
    globals.add(name, through);
  }

  private List<Path> setAssignment(SetAssignment assignment, Path path) {
    boolean topics =
        assignment.operator() == '='
            && assignment.value() instanceof Call call
            && call.function().name().matches("\\^(keyword|gambit|pending)topics");
    if (!topics) {
      globals.useFacts();
    }
    return evaluate(assignment.value(), path).stream().map(Evaluated::path).toList();
  }

  // Loops.

  /** A loop of a few rounds is gone round by round; of another only what it changes matters. */
  private List<Path> loop(Loop loop, Path path) {
    List<Path> all = new ArrayList<>();
    OutputNode count = loop.count();
    List<Evaluated> counts =
        count == null ? List.of(new Evaluated(path, Possible.of(""))) : evaluate(count, path);
    for (Evaluated times : counts) {
      java.math.BigDecimal number = times.value().onlyNumber();
      boolean few = number != null && number.intValue() <= MOST_ROUNDS;
      all.addAll(
          few && number != null
              ? rounds(loop, times.path(), Math.max(0, number.intValue()))
              : anyRounds(loop, times.path()));
    }
    return all;
  }

  private List<Path> rounds(Loop loop, Path path, int times) {
    List<Path> open = List.of(path);
    List<Path> done = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<Path> next = new ArrayList<>();
      for (Path way : open) {
        for (Path end : block(loop.body(), way)) {
          (leavesLoop(end) ? done : next).add(end);
        }
      }
      open = next;
    }
    done.addAll(open);
    return done;
  }

  /** Ends a path's loop where it leaves it. */
  private static boolean leavesLoop(Path end) {
    if (end.flow == Flow.NEXT_LOOP) {
      end.flow = Flow.OK;
    }
    if (end.flow == Flow.END_LOOP || end.flow == Flow.END_RULE || end.flow == Flow.FAIL_RULE) {
      end.flow = Flow.OK;
      return true;
    }
    if (end.flow == Flow.FAIL_LOOP) {
      end.flow = Flow.FAIL_RULE;
    }
    return end.flow != Flow.OK;
  }

  private List<Path> anyRounds(Loop loop, Path path) {
    path.store.forget(globals::get);
    List<Path> all = new ArrayList<>();
    all.add(path.fork());
    Possible before = path.out;
    for (Path end : block(loop.body(), path)) {
      boolean speaks = !end.out.equals(before);
      leavesLoop(end);
      end.store.forget(globals::get);
      if (speaks) {
        unknown("how often a loop says something", end);
      }
      end.steps.addAll(
          end.steps.stream().filter(step -> step instanceof Path.Tried).distinct().toList());
      all.add(end);
    }
    return all;
  }
}
