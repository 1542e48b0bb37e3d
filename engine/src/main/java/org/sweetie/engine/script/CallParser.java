package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Quoted;
import org.sweetie.engine.script.OutputNode.Value;
import org.sweetie.engine.script.OutputNode.Words;

/** Reads calls and their arguments. */
final class CallParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private String topic = "";

  CallParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
  }

  /** Names the topic whose rules follow, for labels that are used without one. */
  void enter(String topicName) {
    topic = topicName;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Whether a call stands here; a known function needs no caret when ( follows at once. */
  boolean isCallHere() {
    if (cursor.peek() == '^') {
      return Character.isLetter(cursor.peek(1));
    }
    int length = 0;
    while (Character.isLetterOrDigit(cursor.peek(length)) || cursor.peek(length) == '_') {
      length++;
    }
    if (length == 0 || cursor.peek(length) != '(' || Character.isDigit(cursor.peek())) {
      return false;
    }
    String name = "^" + cursor.slice(cursor.offset(), cursor.offset() + length);
    return Functions.named(name) != null
        || Functions.reachesOutside(name)
        || compiling.isMacro(name);
  }

  /** Reads a call; null after an error. */
  @Nullable Call call() {
    Place place = cursor.place();
    int start = cursor.offset();
    cursor.advance(1);
    while (ValueParser.isNamePart(cursor.peek()) || cursor.peek() == '.') {
      cursor.advance(1);
    }
    String written = cursor.slice(start, cursor.offset()).toLowerCase(Locale.ROOT);
    String name = written.startsWith("^") ? written : "^" + written;
    List<OutputNode> arguments =
        switch (name) {
          case "^nofail" -> levelAndBlock();
          case "^match" -> patternOrName();
          default -> arguments(name);
        };
    if (arguments == null) {
      return null;
    }
    Function function = function(name, arguments.size(), place);
    if (!function.takes(arguments.size())) {
      error(
          place,
          function.name() + " has " + arguments.size() + " arguments",
          "give it " + function.expected());
      return null;
    }
    if (!arguments.isEmpty()) {
      new CallCheck(compiling, topic).check(function, arguments, place);
    }
    return new Call(function, arguments, place);
  }

  private Function function(String name, int arguments, Place place) {
    Function function = Functions.named(name);
    if (function != null) {
      return function;
    }
    if (Functions.reachesOutside(name)) {
      compiling
          .problems()
          .warning(
              place, name + " would reach outside the engine", "the rule fails when it runs here");
      return Functions.outside(name);
    }
    compiling.useMacro(name, arguments, place);
    return Functions.macro(name);
  }

  // Calls of what a value names.

  /** {@code ^$$name(…)} and, in a macro, {@code ^argument(…)}. */
  boolean isIndirectCall() {
    int start = cursor.offset();
    if (cursor.peek() != '^' || !output.isValueHere()) {
      return false;
    }
    output.valueName();
    boolean called = cursor.peek() == '(';
    cursor.moveTo(start);
    return called;
  }

  @Nullable OutputNode indirectCall() {
    Place place = cursor.place();
    String name = output.valueName();
    // The caret before a variable calls; it does not look the value up once more.
    boolean caretCalls = name.startsWith("^$") || name.startsWith("^_") || name.startsWith("^^");
    Operand named = output.operand(caretCalls ? name.substring(1) : name, place);
    List<OutputNode> arguments = arguments(name);
    return named == null || arguments == null
        ? null
        : new OutputNode.IndirectCall(named, arguments, place);
  }

  // Arguments.

  /** {@code ^nofail(RULE …)}: a level, then script. */
  private @Nullable List<OutputNode> levelAndBlock() {
    if (!opens("^nofail")) {
      return null;
    }
    cursor.skipSpace();
    OutputNode level = argument("()[]{}");
    if (level == null) {
      error(cursor.place(), "^nofail names no level", "write ^nofail(RULE …) or another level");
      return null;
    }
    return List.of(level, output.block(')'));
  }

  /** {@code ^match(^"(a * b)")} is read with the script; any other argument names something. */
  private @Nullable List<OutputNode> patternOrName() {
    int start = cursor.offset();
    cursor.skipSpace();
    cursor.advance(1);
    cursor.skipSpace();
    cursor.advance(cursor.peek() == '^' ? 1 : 0);
    boolean pattern = cursor.peek() == '"' && cursor.peek(1) == '(';
    if (!pattern) {
      cursor.moveTo(start);
      return arguments("^match");
    }
    Place place = cursor.place(cursor.offset() + 1);
    String text = output.patterns().quotedRaw();
    output.expect(')');
    Cursor inside = new Cursor(new SourceText(text, place));
    OutputParser reader = new OutputParser(inside, compiling);
    return List.of(new OutputNode.CompiledPattern(reader.patterns().parse()));
  }

  private boolean opens(String name) {
    cursor.skipSpace();
    if (cursor.peek() == '(') {
      cursor.advance(1);
      return true;
    }
    error(cursor.place(), "the call of " + name + " has no parentheses", "write " + name + "()");
    return false;
  }

  private @Nullable List<OutputNode> arguments(String name) {
    if (!opens(name)) {
      return null;
    }
    return list(name, cursor.place(cursor.offset() - 1));
  }

  /** Reads arguments up to the closing parenthesis. */
  private List<OutputNode> list(String name, Place opened) {
    List<OutputNode> arguments = new ArrayList<>();
    if (!output.enterDepth(opened)) {
      return arguments;
    }
    while (true) {
      cursor.skipSpace();
      if (cursor.peek() == ')') {
        cursor.advance(1);
        break;
      }
      OutputNode argument = cursor.atEnd() ? null : argumentOfCall(name);
      if (argument == null) {
        error(opened, "the call of " + name + " is not closed", "close it with )");
        break;
      }
      arguments.add(argument);
    }
    output.leaveDepth();
    return arguments;
  }

  private @Nullable OutputNode argumentOfCall(String name) {
    if (cursor.peek() == '(') {
      Place opened = cursor.place();
      cursor.advance(1);
      return new OutputNode.Sublist(list(name, opened), opened);
    }
    return cursor.peek() == '[' ? output.choice() : argument("()[]{}");
  }

  /** One value in a call or an assignment; null when there is none. */
  @Nullable OutputNode argument(String stops) {
    Place place = cursor.place();
    if (cursor.startsWith("^\"")) {
      return output.format();
    }
    if (cursor.startsWith("^'")) {
      error(place, "^'…' strings are not supported", "write ^\"…\" and put \\ before each \"");
      cursor.word(stops);
      return new Words("?", place);
    }
    if (cursor.peek() == '"') {
      return new Words(Text.unescape(output.patterns().quoted()), place);
    }
    OutputNode quoted = quoted();
    if (quoted != null) {
      return quoted;
    }
    if (isIndirectCall()) {
      OutputNode call = indirectCall();
      return call == null ? new Words("?", place) : call;
    }
    if (output.isValueHere()) {
      return value(place);
    }
    if (isCallHere()) {
      Call call = call();
      return call == null ? new Words("?", place) : call;
    }
    return word(stops, place);
  }

  private OutputNode value(Place place) {
    String name = output.valueName();
    Operand operand = output.operand(name, place);
    return operand == null ? new Words("?", place) : new Value(operand, name, place);
  }

  private @Nullable OutputNode word(String stops, Place place) {
    String word = cursor.word(stops);
    if (word.isEmpty()) {
      return null;
    }
    if (word.matches("#[A-Z][A-Z_0-9]*")) {
      return constant(word, place);
    }
    if (word.matches("[@^][\\p{L}\\p{N}$_].*")) {
      output.values().unknown(word, place);
      return new Words("?", place);
    }
    return new Words(Text.unescape(word), place);
  }

  /** {@code '$name}, {@code ''_0}, {@code '~set}, {@code '^macro}: the name, not what it holds. */
  @Nullable OutputNode quoted() {
    if (cursor.peek() != '\'') {
      return null;
    }
    Place place = cursor.place();
    char c = cursor.peek(1);
    char after = cursor.peek(2);
    boolean variable = c == '$' && (Character.isLetter(after) || after == '$' || after == '_');
    boolean captured = c == '\'' && after == '_' && Character.isDigit(cursor.peek(3));
    boolean named = (c == '~' || c == '^') && Character.isLetter(after);
    if (!variable && !captured && !named) {
      return null;
    }
    cursor.advance(1);
    if (!named || output.isValueHere()) {
      return new Quoted(value(place));
    }
    int start = cursor.offset();
    cursor.advance(1);
    while (ValueParser.isNamePart(cursor.peek())) {
      cursor.advance(1);
    }
    String name = cursor.slice(start, cursor.offset());
    if (c == '~') {
      compiling.useConcept(name, place);
    }
    return new Quoted(new Words(name, place));
  }

  /** ChatScript's settings are numbers behind names; those of reading have a meaning here too. */
  private OutputNode constant(String name, Place place) {
    OptionalInt flag = TokenFlags.named(name);
    if (flag.isEmpty()) {
      compiling
          .problems()
          .warning(place, "the setting " + name + " has no meaning here", "it counts as 0");
    }
    return new Words(Integer.toString(flag.orElse(0)), place);
  }
}
