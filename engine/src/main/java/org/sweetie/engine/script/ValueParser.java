package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Expression;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** Reads variables, sets and what is assigned to them. */
final class ValueParser {
  private static final Pattern SET = Pattern.compile("@(1?[0-9]|20)([A-Za-z]*|[+-])");
  private static final Pattern FIELD =
      Pattern.compile("(\\$[$_]?\\p{L}[\\p{L}\\p{N}_-]*)\\.(subject|verb|object|flags)");

  /** ChatScript reads these as a field of a JSON object or an element of a JSON array. */
  private static final Pattern JSON =
      Pattern.compile(
          "(\\$[$_]?|\\^)\\p{L}[\\p{L}\\p{N}_-]*(\\.[\\p{L}$_^]|\\[).*", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("\\$[$_]?\\p{L}[\\p{L}\\p{N}_-]*");

  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private List<String> parameters = List.of();

  ValueParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Names the parameters of the macro that follows. */
  void enterMacro(List<String> names) {
    parameters = names;
  }

  /** Whether a variable stands here. */
  boolean isValueHere() {
    char c = cursor.peek();
    char after = cursor.peek(1);
    return switch (c) {
      case '$' -> isVariable(0);
      case '%' -> Character.isLetter(after);
      case '_' -> Character.isDigit(after);
      case '@' -> Character.isDigit(after);
      case '\'' -> after == '_' && Character.isDigit(cursor.peek(2));
      case '^' -> parameterHere(0) >= 0 || isIndirect();
      default -> false;
    };
  }

  private boolean isVariable(int ahead) {
    char after = cursor.peek(ahead + 1);
    boolean local = (after == '$' || after == '_') && Character.isLetter(cursor.peek(ahead + 2));
    return cursor.peek(ahead) == '$' && (Character.isLetter(after) || local);
  }

  /** {@code ^$$name}, {@code ^_0} and {@code ^^argument} stand for what the named thing names. */
  boolean isIndirect() {
    boolean captured = cursor.peek(1) == '_' && Character.isDigit(cursor.peek(2));
    return cursor.peek() == '^'
        && (isVariable(1) || captured || (cursor.peek(1) == '^' && parameterHere(1) >= 0));
  }

  /** The parameter of the macro that stands so far ahead, or -1. */
  int parameterHere(int ahead) {
    int start = cursor.offset() + ahead;
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i);
      boolean here = cursor.slice(start, start + name.length()).equalsIgnoreCase(name);
      if (here && name.startsWith("^") && !isNamePart(cursor.peek(ahead + name.length()))) {
        return i;
      }
    }
    return -1;
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** Reads the name of the variable here. */
  String valueName() {
    int start = cursor.offset();
    if (isIndirect()) {
      cursor.advance(1);
      return "^" + valueName();
    }
    int parameter = parameterHere(0);
    if (parameter >= 0) {
      cursor.advance(parameters.get(parameter).length());
      jsonPath();
    } else if (cursor.peek() == '@') {
      setName();
    } else {
      plainName();
    }
    return cursor.slice(start, cursor.offset());
  }

  private void setName() {
    int length = 1;
    while (Character.isDigit(cursor.peek(length))) {
      length++;
    }
    if ((cursor.peek(length) == '+' || cursor.peek(length) == '-')
        && !Character.isLetterOrDigit(cursor.peek(length + 1))
        && cursor.peek(length + 1) != '=') {
      length++;
    }
    while (Character.isLetter(cursor.peek(length))) {
      length++;
    }
    cursor.advance(length);
  }

  private void plainName() {
    int length = 1;
    while (cursor.peek(length) == '$' || cursor.peek(length) == '_') {
      length++;
    }
    boolean variable = cursor.peek() == '$';
    boolean named = variable || cursor.peek() == '%';
    while (named ? isNamePart(cursor.peek(length)) : Character.isDigit(cursor.peek(length))) {
      length++;
    }
    while (named && cursor.peek(length - 1) == '-') {
      length--;
    }
    cursor.advance(length);
    if (variable && !fieldName()) {
      jsonPath();
    }
  }

