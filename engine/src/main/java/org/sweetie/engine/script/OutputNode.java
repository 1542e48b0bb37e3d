package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/** A piece of what a rule does once it matched. */
interface OutputNode {
  /** Does it; what is said is appended to {@code out}. */
  Flow perform(Performer performer, StringBuilder out);

  /** Literal words. */
  record Words(String text, Place place) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      Joining.append(out, text);
      return Flow.OK;
    }
  }

  /** A value put in place: {@code $name}, {@code _0}, {@code %bot}. */
  record Value(Operand operand, String written, Place place) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      Joining.append(out, operand.value(performer.conversation()));
      return Flow.OK;
    }
  }

  /** Pieces set one after another without spaces of our own: {@code ^"…"}. */
  record Format(List<OutputNode> parts) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      StringBuilder whole = new StringBuilder();
      for (OutputNode part : parts) {
        StringBuilder piece = new StringBuilder();
        Flow flow = part.perform(performer, piece);
        if (flow != Flow.OK) {
          return flow;
        }
        whole.append(piece);
      }
      Joining.append(out, whole.toString());
      return Flow.OK;
    }
  }

  /** One thing after another. */
  record Block(List<OutputNode> nodes) implements OutputNode {
    public Block {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      for (OutputNode node : nodes) {
        performer.steps().spend();
        Flow flow = node.perform(performer, out);
        if (flow != Flow.OK) {
          return flow;
        }
        performer.steps().checkLength(out);
      }
      return Flow.OK;
    }
  }

  /** One branch of a choice. */
  record Branch(@Nullable Condition condition, char rejoinder, Block body) {}

  /** {@code [a][b][c]}: one of them, by chance. */
  record Choice(List<Branch> branches) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      List<Branch> open =
          branches.stream()
              .filter(
                  branch ->
                      branch.condition() == null
                          || branch.condition().holds(performer.conversation()))
              .toList();
      if (open.isEmpty()) {
        return Flow.OK;
      }
      Branch chosen = open.get(open.size() == 1 ? 0 : performer.chance().below(open.size()));
      if (chosen.rejoinder() != 0) {
        performer.rejoinders().chooseLevel(chosen.rejoinder());
      }
      return chosen.body().perform(performer, out);
    }
  }

  /** {@code $name = value} and its kin. */
  record Assignment(Target target, char operator, Expression value) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      return performer.assign(this);
    }
  }

  /**
   * What can be assigned to.
   *
   * @param variable a variable, or null
   * @param slot the number of a match variable, when the other two are null
   * @param named an argument of the macro, or what a value names, or null
   */
  record Target(@Nullable Variable variable, int slot, @Nullable Operand named) {}

  /**
   * Terms joined by arithmetic signs, worked off from left to right.
   *
   * @param signs one fewer than the terms
   */
  record Expression(List<OutputNode> terms, String signs) {}

  /** {@code @8 = …}, {@code @8 += …}, {@code @8 -= …}: fills a set of facts. */
  record SetAssignment(int number, char operator, OutputNode value) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      return performer.assignSet(this);
    }
  }

  /** {@code '$name}: the name itself, not what it holds. */
  record Quoted(OutputNode named) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      if (named instanceof Value value) {
        boolean argument = value.operand() instanceof Operand.Argument;
        String name = argument ? performer.evaluate(named) : value.written();
        Joining.append(out, name);
        return Flow.OK;
      }
      return named.perform(performer, out);
    }
  }

  /** {@code (a b c)} among the arguments of a call: a fact in a fact, or several flags. */
  record Sublist(List<OutputNode> nodes, Place place) implements OutputNode {
    public Sublist {
      nodes = List.copyOf(nodes);
    }

    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      StringBuilder inside = new StringBuilder();
      for (OutputNode node : nodes) {
        Flow flow = node.perform(performer, inside);
        if (flow != Flow.OK) {
          return flow;
        }
      }
      Joining.append(out, "(" + inside + ")");
      return Flow.OK;
    }
  }

  /** A pattern among the arguments of {@code ^match}. */
  record CompiledPattern(Group pattern) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      return Flow.OK;
    }
  }

  /** {@code ^$$name(…)}: a call of the function or macro that a value names. */
  record IndirectCall(Operand name, List<OutputNode> arguments, Place place) implements OutputNode {
    public IndirectCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      performer.steps().spend();
      String called = name.value(performer.conversation());
      Function function = Functions.callable(called, performer.conversation().script());
      if (function == null || !function.takes(arguments.size())) {
        performer.conversation().fault("'" + called + "' names nothing that can be called so");
        return Flow.FAIL_RULE;
      }
      return function.body().call(performer, new Call(function, arguments, place), out);
    }
  }

  /** A condition and what to do when it holds. */
  record Arm(@Nullable Condition condition, Block body) {}

  /** {@code if (…) {…} else if (…) {…} else {…}}. */
  record If(List<Arm> arms) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      for (Arm arm : arms) {
        Condition condition = arm.condition();
        if (condition == null || condition.holds(performer.conversation())) {
          return arm.body().perform(performer, out);
        }
      }
      return Flow.OK;
    }
  }

  /** {@code loop (n) {…}}. */
  record Loop(@Nullable OutputNode count, Block body) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      int times = performer.loops(count);
      for (int i = 0; i < times; i++) {
        performer.steps().spend();
        Flow flow = body.perform(performer, out);
        // As in ChatScript, ending or failing the rule ends the loop alone.
        if (flow == Flow.END_LOOP || flow == Flow.END_RULE || flow == Flow.FAIL_RULE) {
          return Flow.OK;
        }
        if (flow == Flow.FAIL_LOOP) {
          return Flow.FAIL_RULE;
        }
        if (flow == Flow.NEXT_LOOP) {
          continue;
        }
        if (flow != Flow.OK) {
          return flow;
        }
      }
      return Flow.OK;
    }
  }

  /** A call of a function of the engine. */
  record Call(Function function, List<OutputNode> arguments, Place place) implements OutputNode {
    @Override
    public Flow perform(Performer performer, StringBuilder out) {
      performer.steps().spend();
      return function.body().call(performer, this, out);
    }
  }

  /** A test of a variable, a call, a relation, or several joined by AND and OR. */
  interface Condition {
    boolean holds(Conversation conversation);
  }

  /** A value that is there, and is neither 0 nor false when a call gave it. */
  record Present(Operand operand, boolean wanted) implements Condition {
    @Override
    public boolean holds(Conversation conversation) {
      return operand.isPresent(conversation) == wanted;
    }
  }

  /** A call that does not fail. */
  record Succeeds(Call call, boolean wanted) implements Condition {
    @Override
    public boolean holds(Conversation conversation) {
      return conversation.performer().succeeds(call) == wanted;
    }
  }

  /** A relation between two values. */
  record Relates(Operand left, Relation relation, Operand right, boolean wanted)
      implements Condition {
    @Override
    public boolean holds(Conversation conversation) {
      return relation.holds(left, right, conversation) == wanted;
    }
  }

  /** {@code if (pattern …)}. */
  record Matches(Group pattern) implements Condition {
    @Override
    public boolean holds(Conversation conversation) {
      return conversation.matcher().matches(pattern, 0);
    }
  }

  /** Conditions worked off from left to right. */
  record Joined(Condition left, boolean both, Condition right) implements Condition {
    @Override
    public boolean holds(Conversation conversation) {
      return both
          ? left.holds(conversation) && right.holds(conversation)
          : left.holds(conversation) || right.holds(conversation);
    }
  }
}
