package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Assignment;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Expression;
import org.sweetie.engine.script.OutputNode.SetAssignment;
import org.sweetie.engine.script.OutputNode.Target;

/** Carries out assignments to variables, match variables and sets. */
final class Assigning {
  private final Performer performer;
  private @Nullable List<String> pieces;

  Assigning(Performer performer) {
    this.performer = performer;
  }

  private Conversation conversation() {
    return performer.conversation();
  }

  /** Offers several values, for match variables that follow each other. */
  void offer(List<String> values) {
    pieces = values;
  }

  Flow assign(Assignment assignment) {
    Target target = resolved(assignment.target());
    Expression expression = assignment.value();
    OutputNode only = expression.terms().size() == 1 ? expression.terms().get(0) : null;
    boolean plain = only != null && assignment.operator() == '=';
    if (only != null && plain && isMatchVariable(target) && copies(only, target.slot())) {
      return Flow.OK;
    }
    pieces = null;
    StringBuilder first = new StringBuilder();
    Flow flow = performFirst(expression, first);
    if (flow.isFailure() || flow.isRetry()) {
      return emptyQuery(only, target) ? Flow.OK : flow;
    }
    List<String> several = pieces;
    pieces = null;
    if (plain && several != null && isMatchVariable(target)) {
      spread(several, target.slot());
    } else {
      store(target, total(target, assignment, first.toString()));
    }
    return Flow.OK;
  }

  private Flow performFirst(Expression expression, StringBuilder out) {
    boolean wanted = performer.isValueWanted();
    performer.wantValue(true);
    Flow flow = expression.terms().get(0).perform(performer, out);
    performer.wantValue(wanted);
    return flow;
  }

  /** A query in an assignment does not fail; it leaves the variable empty. */
  private boolean emptyQuery(@Nullable OutputNode only, Target target) {
    if (only instanceof Call call && call.function().name().equals("^query")) {
      store(target, "");
      return true;
    }
    return false;
  }

  /** What an argument or an indirect name stands for, as something that can be set. */
  private Target resolved(Target target) {
    Operand named = target.named();
    if (named == null) {
      return target;
    }
    Operand now = named instanceof Operand.Indirect ? named.now(conversation()) : named;
    if (now instanceof Variable variable) {
      return new Target(variable, 0, null);
    }
    if (now instanceof Operand.Captured captured) {
      return new Target(null, captured.slot(), null);
    }
    return target;
  }

  private static boolean isMatchVariable(Target target) {
    return target.variable() == null && target.named() == null;
  }

  /** Copies words with their place from one match variable to another, or a fact's fields. */
  private boolean copies(OutputNode only, int slot) {
    if (!(only instanceof OutputNode.Value value)) {
      return false;
    }
    Operand operand = value.operand().now(conversation());
    if (operand instanceof Operand.Captured captured) {
      conversation().captures().copy(captured.slot(), slot);
      return true;
    }
    if (operand instanceof Operand.SetPart set && set.field().spreads()) {
      List<Fact> facts = conversation().sets().get(set.number());
      spread(facts.isEmpty() ? List.of("", "", "") : fields(facts.get(0), set.field()), slot);
      return true;
    }
    return false;
  }

  /** The fields of a fact in the order a spread wants them. */
  static List<String> fields(Fact fact, SetField order) {
    String subject = fact.value(SetField.SUBJECT);
    String verb = fact.value(SetField.VERB);
    String object = fact.value(SetField.OBJECT);
    return order == SetField.BACKWARD
        ? List.of(object, verb, subject)
        : List.of(subject, verb, object);
  }

  private void spread(List<String> values, int from) {
    for (int i = 0; i < values.size() && from + i < Captures.COUNT; i++) {
      conversation().captures().set(from + i, values.get(i));
    }
  }

  private String total(Target target, Assignment assignment, String first) {
    Expression expression = assignment.value();
    String total = first;
    if (assignment.operator() != '=') {
      total = Numbers.apply(valueOf(target), assignment.operator(), total);
    }
    for (int i = 1; i < expression.terms().size(); i++) {
      String term = performer.evaluate(expression.terms().get(i));
      total = Numbers.apply(total, expression.signs().charAt(i - 1), term);
    }
    return total;
  }

  private String valueOf(Target target) {
    Variable variable = target.variable();
    if (variable != null) {
      return variable.value(conversation());
    }
    Operand named = target.named();
    return named != null
        ? named.value(conversation())
        : conversation().captures().text(target.slot(), false);
  }

  private void store(Target target, String value) {
    Variable variable = target.variable();
    if (variable != null) {
      variable.assign(conversation(), value);
    } else if (target.named() instanceof Operand.Argument argument) {
      performer.macros().arguments().set(argument.index(), value);
    } else if (target.named() == null) {
      conversation().captures().set(target.slot(), value.equals("null") ? "" : value);
    } else {
      conversation().fault("nothing is set: its name names no variable");
    }
  }

  // Sets.

  Flow assignSet(SetAssignment assignment) {
    List<Fact> facts = factsOf(assignment.value());
    boolean replaces = assignment.operator() == '=';
    if (facts == null) {
      return Flow.FAIL_RULE;
    }
    List<Fact> set = replaces ? List.of() : conversation().sets().get(assignment.number());
    List<Fact> result = new ArrayList<>(set);
    if (assignment.operator() == '-') {
      result.removeIf(fact -> facts.stream().anyMatch(fact::isSameAs));
    } else {
      result.addAll(facts);
    }
    boolean tooMany = result.size() > QueryRun.MOST_FOUND;
    conversation()
        .sets()
        .set(assignment.number(), tooMany ? result.subList(0, QueryRun.MOST_FOUND) : result);
    return Flow.OK;
  }

  /** The set that a node names, or null. */
  Operand.@Nullable SetPart setOf(OutputNode node) {
    return node instanceof OutputNode.Value value
            && value.operand().now(conversation()) instanceof Operand.SetPart set
        ? set
        : null;
  }

  /** The facts a value stands for: of a call, a set, or a fact's number; null when it fails. */
  private @Nullable List<Fact> factsOf(OutputNode value) {
    if (value instanceof Call call && call.function().facts() != null) {
      performer.steps().spend();
      List<Fact> found = call.function().facts().find(performer, call);
      return found == null ? List.of() : found;
    }
    Operand.SetPart set = setOf(value);
    if (set != null) {
      return List.copyOf(conversation().sets().get(set.number()));
    }
    StringBuilder text = new StringBuilder();
    if (value.perform(performer, text).isFailure()) {
      return null;
    }
    return factsNamed(text.toString());
  }

  private List<Fact> factsNamed(String name) {
    if (Operand.named(name) instanceof Operand.SetPart set) {
      return List.copyOf(conversation().sets().get(set.number()));
    }
    Fact fact = conversation().facts().numbered(name);
    return fact == null ? List.of() : List.of(fact);
  }
}