  /** {@code $fact.subject}; any other dot ends a sentence. */
  private boolean fieldName() {
    if (cursor.peek() != '.') {
      return false;
    }
    for (String field : List.of("subject", "verb", "object", "flags")) {
      boolean here =
          cursor.slice(cursor.offset() + 1, cursor.offset() + 1 + field.length()).equals(field);
      if (here && !isNamePart(cursor.peek(field.length() + 1))) {
        cursor.advance(field.length() + 1);
        return true;
      }
    }
    return false;
  }

  /** Goes over {@code .name} and {@code [0]} behind a name, so that they are refused whole. */
  void jsonPath() {
    while (true) {
      char after = cursor.peek(1);
      if (cursor.peek() == '[') {
        cursor.advance(1);
        while (!cursor.atEnd() && "]\n".indexOf(cursor.peek()) < 0) {
          cursor.advance(1);
        }
        cursor.advance(cursor.peek() == ']' ? 1 : 0);
      } else if (cursor.peek() == '.' && (Character.isLetter(after) || "$_^".indexOf(after) >= 0)) {
        cursor.advance(1);
        while (isNamePart(cursor.peek()) || cursor.peek() == '$' || cursor.peek() == '^') {
          cursor.advance(1);
        }
      } else {
        return;
      }
    }
  }

  // What a name means.

