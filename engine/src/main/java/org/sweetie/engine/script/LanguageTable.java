package org.sweetie.engine.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the language: sections {@code [name]} with lines {@code given, given = meant}. Lines
 * that begin with {@code #} are remarks.
 */
final class LanguageTable {
  /** What is done with a line. */
  interface Line {
    /** The givens are folded, in the order they are written. */
    void read(String section, List<String> givens, String meant);
  }

  private LanguageTable() {}

  /** Reads a table that comes with the engine. */
  static void readShipped(String name, Line line) {
    try (InputStream in = LanguageTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ScriptException(
            name + " is missing beside the script engine's classes; rebuild the engine");
      }
      read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList(), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void read(List<String> lines, Line line) {
    String section = "";
    for (String text : lines) {
      if (text.startsWith("[") && text.endsWith("]")) {
        section = text.substring(1, text.length() - 1);
      } else if (!text.isBlank() && !text.startsWith("#")) {
        readLine(section, text, line);
      }
    }
  }

  private static void readLine(String section, String text, Line line) {
    int equals = text.lastIndexOf(" = ");
    if (equals < 0) {
      throw new ScriptException(
          "The language table holds '" + text + "'; expected 'given, given = meant'");
    }
    List<String> givens = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < equals; start = end + 2) {
      int comma = text.indexOf(", ", start);
      end = comma < 0 || comma > equals ? equals : comma;
      givens.add(Fold.word(text.substring(start, end).strip()));
    }
    line.read(section, givens, text.substring(equals + 3).strip());
  }
}
