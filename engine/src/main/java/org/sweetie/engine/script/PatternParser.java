package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.AtCapture.Way;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.PatternElement.Group.Kind;

/** Reads patterns. */
final class PatternParser {
  private static final int DEEPEST = 40;
  private static final String BRACKETS = "()[]{}\"";

  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final Set<String> expanding = new HashSet<>();
  private int depth;

  PatternParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
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
        return token();
      }
    }
  }

  private static PatternElement marked(int mark) {
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

  private @Nullable PatternElement token() {
    Place place = cursor.place();
    int start = cursor.offset();
    String token = cursor.word(BRACKETS);
    int end = closerInside(token);
    if (end > 0) {
      token = token.substring(0, end);
      cursor.moveTo(start + end);
    }
    if (token.matches("\\$[$_]?\\p{L}.*") && cursor.peek() == '[') {
      output.values().jsonPath();
      token = cursor.slice(start, cursor.offset());
    }
    if (token.isEmpty()) {
      error(place, "'" + cursor.peek() + "' does not belong here", "remove it");
      cursor.advance(1);
      return null;
    }
    return switch (token.charAt(0)) {
      case '*' -> token.length() == 1 ? new PatternElement.Gap(-1, false) : star(token, place);
      case '?' -> question(token, place);
      case '\\' -> escaped(token);
      case '@' -> capture(token, place);
      case '~' -> token.length() == 1 ? new PatternElement.InTopic() : tested(token, place);
      default -> tested(token, place);
    };
  }

  /** A word may stand right before {@code >} or {@code >>}: where that begins, or -1. */
  private static int closerInside(String token) {
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == '>' && !token.endsWith("\\>")) {
      end--;
    }
    return end == token.length() || end == 0 ? -1 : end;
  }

  private @Nullable PatternElement question(String token, Place place) {
    if (token.length() == 1) {
      return new PatternElement.Question();
    }
    if (token.charAt(1) == '$') {
      Operand value = output.operand(token.substring(1), place);
      return value == null ? null : new PatternElement.SaidValue(value);
    }
    return marked(compiling.vocabulary().intern(Fold.word(token)));
  }

  private @Nullable PatternElement capture(String token, Place place) {
    if (token.matches("@[0-9]+[a-z]*[=<>!?&].*")) {
      return tested(token, place);
    }
    if (token.matches("@[0-9]+[a-z]+")
        && output.operand(token, place) instanceof Operand.SetPart set) {
      return new PatternElement.HasValue(set);
    }
    if (token.matches("@_([12]?[0-9]|30)[+-]?")) {
      char way = token.charAt(token.length() - 1);
      int slot = Integer.parseInt(token.replaceAll("[^0-9]", ""));
      return new PatternElement.AtCapture(
          slot, way == '+' ? Way.FORWARD : way == '-' ? Way.BACKWARD : Way.ANCHOR);
    }
    error(
        place,
        "'" + token + "' is not supported in a pattern",
        "write @_0+ or @_0- to go on from a match variable");
    return null;
  }

  private PatternElement escaped(String token) {
    if (token.equals("\\!")) {
      return new PatternElement.Exclamation();
    }
    if (token.equals("\\?")) {
      return new PatternElement.Question();
    }
    return marked(compiling.vocabulary().intern(Fold.word(token.replace("\\", ""))));
  }

  private @Nullable PatternElement star(String token, Place place) {
    String rest = token.substring(1);
    if (rest.matches("[1-9]")) {
      return new PatternElement.Skip(rest.charAt(0) - '0');
    }
    if (rest.matches("~[1-9]b?")) {
      return new PatternElement.Gap(rest.charAt(1) - '0', rest.endsWith("b"));
    }
    if (rest.matches("-[1-9]")) {
      return new PatternElement.Back(rest.charAt(1) - '0');
    }
    if (rest.matches("[~-]?[0-9]+b?")) {
      error(
          place,
          "'" + token + "' is not supported",
          "write *n, *~n or *-n with one digit from 1 to 9, or * for any number of words");
      return null;
    }
    return wildcard(token);
  }

  private PatternElement wildcard(String token) {
    return new PatternElement.Wild(
        compiling.vocabulary().wildcard(Fold.word(token.replace("\\", ""))));
  }

  /** A word, concept or variable, perhaps with a relation to something. */
  private @Nullable PatternElement tested(String token, Place place) {
    int sign = RelationSign.find(token);
    if (sign < 0) {
      return plain(token, place);
    }
    String left = token.substring(0, sign);
    if (token.startsWith(":=", sign)) {
      return assignment(left, token.substring(sign + 2), place);
    }
    RelationSign relation = RelationSign.at(token, sign);
    String right = token.substring(sign + relation.length());
    if (right.isEmpty() && cursor.peek() == '"') {
      right = quoted();
    }
    if (right.isEmpty()) {
      return withoutRight(left, relation, place);
    }
    return compared(left, relation.relation(), right, place);
  }

  private @Nullable PatternElement assignment(String left, String right, Place place) {
    Operand target = output.operand(left, place);
    Operand value = output.operand(right, place);
    if (target instanceof Variable variable && value != null) {
      return new PatternElement.Assign(variable, value);
    }
    error(place, "only a $variable can be set inside a pattern", "write $name:=value");
    return null;
  }

  private @Nullable PatternElement withoutRight(String left, RelationSign relation, Place place) {
    if (relation.relation() == Relation.MEMBER && isValue(left)) {
      Operand value = output.operand(left, place);
      return value == null ? null : new PatternElement.SaidValue(value);
    }
    if (relation.relation() == Relation.MEMBER) {
      // 'what?' is the word and then the test for a question.
      cursor.moveTo(cursor.offset() - 1);
      return plain(left, place);
    }
    error(
        place, "a relation needs something on its right side", "write it without spaces: $age<10");
    return null;
  }

  private @Nullable PatternElement compared(
      String left, Relation relation, String right, Place place) {
    Operand second = output.operand(right, place);
    if (second == null) {
      return null;
    }
    if (SentenceParts.isPart(left.toLowerCase(Locale.ROOT))) {
      // As ChatScript 14 has it: the name itself is compared.
      return new PatternElement.Compare(Operand.text(left), relation, second);
    }
    if (!isValue(left)) {
      int mark = left.startsWith("~") ? compiling.useConcept(left, place) : compiling.words(left);
      return new PatternElement.MarkedWhere(mark, relation, second);
    }
    Operand first = output.operand(left, place);
    return first == null ? null : new PatternElement.Compare(first, relation, second);
  }

  private static boolean isValue(String text) {
    if (text.startsWith("$") || text.startsWith("%") || text.matches("@[0-9].*")) {
      return true;
    }
    int digit = text.startsWith("'_") ? 2 : text.startsWith("_") ? 1 : text.length();
    return digit < text.length() && Character.isDigit(text.charAt(digit));
  }

  private @Nullable PatternElement plain(String token, Place place) {
    if (isValue(token) && token.length() > 1 && !token.matches("[$%][^A-Za-z$_].*")) {
      Operand value = output.operand(token, place);
      return value == null ? null : new PatternElement.HasValue(value);
    }
    if (token.startsWith("~")) {
      return marked(compiling.useConcept(token, place));
    }
    if (token.startsWith("#")) {
      error(place, "the constant " + token + " is not supported", "write the number it stands for");
      return null;
    }
    if (token.indexOf('*') >= 0) {
      return wildcard(token);
    }
    return marked(compiling.words(withoutMeaning(token, place)));
  }

  /**
   * {@code dog~n} and {@code dog~2} name a part of speech or a meaning, which is not told apart.
   */
  String withoutMeaning(String token, Place place) {
    int tilde = token.indexOf('~');
    if (tilde <= 0) {
      return token.replace("\\", "");
    }
    compiling
        .problems()
        .warning(
            place,
            "'" + token.substring(tilde) + "' names a part of speech or meaning",
            "the word matches in every meaning; write it without the tilde");
    return token.substring(0, tilde).toLowerCase(Locale.ROOT);
  }
}
