package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PrivateWords.Replacement;

/** Reads the small declarations: {@code replace: canon: query: describe:}. */
final class WordsParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final PatternParser patterns;

  WordsParser(Cursor cursor, Compiling compiling, PatternParser patterns) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.patterns = patterns;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  private boolean more() {
    cursor.skipSpace();
    return !cursor.atEnd() && !Declarations.startsHere(cursor, false);
  }

  private String token() {
    cursor.skipSpace();
    if (cursor.peek() == '"') {
      return patterns.quoted().replace(' ', '_');
    }
    String word = cursor.word("\"");
    if (word.isEmpty()) {
      cursor.advance(1);
    }
    return word;
  }

  // replace: given meant

  void replacements() {
    while (more()) {
      Place place = cursor.place();
      String given = token();
      if (!more()) {
        error(
            place,
            "'" + given + "' has nothing it is replaced by",
            "write pairs: replace: given meant");
        return;
      }
      boolean quoted = cursor.peek() == '"';
      String meant = token();
      add(place, given, quoted ? meant.replace('_', '+') : meant);
    }
  }

  private void add(Place place, String given, String meant) {
    boolean atStart = given.startsWith("<");
    boolean atEnd = given.endsWith(">");
    String bare = given.substring(atStart ? 1 : 0, given.length() - (atEnd ? 1 : 0));
    if (bare.isEmpty() || bare.startsWith("'") || bare.startsWith("?_")) {
      error(
          place,
          "'" + given + "' cannot be replaced",
          "write the whole word or phrase; endings and units are not taken apart");
      return;
    }
    List<String> words = List.of(Fold.word(bare).split("_", -1));
    List<String> cut = new ArrayList<>();
    words.forEach(word -> cut.addAll(Reader.phrase(word)));
    List<String> result =
        meant.startsWith("\\") ? List.of(meant.substring(1)) : List.of(meant.split("\\+", -1));
    if (!cut.isEmpty()) {
      result.forEach(word -> compiling.words(word));
      compiling.privateWords().replace(new Replacement(cut, result, atStart, atEnd));
    }
  }

  // canon: word form

  void canonicalForms() {
    while (more()) {
      Place place = cursor.place();
      String word = token();
      if (!more()) {
        error(place, "'" + word + "' has no canonical form", "write pairs: canon: word form");
        return;
      }
      String form = token();
      compiling.words(form);
      compiling.privateWords().canon(word, form);
    }
  }

  // query: name "code"

  void query() {
    cursor.skipSpace();
    Place place = cursor.place();
    String name = token();
    cursor.skipSpace();
    Place at = cursor.place();
    if (name.isEmpty() || cursor.peek() != '"') {
      error(place, "the query has no code", "write query: name \"1sq:s::\"");
      Declarations.skipToNext(cursor, false);
      return;
    }
    QueryCode code = code(patterns.quoted(), at);
    if (code != null && !compiling.define(QueryCode.name(name), code)) {
      error(place, "the query " + name + " is defined twice", "give one of them another name");
    }
  }

  private @Nullable QueryCode code(String text, Place place) {
    try {
      return QueryCode.parse(text);
    } catch (IllegalArgumentException wrong) {
      error(
          place,
          "this is no query: " + wrong.getMessage(),
          "write four segments parted by colons, as in docs/script.md");
      return null;
    }
  }

  // describe: $name "what it is for"

  /** Descriptions are for people who read the script. */
  void descriptions() {
    while (more()) {
      token();
    }
  }
}
