package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads macros of all kinds. */
final class MacroParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;

  /** What stands before a macro's body. */
  record Header(
      String name, List<String> parameters, List<Boolean> quotes, boolean variable, Place place) {
    Header {
      parameters = List.copyOf(parameters);
      quotes = List.copyOf(quotes);
    }
  }

  MacroParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Reads an {@code outputmacro} or {@code dualmacro}, which patterns and outputs call alike. */
  void parse() {
    Header header = header();
    compiling.declare(header.name(), header.place());
    Macro macro = body(header);
    if (!compiling.define(macro)) {
      error(
          cursor.place(cursor.offset() - 1),
          "the macro " + macro.name() + " is defined twice",
          "give one of them another name");
    }
  }

  /** Reads a {@code tablemacro}, which tables name instead of having a body of their own. */
  void parseForTables() {
    Header header = header();
    compiling.defineForTables(body(header), header.quotes());
    if (Declarations.keyword(cursor).equals("data")) {
      cursor.advance(5);
    }
  }

  /** Reads name and parameters. */
  Header header() {
    cursor.skipSpace();
    Place place = cursor.place();
    String bare = cursor.word("()[]{}").toLowerCase(Locale.ROOT);
    String name = bare.startsWith("^") ? bare : "^" + bare;
    boolean named = name.matches("\\^\\p{L}[\\p{L}\\p{N}_.-]*");
    if (!named || Functions.named(name) != null || Functions.reachesOutside(name)) {
      error(place, "'" + bare + "' cannot name a macro", "choose a name the engine does not use");
    }
    return parameters(name, place);
  }

  /** Reads parameters, with what may stand between them and a name. */
  Header parameters(String name, Place place) {
    boolean variable = false;
    cursor.skipSpace();
    while (Character.isLetter(cursor.peek()) && !Declarations.startsHere(cursor, false)) {
      Place at = cursor.place();
      String word = cursor.word("()");
      variable |= word.equalsIgnoreCase("variable");
      if (!word.equalsIgnoreCase("variable")) {
        error(at, "'" + word + "' cannot stand before parameters", "write variable, or nothing");
      }
      cursor.skipSpace();
    }
    List<String> names = new ArrayList<>();
    List<Boolean> quotes = new ArrayList<>();
    if (cursor.peek() != '(') {
      error(place, "the macro has no parameters", "write them in ( ), or () for none");
      return new Header(name, names, quotes, variable, place);
    }
    cursor.advance(1);
    cursor.skipSpace();
    while (!cursor.atEnd() && cursor.peek() != ')') {
      parameter(names, quotes);
      cursor.skipSpace();
    }
    cursor.advance(1);
    return new Header(name, names, quotes, variable, place);
  }

  /** {@code ^name}, {@code $_name}, and with {@code .KEEP_QUOTES} one whose strings stay such. */
  private void parameter(List<String> names, List<Boolean> quotes) {
    Place at = cursor.place();
    String word = cursor.word("()");
    int dot = word.indexOf('.');
    String kept = dot < 0 ? "" : word.substring(dot + 1).toUpperCase(Locale.ROOT);
    String name = (dot < 0 ? word : word.substring(0, dot)).toLowerCase(Locale.ROOT);
    boolean known = kept.isEmpty() || kept.matches("(COMPILE_)?KEEP_QUOTES|HANDLE_QUOTES");
    if (!name.matches("(\\^|\\$_)\\p{L}[\\p{L}\\p{N}_-]*") || !known) {
      error(at, "'" + word + "' cannot be a parameter", "write ^name");
      cursor.advance(word.isEmpty() ? 1 : 0);
      return;
    }
    names.add(name);
    quotes.add(!kept.isEmpty());
  }

  /** Reads what a macro does, and the variables in ( ) before it that it gives back unchanged. */
  Macro body(Header header) {
    List<String> saved = savedVariables(cursor);
    output.enter("");
    output.enterMacro(header.parameters());
    OutputNode.Block body = output.parseRule();
    output.enterMacro(List.of());
    cursor.takeSamples();
    return new Macro(header.name(), header.parameters(), header.variable(), saved, body);
  }

  /** Reads {@code ($$a $b)} when nothing but variables stands there. */
  static List<String> savedVariables(Cursor cursor) {
    cursor.skipSpace();
    int start = cursor.offset();
    List<String> names = new ArrayList<>();
    if (cursor.peek() != '(') {
      return names;
    }
    cursor.advance(1);
    cursor.skipSpace();
    while (cursor.peek() == '$') {
      names.add(cursor.word("()").toLowerCase(Locale.ROOT));
      cursor.skipSpace();
    }
    if (names.isEmpty() || cursor.peek() != ')') {
      cursor.moveTo(start);
      return List.of();
    }
    cursor.advance(1);
    return names;
  }

  // Patterns.

  /** Reads a {@code patternmacro}; it is tried once with plain words, so that it is checked. */
  void parsePattern() {
    Header header = header();
    cursor.skipSpace();
    int start = cursor.offset();
    Place place = cursor.place();
    Declarations.skipToNext(cursor, true);
    String text = withoutComments(cursor.slice(start, cursor.offset()));
    PatternMacro macro = new PatternMacro(header.name(), header.parameters(), text, place);
    if (!compiling.define(macro)) {
      error(
          header.place(), "the macro " + macro.name() + " is defined twice", "rename one of them");
    }
    output.patterns().check(macro);
    cursor.takeSamples();
  }

  /** A comment would hide what is set in place of a parameter behind them. */
  private static String withoutComments(String text) {
    StringBuilder plain = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int hash = line.startsWith("#") ? 0 : line.indexOf(" #");
      boolean comment = hash >= 0 && !line.substring(hash).strip().matches("#[A-Z].*");
      plain.append(comment ? line.substring(0, hash) : line).append('\n');
    }
    return plain.toString();
  }

  /** The arguments of a call as they are written; null, with an error, when they are not whole. */
  static @Nullable List<String> writtenArguments(Cursor cursor, Compiling compiling) {
    Place place = cursor.place();
    List<String> arguments = new ArrayList<>();
    if (cursor.peek() == '(') {
      cursor.advance(1);
      cursor.skipSpace();
      while (!cursor.atEnd() && cursor.peek() != ')') {
        arguments.add(writtenArgument(cursor));
        cursor.skipSpace();
      }
    }
    if (cursor.peek() != ')') {
      compiling.problems().error(place, "the call of a macro is not closed", "close it with )");
      return null;
    }
    cursor.advance(1);
    return arguments;
  }

  /** Up to a blank outside of brackets and quotes. */
  private static String writtenArgument(Cursor cursor) {
    int start = cursor.offset();
    int depth = 0;
    boolean quoted = false;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      boolean ends = !quoted && depth == 0 && (Character.isWhitespace(c) || c == ')');
      if (ends) {
        break;
      }
      quoted ^= c == '"';
      depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      cursor.advance(c == '\\' ? 2 : 1);
    }
    return cursor.slice(start, cursor.offset());
  }
}
