package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sweetie.engine.script.MacroParser.Header;

/** Reads tables: script that runs once for each row of data when the script is compiled. */
final class TableParser {
  /** What stands in a row for nothing. */
  static final String NOTHING = "*";

  private static final int MOST_ROWS = 200_000;

  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final MacroParser macros;
  private List<String> row = new ArrayList<>();
  private Place rowPlace;

  /**
   * A table as it was read.
   *
   * @param given arguments that come before those of each row
   * @param rows one list of values each
   * @param shorts names in parentheses behind a value, which stand for it
   */
  record Table(Macro macro, List<String> given, List<Row> rows, List<Short> shorts, Place place) {}

  /** A row. */
  record Row(List<String> values, Place place) {}

  /** A short name of a value. */
  record Short(String name, String value) {}

  TableParser(Cursor cursor, Compiling compiling, OutputParser output, MacroParser macros) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
    this.macros = macros;
    this.rowPlace = cursor.place();
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Reads a table; a {@code datum} is one row of a table macro. */
  void parse(boolean datum) {
    cursor.skipSpace();
    Place place = cursor.place();
    String name = cursor.word("()").toLowerCase(Locale.ROOT);
    Compiling.TableMacro known = compiling.tableMacro(name);
    if (known != null) {
      List<String> given = given();
      Header header =
          new Header(
              name, known.macro().parameters(), known.quotes(), known.macro().variable(), place);
      skipData();
      rows(known.macro(), header, given, place, datum);
      return;
    }
    if (datum || !hasParameters()) {
      error(
          place,
          "there is no tablemacro " + name,
          "define 'tablemacro: " + name + "(…)' above, or give the table ( ), script and DATA:");
      Declarations.skipToNext(cursor, datum);
      return;
    }
    Header header = macros.parameters(name, place);
    Macro macro = macros.body(header);
    if (!skipData()) {
      error(place, "the table " + name + " has no data", "write DATA: and rows below its script");
      return;
    }
    rows(macro, header, List.of(), place, false);
  }

  private boolean hasParameters() {
    cursor.skipSpace();
    return cursor.peek() == '(' || Character.isLetter(cursor.peek());
  }

  private boolean skipData() {
    int start = cursor.offset();
    cursor.skipSpace();
    if (Declarations.keyword(cursor).equals("data")) {
      cursor.advance(5);
      return true;
    }
    cursor.moveTo(start);
    return false;
  }

  private List<String> given() {
    List<String> given = MacroParser.writtenArguments(cursor, compiling);
    return given == null ? List.of() : given.stream().map(TableParser::plain).toList();
  }

  private static String plain(String written) {
    boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
    return quoted ? written.substring(1, written.length() - 1).replace(' ', '_') : written;
  }

  // Rows.

  private void rows(Macro macro, Header header, List<String> given, Place place, boolean datum) {
    int columns = header.parameters().size() - given.size();
    if (columns < 1) {
      error(place, "the table has no column left for data", "give fewer arguments");
      Declarations.skipToNext(cursor, datum);
      return;
    }
    List<Row> rows = new ArrayList<>();
    List<Short> shorts = new ArrayList<>();
    row = new ArrayList<>();
    while (!(datum && !rows.isEmpty()) && toNextValue(rows, columns, header, datum)) {
      value(header, given.size(), columns, shorts);
      if (row.size() == columns) {
        finish(rows);
      }
      if (rows.size() > MOST_ROWS) {
        error(place, "the table has more than " + MOST_ROWS + " rows", "split it");
        break;
      }
    }
    cursor.takeSamples();
    compiling.addTable(new Table(macro, given, rows, shorts, place));
  }

  private void finish(List<Row> rows) {
    rows.add(new Row(List.copyOf(row), rowPlace));
    row = new ArrayList<>();
  }

  /** Goes to the next value; a line end in the midst of a row ends it. */
  private boolean toNextValue(List<Row> rows, int columns, Header header, boolean datum) {
    while (true) {
      boolean lineEnds = skipBlanks();
      boolean written = cursor.startsWith("\\n") && !Character.isLetterOrDigit(cursor.peek(2));
      boolean over = cursor.atEnd() || Declarations.startsHere(cursor, datum);
      if ((lineEnds || written || over) && !row.isEmpty()) {
        endShort(rows, columns, header);
      }
      if (written) {
        cursor.advance(2);
      } else {
        return !over;
      }
    }
  }

  private void endShort(List<Row> rows, int columns, Header header) {
    if (!header.variable()) {
      error(
          rowPlace,
          "the row has " + row.size() + " of " + columns + " values",
          "write * for each that is missing, or ... behind the last");
    }
    fill(columns);
    finish(rows);
  }

  private void fill(int columns) {
    while (row.size() < columns) {
      row.add(NOTHING);
    }
  }

  private boolean skipBlanks() {
    int before = cursor.offset();
    cursor.skipSpace();
    return cursor.slice(before, cursor.offset()).indexOf('\n') >= 0;
  }

  private void value(Header header, int given, int columns, List<Short> shorts) {
    Place place = cursor.place();
    if (row.isEmpty()) {
      rowPlace = place;
    }
    if (cursor.peek() == '(' && !row.isEmpty()) {
      shortNames(row.get(row.size() - 1), shorts);
      return;
    }
    if (cursor.startsWith("^\"")) {
      row.add(functional());
    } else if (cursor.peek() == '"') {
      String text = output.patterns().quoted();
      boolean keeps = header.quotes().get(given + Math.min(row.size(), columns - 1));
      row.add(keeps ? '"' + text + '"' : text.replace(' ', '_'));
      compiling.addTableText(text, place);
    } else {
      word(columns, place);
    }
  }

  private void word(int columns, Place place) {
    String word = cursor.word("");
    if (word.equals("...") || word.equals("\u2026")) {
      fill(columns);
    } else if (word.matches(":\\p{L}+")) {
      compiling
          .problems()
          .warning(place, "the command " + word + " has no meaning here", "take it out");
    } else {
      row.add(word.startsWith("\\") ? word.substring(1) : word);
      compiling.addTableText(word, place);
    }
  }

  /** {@code (Paris "City of Love")}: other names of the value before. */
  private void shortNames(String value, List<Short> shorts) {
    List<String> names = MacroParser.writtenArguments(cursor, compiling);
    if (names != null) {
      IntStream.range(0, names.size())
          .forEach(i -> shorts.add(new Short(plain(names.get(i)), value)));
    } else {
      cursor.word("");
    }
  }

  /** Script in a string is kept under its text, for {@code ^eval}. */
  private String functional() {
    int start = cursor.offset();
    cursor.advance(1);
    String script = output.patterns().quotedRaw();
    String text = cursor.slice(start, cursor.offset());
    compiling.addScript(text, new ScriptText(script, cursor.place(start + 2)));
    return text;
  }
}
