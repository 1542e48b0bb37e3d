package org.sweetie.engine.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Condition;

/** Both outcomes of a condition, each with what is known when it turned out so. */
final class RehearsedTests {
  private static final int MOST_PAIRS = 2_000;

  private final Rehearsal rehearsal;

  RehearsedTests(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Paths on which a condition holds, and on which it fails. */
  record Outcome(List<Path> holds, List<Path> fails) {
    Outcome turned(boolean wanted) {
      return wanted ? this : new Outcome(/* holds= */ fails, /* fails= */ holds);
    }
  }

  /** Tests a condition; the path itself is used up. */
  Outcome test(Condition condition, Path path) {
    if (condition instanceof OutputNode.Present present) {
      return present(present.operand(), path).turned(present.wanted());
    }
    if (condition instanceof OutputNode.Relates relates) {
      return relates(relates.left(), relates.relation(), relates.right(), path)
          .turned(relates.wanted());
    }
    if (condition instanceof OutputNode.Succeeds succeeds) {
      return succeeds(succeeds.call(), path).turned(succeeds.wanted());
    }
    if (condition instanceof OutputNode.Matches matches) {
      return matches(matches.pattern(), path);
    }
    if (condition instanceof OutputNode.Joined joined) {
      return joined(joined, path);
    }
    rehearsal.unknown("this condition", path);
    return open(path);
  }

  private static Outcome open(Path path) {
    return new Outcome(List.of(path), List.of(path.fork()));
  }

  private Outcome joined(OutputNode.Joined joined, Path path) {
    Outcome left = test(joined.left(), path);
    List<Path> holds = new ArrayList<>(joined.both() ? List.of() : left.holds());
    List<Path> fails = new ArrayList<>(joined.both() ? left.fails() : List.of());
    for (Path way : joined.both() ? left.holds() : left.fails()) {
      Outcome right = test(joined.right(), way);
      holds.addAll(right.holds());
      fails.addAll(right.fails());
    }
    return new Outcome(holds, fails);
  }

  Outcome present(Operand operand, Path path) {
    if (operand instanceof Operand.SetPart set && !RehearsedFacts.isField(set)) {
      return open(path);
    }
    String name = Rehearsal.nameOf(operand);
    if (name != null) {
      return split(name, path, text -> !text.isEmpty());
    }
    if (operand instanceof Operand.Result result) {
      return succeeds(result.call(), path);
    }
    Possible value = rehearsal.value(operand, path);
    return decided(path, value.mayBe(""), !value.isOnly(""));
  }

  private static Outcome decided(Path path, boolean mayFail, boolean mayHold) {
    if (mayFail && mayHold) {
      return open(path);
    }
    return mayHold ? new Outcome(List.of(path), List.of()) : new Outcome(List.of(), List.of(path));
  }

  /**
   * Splits what a name can be by a test of its texts; numbers and the unlisted stay on both sides.
   */
  private static Outcome split(String name, Path path, Predicate<String> holds) {
    Possible value = path.store.get(name);
    return decided(name, path, value.where(holds), value.where(holds.negate()));
  }

  private static Outcome decided(String name, Path path, Possible yes, Possible no) {
    if (no.isImpossible()) {
      return new Outcome(List.of(narrowed(path, name, yes)), List.of());
    }
    if (yes.isImpossible()) {
      return new Outcome(List.of(), List.of(narrowed(path, name, no)));
    }
    Path other = path.fork();
    return new Outcome(List.of(narrowed(path, name, yes)), List.of(narrowed(other, name, no)));
  }

  private static Path narrowed(Path path, String name, Possible value) {
    path.store.set(name, value);
    boolean lasting = name.startsWith("$") && !name.startsWith("$$") && !name.startsWith("$_");
    if (lasting && value.isOnly("") && !path.filledSince.contains(name)) {
      path.foundEmpty.add(name);
    }
    return path;
  }

  private Outcome succeeds(OutputNode.Call call, Path path) {
    if (call.function().name().matches("\\^(notnull|isnull)")
        && call.arguments().get(0) instanceof OutputNode.Value value) {
      return present(value.operand(), path).turned(call.function().name().equals("^notnull"));
    }
    List<Path> holds = new ArrayList<>();
    List<Path> fails = new ArrayList<>();
    Possible said = path.out;
    Place place = path.place;
    path.out = Possible.NOTHING;
    path.place = null;
    for (Path end : rehearsal.node(call, path)) {
      boolean failed = end.flow != Flow.OK;
      boolean mayBeFalse = end.out.mayBe("0") || end.out.mayBe("false") || end.out.mayBe("FALSE");
      boolean onlyFalse =
          end.out.where(t -> !t.equals("0") && !t.equalsIgnoreCase("false")).isImpossible();
      end.flow = Flow.OK;
      end.out = said;
      end.place = place;
      if (failed || onlyFalse) {
        fails.add(end);
      } else {
        if (mayBeFalse) {
          fails.add(end.fork());
        }
        holds.add(end);
      }
    }
    return new Outcome(holds, fails);
  }

  private Outcome matches(PatternElement.Group pattern, Path path) {
    Path other = path.fork();
    rehearsal.captures().matched(pattern, path);
    rehearsal.captures().perhapsMatched(pattern, other);
    return new Outcome(List.of(path), List.of(other));
  }

  Outcome relates(Operand left, Relation relation, Operand right, Path path) {
    List<Path> holds = new ArrayList<>();
    List<Path> fails = new ArrayList<>();
    for (Rehearsal.Evaluated a : operand(left, path)) {
      for (Rehearsal.Evaluated b : operand(right, a.path())) {
        Outcome one = relates(left, a.value(), relation, right, b.value(), b.path());
        holds.addAll(one.holds());
        fails.addAll(one.fails());
      }
    }
    return new Outcome(holds, fails);
  }

  private List<Rehearsal.Evaluated> operand(Operand operand, Path path) {
    return operand instanceof Operand.Result result
        ? rehearsal.evaluate(result.call(), path)
        : List.of(new Rehearsal.Evaluated(path, rehearsal.value(operand, path)));
  }

  private Outcome relates(
      Operand left, Possible a, Relation relation, Operand right, Possible b, Path path) {
    boolean member = relation == Relation.MEMBER || relation == Relation.NOT_MEMBER;
    if (member && right instanceof Operand.Concept concept) {
      return isMember(left, concept, path).turned(relation == Relation.MEMBER);
    }
    String name = Rehearsal.nameOf(left);
    BigDecimal bound = b.onlyNumber();
    if (name != null && a.whole() != null && bound != null) {
      return bounded(name, relation, bound.longValue(), path);
    }
    String only = only(b);
    if (name != null && only != null) {
      return split(name, path, text -> relation.test(text, only));
    }
    boolean listed = a.isListed() && b.isListed() && a.whole() == null && b.whole() == null;
    if (listed && (long) a.texts().size() * b.texts().size() <= MOST_PAIRS) {
      boolean mayHold = some(a, b, relation, true);
      return decided(path, some(a, b, relation, false), mayHold);
    }
    return open(path);
  }

  private static boolean some(Possible a, Possible b, Relation relation, boolean wanted) {
    return a.texts().stream()
        .anyMatch(x -> b.texts().stream().anyMatch(y -> relation.test(x, y) == wanted));
  }

  private static @Nullable String only(Possible value) {
    boolean single =
        value.whole() == null && value.unlisted().isEmpty() && value.texts().size() == 1;
    return single ? value.texts().iterator().next() : null;
  }

  private static Outcome bounded(String name, Relation relation, long bound, Path path) {
    Possible value = path.store.get(name);
    Predicate<String> test = text -> relation.test(text, Long.toString(bound));
    Possible yes = value.where(test);
    Possible no = value.where(test.negate());
    long min = Long.MIN_VALUE;
    long max = Long.MAX_VALUE;
    return switch (relation) {
      case LESS -> decided(name, path, yes.within(min, bound - 1), no.within(bound, max));
      case AT_MOST -> decided(name, path, yes.within(min, bound), no.within(bound + 1, max));
      case MORE -> decided(name, path, yes.within(bound + 1, max), no.within(min, bound));
      case AT_LEAST -> decided(name, path, yes.within(bound, max), no.within(min, bound - 1));
      case EQUAL -> decided(name, path, yes.within(bound, bound), no);
      default -> decided(name, path, yes, no);
    };
  }

  /** What is found to be a member of a closed list can be nothing else. */
  private Outcome isMember(Operand left, Operand.Concept concept, Path path) {
    String name = Rehearsal.nameOf(left);
    Possible members = rehearsal.captures().membersOf(concept.name());
    if (name == null || !members.isListed() || path.store.get(name).isListed()) {
      return open(path);
    }
    Path other = path.fork();
    path.store.set(name, members);
    return new Outcome(List.of(path), List.of(other));
  }
}
