package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Block;
import org.sweetie.engine.script.OutputNode.Call;
import org.sweetie.engine.script.OutputNode.Words;

/** Reads what rules do and say. */
final class OutputParser {
  static final int DEEPEST = 40;

  private final Cursor cursor;
  private final Compiling compiling;
  private final PatternParser patterns;
  private final ConditionParser conditions;
  private final ValueParser values;
  private final CallParser calls;
  private final FormatParser formats;
  private int depth;

  OutputParser(Cursor cursor, Compiling compiling) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.patterns = new PatternParser(cursor, compiling, this);
    this.conditions = new ConditionParser(cursor, compiling, this, patterns);
    this.values = new ValueParser(cursor, compiling, this);
    this.calls = new CallParser(cursor, compiling, this);
    this.formats = new FormatParser(cursor, compiling, this);
  }

  PatternParser patterns() {
    return patterns;
  }

  ValueParser values() {
    return values;
  }

  /** Names the topic whose rules follow, for labels that are used without one. */
  void enter(String topicName) {
    calls.enter(topicName);
  }

  /** Names the parameters of the macro that follows. */
  void enterMacro(List<String> names) {
    values.enterMacro(names);
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  // What other parsers ask for.

  boolean isValueHere() {
    return values.isValueHere();
  }

  String valueName() {
    return values.valueName();
  }

  @Nullable Operand operand(String text, Place place) {
    return values.operand(text, place);
  }

  @Nullable Call call() {
    return calls.call();
  }

  boolean isCallHere() {
    return calls.isCallHere();
  }

  /** One value in a call or an assignment; null when there is none. */
  @Nullable OutputNode argument(String stops) {
    return calls.argument(stops);
  }

  OutputNode format() {
    return formats.parse();
  }

  // Blocks.

  /** Reads a rule's output, up to the next rule or declaration. */
  Block parseRule() {
    return block('\0');
  }

  /** Reads up to a closing character; NUL stands for the end of the rule. */
  Block block(char closer) {
    List<OutputNode> nodes = new ArrayList<>();
    Place opened = cursor.place();
    if (!enterDepth(opened)) {
      return new Block(nodes);
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
      OutputNode node = node(closer == ')');
      if (node != null) {
        nodes.add(node);
      }
    }
    leaveDepth();
    return new Block(joinWords(nodes));
  }

  /** Counts nesting; false, behind everything, when it is too deep. */
  boolean enterDepth(Place opened) {
    if (++depth <= DEEPEST) {
      return true;
    }
    error(opened, "the output is nested deeper than " + DEEPEST, "split the rule");
    cursor.moveTo(Integer.MAX_VALUE / 2);
    depth--;
    return false;
  }

  void leaveDepth() {
    depth--;
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

  private @Nullable OutputNode node(boolean inCall) {
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
      return formats.parse();
    }
    if (isWord("if") || isWord("^if")) {
      return conditions.parseIf();
    }
    if (isWord("loop") || isWord("^loop")) {
      return loop();
    }
    OutputNode quoted = calls.quoted();
    if (quoted != null) {
      return quoted;
    }
    if (calls.isIndirectCall()) {
      return calls.indirectCall();
    }
    if (values.isValueHere()) {
      return values.valueOrAssignment();
    }
    return calls.isCallHere() ? calls.call() : words(inCall);
  }

  /** Whether a word stands here that is followed by an opening parenthesis. */
  private boolean isWord(String word) {
    if (!cursor.slice(cursor.offset(), cursor.offset() + word.length()).equalsIgnoreCase(word)) {
      return false;
    }
    int ahead = word.length();
    while (Character.isWhitespace(cursor.peek(ahead))) {
      ahead++;
    }
    return cursor.peek(ahead) == '(';
  }

  private OutputNode words(boolean inCall) {
    Place place = cursor.place();
    String word;
    if (cursor.peek() == '"') {
      word = '"' + patterns.quoted() + '"';
    } else {
      word = cursor.word(inCall ? "[]{})" : "[]{}");
    }
    return new Words(Text.unescape(word), place);
  }

  // Choices.

  /** Reads {@code [a][b]}; the cursor stands at the first bracket. */
  OutputNode choice() {
    List<OutputNode.Branch> branches = new ArrayList<>();
    int end = cursor.offset();
    while (cursor.peek() == '[') {
      cursor.advance(1);
      branches.add(branch());
      end = cursor.offset();
      cursor.skipSpace();
    }
    // In a format string the blanks behind it are said.
    cursor.moveTo(end);
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

  // Loops.

  private OutputNode loop() {
    cursor.word("(");
    cursor.skipSpace();
    cursor.advance(1);
    cursor.skipSpace();
    OutputNode count = null;
    if (cursor.peek() != ')') {
      count = calls.argument("()[]{}");
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
}
