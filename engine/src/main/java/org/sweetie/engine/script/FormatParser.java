package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.OutputNode.Words;

/** Reads format strings, {@code ^"…"}: text as it stands, with values, calls and choices in it. */
final class FormatParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;

  FormatParser(Cursor cursor, Compiling compiling, OutputParser output) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
  }

  /** Reads one; the cursor stands at the caret. */
  OutputNode parse() {
    Place place = cursor.place();
    cursor.advance(2);
    List<OutputNode> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      if (output.isValueHere() || isCall()) {
        addText(parts, text, place);
        parts.add(part());
      } else if (cursor.peek() == '[') {
        addText(parts, text, place);
        parts.add(output.choice());
      } else {
        readLiteral(text);
      }
    }
    addText(parts, text, place);
    if (cursor.atEnd()) {
      compiling.problems().error(place, "a format string is not closed", "close it with \"");
    } else {
      cursor.advance(1);
    }
    return new OutputNode.Format(parts);
  }

  private boolean isCall() {
    return cursor.peek() == '^' && Character.isLetter(cursor.peek(1));
  }

  private OutputNode part() {
    Place place = cursor.place();
    OutputNode part = output.argument("()[]{}\"");
    return part == null ? new Words("", place) : part;
  }

  private static void addText(List<OutputNode> parts, StringBuilder text, Place place) {
    if (!text.isEmpty()) {
      parts.add(new Words(text.toString(), place));
      text.setLength(0);
    }
  }

  /** A line end with the blanks around it is one blank. */
  private void readLiteral(StringBuilder text) {
    if (cursor.peek() == '\\') {
      text.append(
          Text.unescape(cursor.slice(cursor.offset(), cursor.offset() + 1) + cursor.peek(1)));
      cursor.advance(2);
    } else if (cursor.peek() == '\n') {
      while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.setLength(text.length() - 1);
      }
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
