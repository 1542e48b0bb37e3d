package org.sweetie.engine.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that begin something new in a source. */
final class Declarations {
  private static final Set<String> READ = Set.of("topic", "concept", "outputmacro", "table", "bot");

  /** What the engine does not read, and what to do instead. */
  static final Map<String, String> UNSUPPORTED =
      Map.ofEntries(
          Map.entry("patternmacro", "write the pattern out, or as a concept"),
          Map.entry("dualmacro", "write the script as a rule and ^reuse it"),
          Map.entry("tablemacro", "write the facts as concepts"),
          Map.entry("tmacro", "write the facts as concepts"),
          Map.entry("data", "write the facts as concepts"),
          Map.entry("replace", "name both spellings in the pattern"),
          Map.entry("canon", "name both forms in a concept"),
          Map.entry("query", "keep values in $variables"),
          Map.entry("describe", "write it as a comment"),
          Map.entry("plan", "write topics"),
          Map.entry("rename", "use the match variable's number"),
          Map.entry("world", "write the facts as concepts"),
          Map.entry("word", "name the word in a concept"));

  private Declarations() {}

  /** Whether a declaration starts at the cursor; rules count only at the top of an output. */
  static boolean startsHere(Cursor cursor, boolean rulesToo) {
    return !keyword(cursor).isEmpty() || (rulesToo && ruleKind(cursor) != 0);
  }

  /** The declaration that starts here in lower case, or nothing. */
  static String keyword(Cursor cursor) {
    int length = 0;
    while (length < 13 && Character.isLetter(cursor.peek(length))) {
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

  private static boolean endsToken(char c) {
    return c == '\0' || c == '(' || c == '~' || Character.isWhitespace(c);
  }
}
