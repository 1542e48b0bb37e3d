package org.sweetie.engine.script;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/**
 * Tells of a pattern whether it matches every message that holds certain words, none, or some.
 * Where it cannot tell it says some.
 */
final class Foresight {
  private final Rehearsal rehearsal;

  Foresight(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** How a pattern will turn out. */
  enum Verdict {
    NEVER,
    SOMETIMES,
    ALWAYS;

    Verdict turned() {
      return this == SOMETIMES ? SOMETIMES : this == ALWAYS ? NEVER : ALWAYS;
    }
  }

  /**
   * The verdict on a rule.
   *
   * @param there marks that the sentence holds for certain
   */
  Verdict of(Rule rule, Topic topic, Store store, BitSet there) {
    Verdict pattern =
        rule.pattern() == null
            ? Verdict.ALWAYS
            : sequence(rule.pattern().items(), new Sight(rule, topic, store, there));
    boolean anySort = rule.kind() != 's' && rule.kind() != '?';
    return pattern == Verdict.ALWAYS && !anySort ? Verdict.SOMETIMES : pattern;
  }

  /** What is known where a pattern is looked at. */
  private record Sight(Rule rule, Topic topic, Store store, BitSet there) {}

  private Verdict sequence(List<PatternItem> items, Sight sight) {
    Verdict whole = Verdict.ALWAYS;
    boolean unplaced = true;
    for (PatternItem item : items) {
      Verdict one = item(item, unplaced, sight);
      if (one == Verdict.NEVER) {
        return Verdict.NEVER;
      }
      whole = one == Verdict.SOMETIMES ? one : whole;
      unplaced &= !moves(item);
    }
    return whole;
  }

  /** Whether what follows is looked for from another place on. */
  private static boolean moves(PatternItem item) {
    PatternElement element = item.element();
    boolean test =
        element instanceof PatternElement.HasValue
            || element instanceof PatternElement.Compare
            || element instanceof PatternElement.Assign
            || element instanceof PatternElement.Called
            || element instanceof PatternElement.Question
            || element instanceof PatternElement.Exclamation
            || element instanceof PatternElement.InTopic;
    return !test && !(item.not() && element instanceof Group);
  }

  private Verdict item(PatternItem item, boolean unplaced, Sight sight) {
    Verdict test = test(item.element(), sight);
    if (test != null) {
      return item.not() ? test.turned() : test;
    }
    if (item.typed() || item.notNext() || !unplaced) {
      return Verdict.SOMETIMES;
    }
    Verdict found = found(item.element(), sight);
    if (!item.not()) {
      return found;
    }
    // Only a group that must not be there ends the search; what else is refused may be passed over.
    return item.element() instanceof Group && found == Verdict.ALWAYS
        ? Verdict.NEVER
        : Verdict.SOMETIMES;
  }

  private Verdict found(PatternElement element, Sight sight) {
    if (element instanceof PatternElement.Marked marked) {
      return sight.there().get(marked.mark()) ? Verdict.ALWAYS : Verdict.SOMETIMES;
    }
    if (element instanceof PatternElement.SoonestOf soonest) {
      for (int mark : soonest.marks()) {
        if (sight.there().get(mark)) {
          return Verdict.ALWAYS;
        }
      }
      return Verdict.SOMETIMES;
    }
    if (element instanceof Group group && group.kind() == Kind.CHOICE) {
      return choice(group, sight);
    }
    if (element instanceof Group group && group.kind() == Kind.SEQUENCE) {
      return sequence(group.items(), sight);
    }
    return Verdict.SOMETIMES;
  }

  private Verdict choice(Group group, Sight sight) {
    boolean never = true;
    for (PatternItem item : group.items()) {
      Verdict one = item(item, true, sight);
      if (one == Verdict.ALWAYS) {
        return one;
      }
      never &= one == Verdict.NEVER;
    }
    return never ? Verdict.NEVER : Verdict.SOMETIMES;
  }

  /** A test of values, or null for something that is looked for in the sentence. */
  private @Nullable Verdict test(PatternElement element, Sight sight) {
    Path path = new Path(sight.topic(), sight.rule(), sight.store().copy());
    if (element instanceof PatternElement.HasValue value) {
      return verdict(rehearsal.tests().present(value.operand(), path));
    }
    if (element instanceof PatternElement.Compare compare) {
      String name = Rehearsal.nameOf(compare.left());
      return name != null && name.startsWith("$")
          ? verdict(
              rehearsal.tests().relates(compare.left(), compare.relation(), compare.right(), path))
          : Verdict.SOMETIMES;
    }
    return element instanceof PatternElement.Assign ? Verdict.ALWAYS : null;
  }

  private static Verdict verdict(RehearsedTests.Outcome outcome) {
    if (outcome.holds().isEmpty()) {
      return Verdict.NEVER;
    }
    return outcome.fails().isEmpty() ? Verdict.ALWAYS : Verdict.SOMETIMES;
  }
}