  /** What a word in a value's place means; null after an error. */
  @Nullable Operand operand(String text, Place place) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (parameters.contains(lower) && lower.startsWith("^")) {
      return new Operand.Argument(parameters.indexOf(lower));
    }
    if (NAME.matcher(text).matches()) {
      return new Variable(lower);
    }
    if (JSON.matcher(text).matches() && !FIELD.matcher(text).matches()) {
      return json(text, place);
    }
    if (text.matches("'?_[0-9]+")) {
      return captured(text, place);
    }
    if (text.matches("%[A-Za-z]\\w*")) {
      return system(text, place);
    }
    Matcher set = SET.matcher(text);
    if (set.matches()) {
      return set(set, text, place);
    }
    if (text.startsWith("~") && text.length() > 1) {
      return new Operand.Concept(compiling.useConcept(lower, place), lower);
    }
    if (text.matches("[$%@^#]\\S+") && !text.matches("[$#][0-9.,]+")) {
      return special(text, place);
    }
    return Operand.text(lower.equals("null") ? "" : Text.unescape(text));
  }

  private @Nullable Operand json(String text, Place place) {
    error(
        place,
        "'" + text.strip() + "' is part of a JSON object or array, which the engine does not have",
        "keep each value in a variable of its own, or as facts with ^createfact and ^query; of a"
            + " fact write $fact.subject, .verb or .object; put a blank before what is plain text");
    return null;
  }

  private @Nullable Operand special(String text, Place place) {
    Matcher field = FIELD.matcher(text);
    if (field.matches()) {
      Variable fact = new Variable(field.group(1).toLowerCase(Locale.ROOT));
      return new Operand.FactField(fact, field.group(2));
    }
    boolean indirect = text.matches("\\^(\\$[$_]?\\p{L}.*|'?_[0-9]+|\\^\\p{L}.*)");
    Operand name = indirect ? operand(text.substring(1), place) : null;
    return name == null ? unknown(text, place) : new Operand.Indirect(name);
  }

  private @Nullable Operand set(Matcher name, String text, Place place) {
    SetField field = SetField.of(name.group(2));
    if (field == null) {
      error(
          place,
          "'" + text + "' names no part of a set of facts",
          "write @1subject, @1verb, @1object, @1fact, @1all, @1+ or @1-");
      return null;
    }
    return new Operand.SetPart(Integer.parseInt(name.group(1)), field);
  }

  @Nullable Operand unknown(String text, Place place) {
    error(
        place,
        "'" + text + "' is not supported as a value",
        "use a $variable, a match variable such as _0, a %variable of the engine, a set such as"
            + " @1subject, or a word");
    return null;
  }

  private @Nullable Operand captured(String text, Place place) {
    String digits = text.substring(text.indexOf('_') + 1);
    if (digits.length() > 2 || Integer.parseInt(digits) >= Captures.COUNT) {
      error(place, "there is no match variable " + text, "use _0 to _" + (Captures.COUNT - 1));
      return null;
    }
    return new Operand.Captured(Integer.parseInt(digits), text.startsWith("'"));
  }

  private @Nullable Operand system(String text, Place place) {
    SystemVariable variable = SystemVariable.named(text.substring(1)).orElse(null);
    if (variable == null) {
      error(
          place,
          "the engine has no variable " + text,
          "use one of those in docs/script.md, such as %bot, %user, %input, %hour or %day");
    }
    return variable;
  }

  // Assignments.

  /** Reads a value that is said, or an assignment to it; null after an error. */
  @Nullable OutputNode valueOrAssignment() {
    Place place = cursor.place();
    String name = valueName();
    Operand operand = operand(name, place);
    int afterName = cursor.offset();
    cursor.skipSpace();
    int length = signLength();
    if (length == 0) {
      cursor.moveTo(afterName);
      return operand == null ? null : new Value(operand, name, place);
    }
    char operator = cursor.peek();
    cursor.advance(length);
    if (operand instanceof Operand.SetPart set) {
      return setAssignment(set, operator, place);
    }
    Expression expression = expression();
    OutputNode.Target target = operand == null ? null : target(operand);
    if (target != null) {
      return new OutputNode.Assignment(target, operator, expression);
    }
    if (operand != null) {
      error(
          place, "'" + name + "' cannot be set", "set a $variable or a match variable such as _5");
    }
    return null;
  }

  private static OutputNode.@Nullable Target target(Operand operand) {
    if (operand instanceof Variable variable) {
      return new OutputNode.Target(variable, 0, null);
    }
    if (operand instanceof Operand.Captured captured && !captured.typed()) {
      return new OutputNode.Target(null, captured.slot(), null);
    }
    boolean byName = operand instanceof Operand.Argument || operand instanceof Operand.Indirect;
    return byName ? new OutputNode.Target(null, 0, operand) : null;
  }

  private @Nullable OutputNode setAssignment(Operand.SetPart set, char operator, Place place) {
    OutputNode value = term();
    if ("=+-".indexOf(operator) < 0) {
      error(place, "a set of facts cannot be multiplied", "write @1 = …, @1 += … or @1 -= …");
      return null;
    }
    return new OutputNode.SetAssignment(set.number(), operator, value);
  }

  /** The length of {@code =}, {@code +=}, {@code <<=} and their kin here; a blank must follow. */
  private int signLength() {
    char c = cursor.peek();
    if (c == '=' && cursor.peek(1) != '=') {
      return 1;
    }
    boolean shift = (c == '<' || c == '>') && cursor.peek(1) == c && cursor.peek(2) == '=';
    if (shift) {
      return 3;
    }
    boolean blankFollows = Character.isWhitespace(cursor.peek(2));
    return "+-*/%|&^".indexOf(c) >= 0 && cursor.peek(1) == '=' && blankFollows ? 2 : 0;
  }

  private Expression expression() {
    List<OutputNode> terms = new ArrayList<>();
    StringBuilder signs = new StringBuilder();
    terms.add(term());
    while (true) {
      int before = cursor.offset();
      cursor.skipSpace();
      char c = cursor.peek();
      int length = (c == '<' || c == '>') && cursor.peek(1) == c ? 2 : 1;
      boolean sign = "+-*/%|&^".indexOf(c) >= 0 || length == 2;
      if (!sign || !Character.isWhitespace(cursor.peek(length))) {
        cursor.moveTo(before);
        return new Expression(terms, signs.toString());
      }
      cursor.advance(length);
      signs.append(c);
      terms.add(term());
    }
  }

  /** One value: a variable, call, choice, string or word. */
  private OutputNode term() {
    cursor.skipSpace();
    Place place = cursor.place();
    OutputNode node = cursor.peek() == '[' ? output.choice() : output.argument("[]{}");
    if (node == null) {
      error(place, "a value is missing", "write a word, a number, a variable or a call");
      return new Words("", place);
    }
    return node;
  }
}
