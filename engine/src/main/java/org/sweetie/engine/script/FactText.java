package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts as text: {@code ( subject verb object FLAG )}, a field with blanks in quotes. */
final class FactText {
  private final String text;
  private int at;

  /** A fact that was read: three fields, each a word or such a fact again. */
  record Read(List<Object> fields, Set<Fact.Flag> flags) {}

  private FactText(String text) {
    this.text = text;
  }

  static String write(Fact fact) {
    StringBuilder out = new StringBuilder("(");
    for (Fact.Term term : List.of(fact.subject(), fact.verb(), fact.object())) {
      Fact nested = term.fact();
      out.append(' ').append(nested == null ? quoted(term.text()) : write(nested));
    }
    fact.flags().forEach(flag -> out.append(' ').append(flag.name()));
    return out.append(" )").toString();
  }

  private static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().noneMatch(FactText::needsQuotes);
    return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean needsQuotes(int c) {
    return Character.isWhitespace(c) || "()\"\\".indexOf(c) >= 0;
  }

  /** Reads what {@link #write} wrote, parentheses outside left out or not; null when it is none. */
  static @Nullable Read read(String text) {
    FactText reader = new FactText(text.strip());
    boolean open = reader.text.startsWith("(");
    reader.at = open ? 1 : 0;
    return reader.fact(open);
  }

  private @Nullable Read fact(boolean open) {
    List<Object> fields = new ArrayList<>();
    Set<Fact.Flag> flags = EnumSet.noneOf(Fact.Flag.class);
    while (true) {
      skipBlanks();
      if (at >= text.length() || text.charAt(at) == ')') {
        at++;
        boolean closed = !open || at <= text.length();
        return fields.size() == 3 && closed ? new Read(fields, flags) : null;
      }
      Object field = field();
      if (field == null) {
        return null;
      }
      Fact.Flag flag = fields.size() < 3 ? null : flag(field.toString());
      if (flag != null) {
        flags.add(flag);
      } else if (fields.size() < 3) {
        fields.add(field);
      }
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private @Nullable Object field() {
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      return fact(true);
    }
    return c == '"' ? quotedWord() : word();
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != ')') {
      at++;
    }
    return text.substring(start, at);
  }

  private String quotedWord() {
    StringBuilder word = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at++;
    return word.toString();
  }

  /** The flag of a name, or null for one without a meaning here. */
  static Fact.@Nullable Flag flag(String name) {
    for (Fact.Flag flag : Fact.Flag.values()) {
      if (flag.name().equals(name.toUpperCase(Locale.ROOT))) {
        return flag;
      }
    }
    return null;
  }

  /** Names of ChatScript's flags that are taken and change nothing: fields tell what they hold. */
  static boolean isIdleFlag(String name) {
    return Set.of("FACTSUBJECT", "FACTVERB", "FACTOBJECT", "AUTODELETE", "ORIGINAL_ONLY")
        .contains(name.toUpperCase(Locale.ROOT));
  }
}
