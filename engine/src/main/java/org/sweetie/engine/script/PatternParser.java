package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/** Reads patterns. */
final class PatternParser {
  private static final int DEEPEST = 40;
  static final String BRACKETS = "()[]{}\"";

  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final Set<String> expanding = new HashSet<>();
  private final PatternTokens tokens;
  private int depth;

  PatternParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
    this.tokens = new PatternTokens(cursor, compiling, output, this);
  }

  /** Reads a pattern in parentheses; the cursor stands at the opening one. */
  Group parse() {
    cursor.advance(1);
    return group(Kind.SEQUENCE, ")");
  }

  /** Reads the rest of a pattern up to its closing parenthesis. */
  Group parseRest() {
    return group(Kind.SEQUENCE, ")");
  }

  private Group group(Kind kind, String closer) {
    Place opened = cursor.place(cursor.offset() - 1);
    List<PatternItem> items = new ArrayList<>();
    depth++;
    if (depth > DEEPEST) {
      error(opened, "the pattern is nested deeper than " + DEEPEST, "split the rule");
      cursor.moveTo(Integer.MAX_VALUE / 2);
    }
    while (true) {
      cursor.skipSpace();
      if (cursor.startsWith(closer)) {
        cursor.advance(closer.length());
        break;
      }
      if (cursor.atEnd() || closesSomethingElse()) {
        error(opened, "this part of a pattern is not closed", "close it with " + closer);
        break;
      }
      add(items, kind);
    }
    depth--;
    boolean endsOpen =
        depth > 0
            && !items.isEmpty()
            && items.get(items.size() - 1).element() instanceof PatternElement.Gap;
    if (endsOpen && kind == Kind.SEQUENCE) {
      compiling
          .problems()
          .warning(
              opened,
              "this part of a pattern ends with a gap, so it never matches",
              "move the gap behind the closing parenthesis, or leave it out");
    }
    return new Group(kind, kind == Kind.CHOICE || kind == Kind.OPTIONAL ? gathered(items) : items);
  }

  /** As in ChatScript, a choice of nothing but words, phrases and concepts finds the soonest. */
  private static List<PatternItem> gathered(List<PatternItem> items) {
    boolean plain =
        items.size() > 1
            && items.stream()
                .allMatch(
                    item ->
                        item.element() instanceof PatternElement.Marked
                            && !item.not()
                            && !item.typed()
                            && !item.memorised());
    if (!plain) {
      return items;
    }
    int[] marks =
        items.stream()
            .mapToInt(item -> ((PatternElement.Marked) item.element()).mark())
            .distinct()
            .toArray();
    return List.of(
        new PatternItem(new PatternElement.SoonestOf(marks), false, false, false, false));
  }

  private boolean closesSomethingElse() {
    char c = cursor.peek();
    return c == ')' || c == ']' || c == '}' || cursor.startsWith(">>");
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  private @Nullable PatternItem item(Kind kind) {
    Place place = cursor.place();
    boolean not = false;
    boolean notNext = false;
    boolean typed = false;
    boolean memorised = false;
    int slot = PatternItem.NEXT;
    while (isPrefix()) {
      char c = cursor.peek();
      cursor.advance(1);
      notNext |= not && c == '!';
      not |= c == '!';
      typed |= c == '\'';
      memorised |= c == '_';
      slot = c == '_' ? slotHere(place) : slot;
      cursor.skipSpace();
    }
    if (not && isSigned()) {
      boolean before = cursor.peek() == '-';
      cursor.advance(1);
      if (before) {
        return notBefore(notNext, place);
      }
    }
    PatternElement element = element();
    if (element == null) {
      return null;
    }
    if (element instanceof PatternElement.Gap && (not || typed || kind == Kind.CHOICE)) {
      error(place, "a gap such as * can be neither refused nor chosen", "write the words meant");
    }
    return new PatternItem(element, not, notNext, typed, memorised, slot);
  }

  /** {@code !-word}: not before here; {@code !+word} is the same as {@code !word}. */
  private boolean isSigned() {
    char sign = cursor.peek();
    char after = cursor.peek(1);
    return (sign == '-' || sign == '+') && (Character.isLetter(after) || after == '~');
  }

  private @Nullable PatternItem notBefore(boolean next, Place place) {
    if (element() instanceof PatternElement.Marked marked) {
      return new PatternItem(
          new PatternElement.NotBefore(marked.mark(), next), false, false, false, false);
    }
    error(place, "'!-' refuses a word or concept before here", "write !-word or !-~concept");
    return null;
  }

  /** {@code _3~concept} keeps what matched in {@code _3}. */
  private int slotHere(Place place) {
    int digits = digitsHere(0);
    if (digits == 0) {
      return PatternItem.NEXT;
    }
    int slot = Integer.parseInt(cursor.slice(cursor.offset(), cursor.offset() + digits));
    cursor.advance(digits);
    if (slot >= Captures.COUNT) {
      error(place, "there is no match variable _" + slot, "use _0 to _" + (Captures.COUNT - 1));
      return PatternItem.NEXT;
    }
    return slot;
  }

  private int digitsHere(int ahead) {
    int count = 0;
    while (count < 2 && Character.isDigit(cursor.peek(ahead + count))) {
      count++;
    }
    return count;
  }

  private boolean isPrefix() {
    char c = cursor.peek();
    char after = cursor.peek(1);
    if (c == '!') {
      return after != '=';
    }
    if (c == '_') {
      char behind = cursor.peek(1 + digitsHere(1));
      return !Character.isDigit(after)
          || Character.isLetter(behind)
          || "~[{(\"*".indexOf(behind) >= 0;
    }
    return c == '\'' && !isSuffix() && !(after == '_' && Character.isDigit(cursor.peek(2)));
  }

  /** {@code 's} is a word of its own. */
  private boolean isSuffix() {
    return cursor.peek(1) == 's' && !Character.isLetterOrDigit(cursor.peek(2));
  }

  private @Nullable PatternElement element() {
    if (cursor.startsWith("<<")) {
      cursor.advance(2);
      return group(Kind.UNORDERED, ">>");
    }
    if (cursor.startsWith(Script.MASKED)) {
      cursor.advance(Script.MASKED.length());
      return marked(compiling.vocabulary().intern(Script.MASKED));
    }
    switch (cursor.peek()) {
      case '(' -> {
        cursor.advance(1);
        return group(Kind.SEQUENCE, ")");
      }
      case '[' -> {
        cursor.advance(1);
        return group(Kind.CHOICE, "]");
      }
      case '{' -> {
        cursor.advance(1);
        return group(Kind.OPTIONAL, "}");
      }
      case '<' -> {
        cursor.advance(1);
        return new PatternElement.Start();
      }
      case '>' -> {
        cursor.advance(1);
        return new PatternElement.End();
      }
      case '"' -> {
        return marked(compiling.words(quoted()));
      }
      case '^' -> {
        return called();
      }
      default -> {
        return tokens.read();
      }
    }
  }

  static PatternElement marked(int mark) {
    return new PatternElement.Marked(mark);
  }

  /** Reads a string in double quotes. */
  String quoted() {
    Place place = cursor.place();
    cursor.advance(1);
    int start = cursor.offset();
    while (!cursor.atEnd() && cursor.peek() != '"' && cursor.peek() != '\n') {
      cursor.advance(cursor.peek() == '\\' ? 2 : 1);
    }
    String text = cursor.slice(start, cursor.offset());
    if (cursor.peek() == '"') {
      cursor.advance(1);
    } else {
      error(place, "a quoted phrase does not end on its line", "close it with \"");
    }
    return text.replace("\\", "");
  }

  /** Reads a string in double quotes over several lines, with all backslashes but those of ". */
  String quotedRaw() {
    Place place = cursor.place();
    cursor.advance(1);
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      if (cursor.peek() == '\\' && cursor.peek(1) == '"') {
        cursor.advance(1);
      }
      text.append(cursor.peek());
      cursor.advance(1);
    }
    if (cursor.atEnd()) {
      error(place, "a string is not closed", "close it with \"");
    }
    cursor.advance(1);
    return text.toString();
  }

  /** The pattern of a macro that is called here, or null when none is. */
  private @Nullable List<PatternItem> expanded(Kind kind) {
    PatternMacro macro = compiling.patternMacroAt(cursor);
    if (macro == null) {
      return null;
    }
    Place place = cursor.place();
    cursor.advance(macro.name().length());
    List<String> arguments = MacroParser.writtenArguments(cursor, compiling);
    if (arguments == null || arguments.size() != macro.parameters().size()) {
      error(
          place,
          macro.name() + " is not called with " + macro.parameters().size() + " arguments",
          "give it one for each parameter");
      return List.of();
    }
    if (expanding.contains(macro.name()) || depth > DEEPEST) {
      error(place, macro.name() + " calls itself", "write out what it should match");
      return List.of();
    }
    return read(macro, arguments, kind);
  }

  private List<PatternItem> read(PatternMacro macro, List<String> arguments, Kind kind) {
    Cursor inside = new Cursor(new SourceText(macro.with(arguments), macro.place()));
    PatternParser reader = new OutputParser(inside, compiling).patterns();
    reader.depth = depth + 1;
    reader.expanding.addAll(expanding);
    reader.expanding.add(macro.name());
    return reader.itemsToEnd(kind);
  }

  /** Reads a macro once with plain words as arguments, so that its faults are found. */
  void check(PatternMacro macro) {
    List<String> words = macro.parameters().stream().map(name -> "x").toList();
    read(macro, words, Kind.SEQUENCE);
  }

  private List<PatternItem> itemsToEnd(Kind kind) {
    List<PatternItem> items = new ArrayList<>();
    cursor.skipSpace();
    while (!cursor.atEnd()) {
      if (closesSomethingElse()) {
        error(cursor.place(), "'" + cursor.peek() + "' closes nothing here", "take it out");
        cursor.advance(1);
      } else {
        add(items, kind);
      }
      cursor.skipSpace();
    }
    return items;
  }

  private void add(List<PatternItem> items, Kind kind) {
    List<PatternItem> expanded = expanded(kind);
    if (expanded != null) {
      items.addAll(expanded);
      return;
    }
    PatternItem item = item(kind);
    if (item != null) {
      items.add(item);
    }
  }

  private @Nullable PatternElement called() {
    Place place = cursor.place();
    char after = cursor.peek(1);
    if (after == '$' || after == '_' || Character.isDigit(after) || after == '"') {
      error(
          place,
          "'" + cursor.word(BRACKETS) + "' puts pattern text in at run time",
          "write the pattern out, or test the value with $name? instead");
      return null;
    }
    List<PatternItem> expanded = expanded(Kind.SEQUENCE);
    if (expanded != null) {
      return new Group(Kind.SEQUENCE, expanded);
    }
    OutputNode.Call call = output.call();
    return call == null ? null : related(call, place);
  }

  /** {@code ^length(_0)>3}: what a call gives may stand in a relation, without spaces. */
  private @Nullable PatternElement related(OutputNode.Call call, Place place) {
    RelationSign sign =
        RelationSign.atOrNull(cursor.slice(cursor.offset(), cursor.offset() + 2), 0);
    char behind = sign == null ? '\0' : cursor.peek(sign.length());
    boolean alone = Character.isWhitespace(behind) || "\0)]}<>".indexOf(behind) >= 0;
    if (sign == null || (alone && sign.relation() != Relation.MEMBER)) {
      return new PatternElement.Called(call);
    }
    cursor.advance(sign.length());
    if (alone) {
      return new PatternElement.SaidValue(new Operand.Result(call));
    }
    String right = behind == '"' ? quoted() : cursor.word(BRACKETS);
    Operand second = output.operand(right, place);
    return second == null
        ? null
        : new PatternElement.Compare(new Operand.Result(call), sign.relation(), second);
  }

  /** A word without the part of speech or the meaning that ChatScript would tell apart. */
  String withoutMeaning(String word, Place place) {
    return tokens.withoutMeaning(word, place);
  }
}
