package org.sweetie.engine.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that begin something new in a source. */
final class Declarations {
  private static final Set<String> READ =
      Set.of(
          "topic",
          "concept",
          "outputmacro",
          "dualmacro",
          "patternmacro",
          "tablemacro",
          "tmacro",
          "table",
          "datum",
          "data",
          "bot",
          "replace",
          "canon",
          "query",
          "describe");

  /** What the engine does not read, and what to do instead. */
  static final Map<String, String> UNSUPPORTED =
      Map.ofEntries(
          Map.entry("plan", "write topics, or outputmacros that call each other"),
          Map.entry("rename", "use the number of the match variable or set"),
          Map.entry("language", "leave it out: a script is read as Unicode, in any language"),
          Map.entry("world", "write the facts in a table:"),
          Map.entry("word", "name the word in a concept"));

  private static final int LONGEST = 13;

  private Declarations() {}

  /** Whether a declaration starts at the cursor; rules count only at the top of an output. */
  static boolean startsHere(Cursor cursor, boolean rulesToo) {
    return !keyword(cursor).isEmpty() || (rulesToo && ruleKind(cursor) != 0);
  }

  /** The declaration that starts here in lower case, or nothing. */
  static String keyword(Cursor cursor) {
    int length = 0;
    while (length < LONGEST && Character.isLetter(cursor.peek(length))) {
      length++;
    }
    if (length < 3 || cursor.peek(length) != ':' || !endsToken(cursor.peek(length + 1))) {
      return "";
    }
    String word = cursor.slice(cursor.offset(), cursor.offset() + length).toLowerCase(Locale.ROOT);
    boolean known = READ.contains(word) || UNSUPPORTED.containsKey(word);
    return known ? word : "";
  }

  /** The kind of rule that starts here, in lower case, or NUL. */
  static char ruleKind(Cursor cursor) {
    char kind = Character.toLowerCase(cursor.peek());
    boolean isKind = (kind >= 'a' && kind <= 'u') || kind == '?';
    return isKind && cursor.peek(1) == ':' && endsToken(cursor.peek(2)) ? kind : 0;
  }

  /** Goes on to the next declaration, or to the next rule when those count too. */
  static void skipToNext(Cursor cursor, boolean rulesToo) {
    cursor.skipSpace();
    while (!cursor.atEnd() && !startsHere(cursor, rulesToo)) {
      if (cursor.word("").isEmpty()) {
        cursor.advance(1);
      }
      cursor.skipSpace();
    }
  }

  private static boolean endsToken(char c) {
    return c == '\0' || c == '(' || c == '~' || c == '^' || Character.isWhitespace(c);
  }
}
