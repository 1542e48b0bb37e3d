package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Arm;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Condition;

/** Reads {@code if} and the conditions of choices. */
final class ConditionParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final PatternParser patterns;

  ConditionParser(Cursor cursor, Compiling compiling, OutputParser output, PatternParser patterns) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
    this.patterns = patterns;
  }

  OutputNode parseIf() {
    List<Arm> arms = new ArrayList<>();
    arms.add(arm());
    while (true) {
      int before = cursor.offset();
      cursor.skipSpace();
      if (!isElse()) {
        cursor.moveTo(before);
        return new OutputNode.If(arms);
      }
      cursor.advance(4);
      cursor.skipSpace();
      if (cursor.peek() == '{') {
        arms.add(new Arm(null, output.braces()));
        return new OutputNode.If(arms);
      }
      if (!cursor.startsWith("if") && !cursor.startsWith("^if")) {
        output.expect('{');
        return new OutputNode.If(arms);
      }
      arms.add(arm());
    }
  }

  private boolean isElse() {
    return cursor.startsWith("else") && !Character.isLetterOrDigit(cursor.peek(4));
  }

  private Arm arm() {
    cursor.word("(");
    output.expect('(');
    Condition condition = condition();
    return new Arm(condition, output.braces());
  }

  /** Reads up to the closing parenthesis. */
  private Condition condition() {
    cursor.skipSpace();
    if (cursor.startsWith("pattern") && Character.isWhitespace(cursor.peek(7))) {
      cursor.advance(7);
      return new OutputNode.Matches(patterns.parseRest());
    }
    Condition condition = test();
    while (true) {
      cursor.skipSpace();
      if (cursor.peek() == ')' || cursor.atEnd()) {
        output.expect(')');
        return condition;
      }
      Place place = cursor.place();
      String joint = cursor.word("()");
      boolean both = joint.equalsIgnoreCase("and") || joint.equals("&&");
      if (!both && !joint.equalsIgnoreCase("or") && !joint.equals("||")) {
        compiling
            .problems()
            .error(place, "'" + joint + "' does not join conditions", "write AND or OR");
        return condition;
      }
      condition = new OutputNode.Joined(condition, both, test());
    }
  }

  private Condition test() {
    cursor.skipSpace();
    boolean wanted = true;
    while (cursor.peek() == '!' && cursor.peek(1) != '=') {
      wanted = !wanted;
      cursor.advance(1);
      cursor.skipSpace();
    }
    Place place = cursor.place();
    Operand left = side();
    cursor.skipSpace();
    RelationSign sign = RelationSign.atOrNull(textAhead(), 0);
    if (sign == null) {
      return single(left, wanted);
    }
    cursor.advance(sign.length());
    cursor.skipSpace();
    Operand right = side();
    if (left == null || right == null) {
      compiling.problems().error(place, "a side of the relation is missing", "name both sides");
      return single(left, wanted);
    }
    return new OutputNode.Relates(left, sign.relation(), right, wanted);
  }

  private String textAhead() {
    return "" + cursor.peek() + cursor.peek(1);
  }

  private static Condition single(@Nullable Operand operand, boolean wanted) {
    if (operand instanceof Operand.Result result) {
      return new OutputNode.Succeeds(result.call(), wanted);
    }
    return new OutputNode.Present(operand == null ? Operand.text("") : operand, wanted);
  }

  private @Nullable Operand side() {
    Place place = cursor.place();
    if (output.isValueHere()) {
      return output.operand(output.valueName(), place);
    }
    if (cursor.peek() == '"') {
      return Operand.text(patterns.quoted());
    }
    if (output.isCallHere()) {
      Call call = output.call();
      return call == null ? null : new Operand.Result(call);
    }
    String word = cursor.word("()=<>!?&");
    return word.isEmpty() ? null : output.operand(word, place);
  }

  /**
   * A variable that opens or closes a branch of a choice: {@code [$ready …]}, {@code [!$ready …]}.
   */
  @Nullable Condition leading() {
    boolean refused = cursor.peek() == '!' && cursor.peek(1) == '$';
    if (refused) {
      cursor.advance(1);
    }
    if (cursor.peek() != '$' || !output.isValueHere()) {
      return null;
    }
    Place place = cursor.place();
    Operand left = output.operand(output.valueName(), place);
    RelationSign sign = RelationSign.atOrNull(textAhead(), 0);
    if (left == null || sign == null) {
      return single(left, !refused);
    }
    cursor.advance(sign.length());
    Operand right = side();
    return right == null
        ? single(left, !refused)
        : new OutputNode.Relates(left, sign.relation(), right, !refused);
  }
}
