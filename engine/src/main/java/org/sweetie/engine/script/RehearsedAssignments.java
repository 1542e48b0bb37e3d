package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.OutputNode.Assignment;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.SetAssignment;
import org.sweetie.engine.script.Rehearsal.Evaluated;

/** What assignments put in variables, on each path and for good. */
final class RehearsedAssignments {
  private final Rehearsal rehearsal;

  RehearsedAssignments(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  List<Path> assign(Assignment assignment, Path path) {
    OutputNode.Expression expression = assignment.value();
    List<Path> all = new ArrayList<>();
    List<Evaluated> values = new ArrayList<>();
    OutputNode term = expression.terms().get(0);
    boolean asks = term instanceof Call call && call.function().name().equals("^query");
    for (Evaluated first : rehearsal.valued(term, path)) {
      if (first.path().flow.isFailure()) {
        if (asks) {
          // A query that finds nothing leaves the variable empty.
          Path empty = first.path().fork().ending(Flow.OK);
          values.add(withBefore(assignment, new Evaluated(empty, Possible.NOTHING)));
        }
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
      for (Evaluated right : rehearsal.evaluate(term, soFar.path())) {
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
      rehearsal.globals().addToAll(value.value().through("kept in a variable that a value names"));
      value.path().store.forget(rehearsal.globals()::get);
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
    rehearsal.globals().add(name, through);
  }

  List<Path> setAssignment(SetAssignment assignment, Path path) {
    return rehearsal.facts().assign(assignment, path);
  }
}
