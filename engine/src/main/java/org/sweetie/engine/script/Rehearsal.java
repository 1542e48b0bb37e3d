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

  /** Calls within calls deeper than this cannot be proved. */
  static final int DEEPEST = 12;

  private final Script script;
  private final Globals globals;
  private final CaptureValues captures;
  private final Changes changes;
  private final RehearsedTests tests;
  private final RehearsedCalls calls;
  private final RehearsedAssignments assignments;
  private final RehearsedLoops loops;
  private final RehearsedFacts facts;

  Rehearsal(Script script, Globals globals, CaptureValues captures) {
    this.script = script;
    this.globals = globals;
    this.captures = captures;
    this.changes = new Changes(script);
    this.tests = new RehearsedTests(this);
    this.facts = new RehearsedFacts(this);
    this.calls = new RehearsedCalls(this);
    this.assignments = new RehearsedAssignments(this);
    this.loops = new RehearsedLoops(this);
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

  RehearsedFacts facts() {
    return facts;
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
      return assignments.assign(assignment, path);
    } else if (node instanceof SetAssignment assignment) {
      return assignments.setAssignment(assignment, path);
    } else if (node instanceof Loop loop) {
      return loops.loop(loop, path);
    } else if (node instanceof Call call) {
      return calls.perform(call, path);
    } else if (node instanceof OutputNode.IndirectCall call) {
      return calls.indirect(call, path);
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
    if (operand instanceof Operand.SetPart set && !RehearsedFacts.isField(set)) {
      unknown("@" + set.number() + " as a value", path);
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
    if (operand instanceof Operand.SetPart set && RehearsedFacts.isField(set)) {
      return RehearsedFacts.nameOf(set.number(), set.field());
    }
    return operand instanceof SystemVariable system ? SystemValues.nameOf(system) : null;
  }

  /** A path with the value of a node on it. */
  record Evaluated(Path path, Possible value) {}

  /** What a node says, as a value; empty where it fails. */
  List<Evaluated> evaluate(OutputNode node, Path path) {
    List<Evaluated> values = new ArrayList<>();
    for (Evaluated piece : valued(node, path)) {
      boolean failed = piece.path().flow.isFailure();
      piece.path().flow = Flow.OK;
      values.add(failed ? new Evaluated(piece.path(), Possible.NOTHING) : piece);
    }
    return values;
  }

  /** The value where failing matters: paths that failed or ended keep their flow. */
  List<Evaluated> valued(OutputNode node, Path path) {
    boolean wanted = path.valueWanted;
    path.valueWanted = true;
    List<Evaluated> values = piece(node, path);
    values.forEach(value -> value.path().valueWanted = wanted);
    return values;
  }

  /** The same of what is said as part of a text: paths that failed or ended keep their flow. */
  List<Evaluated> piece(OutputNode node, Path path) {
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

  /** The value of one argument of a call on each path; empty where there is none. */
  List<Evaluated> argument(Call call, int index, Path path) {
    return index < call.arguments().size()
        ? evaluate(call.arguments().get(index), path)
        : List.of(new Evaluated(path, Possible.NOTHING));
  }
}
