package org.sweetie.engine.script;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.AtCapture.Way;

/** Reads what stands between blanks in a pattern: words, gaps, variables and relations. */
final class PatternTokens {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final PatternParser patterns;

  PatternTokens(Cursor cursor, Compiling compiling, OutputParser output, PatternParser patterns) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.output = output;
    this.patterns = patterns;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** The element that stands at the cursor. */
  @Nullable PatternElement read() {
    Place place = cursor.place();
    int start = cursor.offset();
    String token = cursor.word(PatternParser.BRACKETS);
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
    return PatternParser.marked(compiling.vocabulary().intern(Fold.word(token)));
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
    return PatternParser.marked(compiling.vocabulary().intern(Fold.word(token.replace("\\", ""))));
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
      right = patterns.quoted();
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
      return PatternParser.marked(compiling.useConcept(token, place));
    }
    if (token.startsWith("#")) {
      error(place, "the constant " + token + " is not supported", "write the number it stands for");
      return null;
    }
    if (token.indexOf('*') >= 0) {
      return wildcard(token);
    }
    return PatternParser.marked(compiling.words(withoutMeaning(token, place)));
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
