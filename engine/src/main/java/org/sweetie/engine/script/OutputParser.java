package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Expression;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** Reads what rules do and say. */
final class OutputParser {
  private static final int DEEPEST = 40;
  private static final Set<String> REACHING_OUTSIDE =
      Set.of(
          "^popen",
          "^system",
          "^jsonopen",
          "^tcpopen",
          "^export",
          "^import",
          "^debug",
          "^memorymark",
          "^callscript",
          "^webscript",
          "^postscript");

  private final Cursor cursor;
  private final Compiling compiling;
  private final PatternParser patterns;
  private final ConditionParser conditions;
  private String topic = "";
  private List<String> parameters = List.of();
  private int depth;

  OutputParser(Cursor cursor, Compiling compiling) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.patterns = new PatternParser(cursor, compiling, this);
    this.conditions = new ConditionParser(cursor, compiling, this, patterns);
  }

  PatternParser patterns() {
    return patterns;
  }

  /** Names the topic whose rules follow, for labels that are used without one. */
  void enter(String topicName) {
    topic = topicName;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Reads a rule's output, up to the next rule or declaration. */
  Block parseRule() {
    return block('\0');
  }

  /** Reads up to a closing character; NUL stands for the end of the rule. */
  private Block block(char closer) {
    List<OutputNode> nodes = new ArrayList<>();
    Place opened = cursor.place();
    if (++depth > DEEPEST) {
      error(opened, "the output is nested deeper than " + DEEPEST, "split the rule");
      cursor.moveTo(Integer.MAX_VALUE / 2);
    }
    while (true) {
      cursor.skipSpace();
      if (closer != '\0' && cursor.peek() == closer) {
        cursor.advance(1);
        break;
      }
      if (cursor.atEnd() || Declarations.startsHere(cursor, closer == '\0')) {
        if (closer != '\0') {
          error(opened, "this part of the output is not closed", "close it with " + closer);
        }
        break;
      }
      OutputNode node = node();
      if (node != null) {
        nodes.add(node);
      }
    }
    depth--;
    return new Block(joinWords(nodes));
  }

  /** Words that stand together become one piece. */
  private static List<OutputNode> joinWords(List<OutputNode> nodes) {
    List<OutputNode> joined = new ArrayList<>();
    for (OutputNode node : nodes) {
      OutputNode last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (node instanceof Words words && last instanceof Words before) {
        StringBuilder text = new StringBuilder(before.text());
        Joining.append(text, words.text());
        joined.set(joined.size() - 1, new Words(text.toString(), before.place()));
      } else {
        joined.add(node);
      }
    }
    return joined;
  }

  private @Nullable OutputNode node() {
    Place place = cursor.place();
    char c = cursor.peek();
    if (c == '[') {
      return choice();
    }
    if (c == '{' || c == '}' || c == ']') {
      error(place, "'" + c + "' does not belong here", "write \\" + c + " to say the character");
      cursor.advance(1);
      return null;
    }
    if (cursor.startsWith("^\"")) {
      return format();
    }
    if (isWord("if") || isWord("^if")) {
      return conditions.parseIf();
    }
    if (isWord("loop") || isWord("^loop")) {
      return loop();
    }
    if (isValueHere()) {
      return valueOrAssignment();
    }
    if (c == '^' && Character.isLetter(cursor.peek(1))) {
      return call();
    }
    if (c == '@' && Character.isDigit(cursor.peek(1))) {
      return setAssignment(place);
    }
    Function function = functionHere();
    return function != null ? call() : words();
  }

  /** Whether a word stands here that is followed by an opening parenthesis. */
  private boolean isWord(String word) {
    if (!cursor.startsWith(word)) {
      return false;
    }
    int ahead = word.length();
    while (Character.isWhitespace(cursor.peek(ahead))) {
      ahead++;
    }
    return cursor.peek(ahead) == '(';
  }

  /** A function may be called without its caret when its parenthesis follows at once. */
  private @Nullable Function functionHere() {
    int length = 0;
    while (Character.isLetterOrDigit(cursor.peek(length)) || cursor.peek(length) == '_') {
      length++;
    }
    if (length == 0 || cursor.peek(length) != '(' || Character.isDigit(cursor.peek())) {
      return null;
    }
    return Functions.named(cursor.slice(cursor.offset(), cursor.offset() + length));
  }

  private OutputNode words() {
    Place place = cursor.place();
    String word;
    if (cursor.peek() == '"') {
      word = '"' + patterns.quoted() + '"';
    } else {
      word = cursor.word("[]{}");
    }
    return new Words(Text.unescape(word), place);
  }

  // Choices.

  private OutputNode choice() {
    List<OutputNode.Branch> branches = new ArrayList<>();
    while (cursor.peek() == '[') {
      cursor.advance(1);
      branches.add(branch());
      cursor.skipSpace();
    }
    return new OutputNode.Choice(branches);
  }

  private OutputNode.Branch branch() {
    cursor.skipSpace();
    OutputNode.Condition condition = conditions.leading();
    cursor.skipSpace();
    char level = 0;
    char c = Character.toLowerCase(cursor.peek());
    if (c >= 'a' && c <= 'q' && cursor.peek(1) == ':' && Character.isWhitespace(cursor.peek(2))) {
      level = c;
      cursor.advance(2);
    }
    return new OutputNode.Branch(condition, level, block(']'));
  }

  // Values and assignments.

  /** Whether a variable stands here. */
  boolean isValueHere() {
    char c = cursor.peek();
    char after = cursor.peek(1);
    return switch (c) {
      case '$' ->
          Character.isLetter(after)
              || ((after == '$' || after == '_') && Character.isLetter(cursor.peek(2)));
      case '%' -> Character.isLetter(after);
      case '_' -> Character.isDigit(after);
      case '\'' -> after == '_' && Character.isDigit(cursor.peek(2));
      case '^' -> parameterHere() >= 0;
      default -> false;
    };
  }

  /** Names the parameters of the macro that follows. */
  void enterMacro(List<String> names) {
    parameters = names;
  }

  /** The parameter of the macro that stands here, or -1. */
  private int parameterHere() {
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i);
      String here = cursor.slice(cursor.offset(), cursor.offset() + name.length());
      char after = cursor.peek(name.length());
      if (here.equalsIgnoreCase(name) && !isNamePart(after) && after != '(') {
        return i;
      }
    }
    return -1;
  }

  private @Nullable OutputNode setAssignment(Place place) {
    String name = cursor.word("[]{}");
    cursor.skipSpace();
    boolean assigned = cursor.peek() == '=' && Character.isWhitespace(cursor.peek(1));
    if (assigned) {
      cursor.advance(1);
      cursor.skipSpace();
      Operand part = operand(name, place);
      OutputNode value = argument("[]{}");
      if (part instanceof Operand.SetPart set
          && value instanceof Call call
          && call.function().name().endsWith("topics")) {
        return new OutputNode.SetAssignment(set.number(), call);
      }
    }
    error(
        place,
        "fact sets such as " + name + " are not supported",
        "keep values in $variables; a set can only take ^keywordtopics(), ^gambittopics() or"
            + " ^pendingtopics()");
    return null;
  }

  private @Nullable OutputNode valueOrAssignment() {
    Place place = cursor.place();
    String name = valueName();
    Operand operand = operand(name, place);
    int afterName = cursor.offset();
    cursor.skipSpace();
    char operator = assignmentSign();
    if (operator == 0) {
      cursor.moveTo(afterName);
      return operand == null ? null : new Value(operand, name, place);
    }
    cursor.advance(operator == '=' ? 1 : 2);
    Expression expression = expression();
    if (operand instanceof Variable variable) {
      return new OutputNode.Assignment(new OutputNode.Target(variable, 0), operator, expression);
    }
    if (operand instanceof Operand.Captured captured && !captured.typed()) {
      return new OutputNode.Assignment(
          new OutputNode.Target(null, captured.slot()), operator, expression);
    }
    error(place, "'" + name + "' cannot be set", "set a $variable or a match variable such as _5");
    return null;
  }

  /** The sign before {@code =}, {@code =} itself, or NUL; a blank must follow. */
  private char assignmentSign() {
    char c = cursor.peek();
    if (c == '=' && cursor.peek(1) != '=') {
      return '=';
    }
    boolean blankFollows = Character.isWhitespace(cursor.peek(2));
    return "+-*/%|&".indexOf(c) >= 0 && cursor.peek(1) == '=' && blankFollows ? c : 0;
  }

  /** Reads the name of the variable here. */
  String valueName() {
    int parameter = parameterHere();
    if (parameter >= 0) {
      cursor.advance(parameters.get(parameter).length());
      return parameters.get(parameter);
    }
    int length = 1;
    while (cursor.peek(length) == '$' || cursor.peek(length) == '_') {
      length++;
    }
    boolean named = cursor.peek() == '$' || cursor.peek() == '%';
    while (named ? isNamePart(cursor.peek(length)) : Character.isDigit(cursor.peek(length))) {
      length++;
    }
    while (named && cursor.peek(length - 1) == '-') {
      length--;
    }
    String name = cursor.slice(cursor.offset(), cursor.offset() + length);
    cursor.advance(length);
    return name;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /** What a word in a value's place means; null after an error. */
  @Nullable Operand operand(String text, Place place) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.matches("\\$[$_]?\\p{L}[\\p{L}\\p{N}_-]*")) {
      return new Variable(lower);
    }
    if (text.matches("'?_[0-9]+")) {
      return captured(text, place);
    }
    if (text.matches("%[A-Za-z]\\w*")) {
      return system(text, place);
    }
    if (parameters.contains(lower)) {
      return new Operand.Argument(parameters.indexOf(lower));
    }
    if (lower.matches("@(1?[0-9]|20)(subject)?")) {
      return new Operand.SetPart(Integer.parseInt(lower.substring(1).replace("subject", "")));
    }
    if (text.startsWith("~") && text.length() > 1) {
      return new Operand.Concept(compiling.useConcept(lower, place), lower);
    }
    if (text.matches("[$%@^#]\\S+") && !text.matches("[$#][0-9.,]+")) {
      return unknown(text, place);
    }
    return Operand.text(lower.equals("null") ? "" : Text.unescape(text));
  }

  private @Nullable Operand unknown(String text, Place place) {
    error(
        place,
        "'" + text + "' is not supported as a value",
        "use a $variable, a match variable such as _0, a %variable of the engine, or a word");
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

  private Expression expression() {
    List<OutputNode> terms = new ArrayList<>();
    StringBuilder signs = new StringBuilder();
    terms.add(term());
    while (true) {
      int before = cursor.offset();
      cursor.skipSpace();
      char c = cursor.peek();
      if ("+-*/%|&".indexOf(c) < 0 || !Character.isWhitespace(cursor.peek(1))) {
        cursor.moveTo(before);
        return new Expression(terms, signs.toString());
      }
      cursor.advance(1);
      signs.append(c);
      terms.add(term());
    }
  }

  /** One value: a variable, call, choice, string or word. */
  private OutputNode term() {
    cursor.skipSpace();
    Place place = cursor.place();
    OutputNode node = cursor.peek() == '[' ? choice() : argument("[]{}");
    if (node == null || (node instanceof Words words && words.text().isEmpty())) {
      error(place, "a value is missing", "write a word, a number, a variable or a call");
      return new Words("", place);
    }
    return node;
  }

  // Calls.

  private OutputNode loop() {
    cursor.word("(");
    cursor.skipSpace();
    cursor.advance(1);
    cursor.skipSpace();
    OutputNode count = null;
    if (cursor.peek() != ')') {
      count = argument("()[]{}");
      cursor.skipSpace();
    }
    expect(')');
    return new OutputNode.Loop(count, braces());
  }

  /** Reads a block in braces. */
  Block braces() {
    cursor.skipSpace();
    if (expect('{')) {
      return block('}');
    }
    return new Block(List.of());
  }

  boolean expect(char c) {
    cursor.skipSpace();
    if (cursor.peek() == c) {
      cursor.advance(1);
      return true;
    }
    error(cursor.place(), "'" + c + "' is missing here", "add it");
    return false;
  }

  /** Reads a call; null after an error. */
  @Nullable Call call() {
    Place place = cursor.place();
    int start = cursor.offset();
    cursor.advance(1);
    while (isNamePart(cursor.peek()) || cursor.peek() == '.') {
      cursor.advance(1);
    }
    String name = cursor.slice(start, cursor.offset());
    List<OutputNode> arguments = arguments(name);
    Function function = function(name, place);
    if (arguments == null) {
      return null;
    }
    if (arguments.size() < function.least() || arguments.size() > function.most()) {
      error(
          place,
          function.name() + " has " + arguments.size() + " arguments",
          "give it "
              + (function.least() == function.most()
                  ? "" + function.least()
                  : function.least() + " to " + function.most()));
      return null;
    }
    if (Functions.named(name) == null && !REACHING_OUTSIDE.contains(function.name())) {
      compiling.useMacro(name, arguments.size(), place);
    }
    new CallCheck(compiling, topic).check(function, arguments);
    return new Call(function, arguments, place);
  }

  private Function function(String name, Place place) {
    Function function = Functions.named(name);
    if (function != null) {
      return function;
    }
    if (REACHING_OUTSIDE.contains(name.toLowerCase(Locale.ROOT))) {
      compiling
          .problems()
          .warning(
              place, name + " would reach outside the engine", "the rule fails when it runs here");
      return Functions.outside(name.toLowerCase(Locale.ROOT));
    }
    return Functions.macro(name.toLowerCase(Locale.ROOT));
  }

  private @Nullable List<OutputNode> arguments(String name) {
    cursor.skipSpace();
    if (cursor.peek() != '(') {
      error(cursor.place(), "the call of " + name + " has no parentheses", "write " + name + "()");
      return null;
    }
    Place opened = cursor.place();
    cursor.advance(1);
    List<OutputNode> arguments = new ArrayList<>();
    if (++depth > DEEPEST) {
      error(opened, "calls are nested deeper than " + DEEPEST, "split the rule");
      cursor.moveTo(Integer.MAX_VALUE / 2);
    }
    while (true) {
      cursor.skipSpace();
      if (cursor.peek() == ')') {
        cursor.advance(1);
        break;
      }
      OutputNode argument = cursor.atEnd() ? null : argument("()[]{}");
      if (argument == null) {
        error(opened, "the call of " + name + " is not closed", "close it with )");
        break;
      }
      arguments.add(argument);
    }
    depth--;
    return arguments;
  }

  /** One value in a call or an assignment; null when there is none. */
  private @Nullable OutputNode argument(String stops) {
    Place place = cursor.place();
    if (cursor.startsWith("^\"")) {
      return format();
    }
    if (cursor.peek() == '"') {
      return new Words(Text.unescape(patterns.quoted()), place);
    }
    if (isValueHere()) {
      String name = valueName();
      Operand operand = operand(name, place);
      return operand == null ? new Words("?", place) : new Value(operand, name, place);
    }
    if ((cursor.peek() == '^' && Character.isLetter(cursor.peek(1))) || functionHere() != null) {
      Call call = call();
      return call == null ? new Words("?", place) : call;
    }
    String word = cursor.word(stops);
    if (word.isEmpty()) {
      return null;
    }
    if (word.matches("#[A-Z][A-Z_0-9]*")) {
      return constant(word, place);
    }
    if (word.matches("@[A-Za-z_0-9]+.*")) {
      boolean inCall = stops.indexOf('(') >= 0;
      Operand operand = inCall ? operand(word, place) : unknown(word, place);
      return operand == null ? new Words("?", place) : new Value(operand, word, place);
    }
    return new Words(Text.unescape(word), place);
  }

  /** ChatScript's settings are numbers behind names; those of reading have a meaning here too. */
  private OutputNode constant(String name, Place place) {
    OptionalInt flag = TokenFlags.named(name);
    if (flag.isPresent()) {
      return new Words(Integer.toString(flag.getAsInt()), place);
    }
    compiling
        .problems()
        .warning(place, "the setting " + name + " has no meaning here", "it counts as 0");
    return new Words("0", place);
  }

  // Format strings.

  private OutputNode format() {
    Place place = cursor.place();
    cursor.advance(2);
    List<OutputNode> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      if (isValueHere() || (cursor.peek() == '^' && Character.isLetter(cursor.peek(1)))) {
        addText(parts, text, place);
        parts.add(formatted());
      } else {
        readLiteral(text);
      }
    }
    addText(parts, text, place);
    if (cursor.atEnd()) {
      error(place, "a format string is not closed", "close it with \"");
    } else {
      cursor.advance(1);
    }
    return new OutputNode.Format(parts);
  }

  private OutputNode formatted() {
    Place place = cursor.place();
    OutputNode part = argument("()[]{}\"");
    return part == null ? new Words("", place) : part;
  }

  private static void addText(List<OutputNode> parts, StringBuilder text, Place place) {
    if (!text.isEmpty()) {
      parts.add(new Words(text.toString(), place));
      text.setLength(0);
    }
  }

  private void readLiteral(StringBuilder text) {
    if (cursor.peek() == '\\') {
      text.append(
          Text.unescape(cursor.slice(cursor.offset(), cursor.offset() + 1) + cursor.peek(1)));
      cursor.advance(2);
    } else if (cursor.peek() == '\n') {
      text.append(' ');
      while (Character.isWhitespace(cursor.peek())) {
        cursor.advance(1);
      }
    } else {
      text.append(cursor.peek());
      cursor.advance(1);
    }
  }
}
