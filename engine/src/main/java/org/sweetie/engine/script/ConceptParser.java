package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads concepts, and the members of concepts and topics. */
final class ConceptParser {
  /** Properties of a concept that mean something here; the others are about parts of speech. */
  private static final String AS_TYPED = "ORIGINAL_ONLY";

  private static final String FACES = "EMOTICON";

  private final Cursor cursor;
  private final Compiling compiling;
  private final PatternParser patterns;

  /** What stands between a concept's name and its members. */
  private record Properties(boolean more, boolean asTyped, boolean faces) {}

  ConceptParser(Cursor cursor, Compiling compiling, PatternParser patterns) {
    this.cursor = cursor;
    this.compiling = compiling;
    this.patterns = patterns;
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  /** Reads {@code ~name}; null after an error. */
  @Nullable String name(String what) {
    cursor.skipSpace();
    Place place = cursor.place();
    String name = cursor.word("()[]{}\"").toLowerCase(Locale.ROOT);
    if (name.matches("~\\p{L}[\\p{L}\\p{N}_.'-]*")) {
      return name;
    }
    error(
        place,
        "'" + name + "' names no " + what,
        "write ~name: a tilde, a letter, then letters, digits, _ - .");
    Declarations.skipToNext(cursor, false);
    return null;
  }

  /** Reads a concept; the cursor stands behind {@code concept:}. */
  void parse() {
    cursor.skipSpace();
    Place place = cursor.place();
    String name = name("concept");
    if (name == null) {
      return;
    }
    compiling.declare(name, place);
    Properties properties = properties();
    if (!properties.more() && compiling.isConceptDefined(name)) {
      error(
          place,
          "the concept " + name + " is defined twice",
          "join the two, or write MORE behind the name of the second");
    }
    String owner = "the concept " + name;
    List<Member> members = properties.faces() ? faces(owner) : members(owner);
    compiling.define(name, properties.asTyped() ? asTyped(members) : members);
    cursor.takeSamples();
  }

  private List<Member> asTyped(List<Member> members) {
    return members.stream()
        .map(
            member ->
                compiling.vocabulary().name(member.mark()).startsWith("~")
                    ? member
                    : new Member(
                        compiling.vocabulary().typedOnly(member.mark()),
                        member.excluded(),
                        member.place()))
        .toList();
  }

  private Properties properties() {
    boolean more = false;
    boolean asTyped = false;
    boolean faces = false;
    while (true) {
      cursor.skipSpace();
      if (cursor.atEnd() || cursor.peek() == '(' || cursor.peek() == '[') {
        return new Properties(more, asTyped, faces);
      }
      Place place = cursor.place();
      String property = cursor.word("()[]");
      if (property.equalsIgnoreCase("more")) {
        more = true;
      } else if (property.equals(AS_TYPED)) {
        asTyped = true;
      } else if (property.equals(FACES)) {
        faces = true;
      } else if (property.matches("[A-Z][A-Z_0-9]*")) {
        compiling
            .problems()
            .warning(
                place,
                "the property " + property + " of a concept has no meaning here",
                "its members match in every part of speech");
      } else {
        error(place, "'" + property + "' cannot stand here", "list the members in ( )");
        return new Properties(more, asTyped, faces);
      }
    }
  }

  /** Reads members in ( ) or [ ]. */
  List<Member> members(String owner) {
    cursor.skipSpace();
    Place opened = cursor.place();
    char closer = cursor.peek() == '(' ? ')' : cursor.peek() == '[' ? ']' : '\0';
    if (closer == '\0') {
      error(opened, owner + " has no members", "list them in ( ) or [ ]");
      Declarations.skipToNext(cursor, false);
      return List.of();
    }
    cursor.advance(1);
    List<Member> members = new ArrayList<>();
    while (true) {
      cursor.skipSpace();
      if (cursor.peek() == closer) {
        cursor.advance(1);
        return members;
      }
      if (cursor.atEnd() || Declarations.startsHere(cursor, false)) {
        error(opened, "the members of " + owner + " are not closed", "close them with " + closer);
        return members;
      }
      Member member = member();
      if (member != null) {
        members.add(member);
      }
    }
  }

  /** Faces hold brackets themselves: white space parts them, a bracket by itself ends them. */
  private List<Member> faces(String owner) {
    Place opened = cursor.place();
    cursor.advance(1);
    List<Member> members = new ArrayList<>();
    while (true) {
      while (Character.isWhitespace(cursor.peek())) {
        cursor.advance(1);
      }
      Place place = cursor.place();
      if (cursor.atEnd()) {
        error(opened, "the faces of " + owner + " are not closed", "write ) by itself behind them");
        return members;
      }
      String face = cursor.peek() == '"' ? patterns.quoted() : face();
      if (face.equals(")") || face.equals("]")) {
        return members;
      }
      boolean concept = face.matches("~\\p{L}.*");
      int mark = concept ? compiling.useConcept(face, place) : compiling.words(face);
      members.add(new Member(mark, false, place));
    }
  }

  private String face() {
    int start = cursor.offset();
    while (!cursor.atEnd() && !Character.isWhitespace(cursor.peek())) {
      cursor.advance(1);
    }
    return cursor.slice(start, cursor.offset());
  }

  private @Nullable Member member() {
    Place place = cursor.place();
    boolean excluded = cursor.peek() == '!' && cursor.peek(1) != ' ';
    if (excluded) {
      cursor.advance(1);
    }
    boolean typed = cursor.peek() == '\'' && !cursor.startsWith("'s ");
    if (typed) {
      cursor.advance(1);
    }
    int mark = memberMark(place);
    if (mark == Vocabulary.NONE) {
      return null;
    }
    return new Member(typed ? compiling.vocabulary().typedOnly(mark) : mark, excluded, place);
  }

  private int memberMark(Place place) {
    if (cursor.peek() == '"') {
      return compiling.words(patterns.quoted());
    }
    String word = cursor.word("()[]{}\"");
    if (word.isEmpty()) {
      error(
          place,
          "'" + cursor.peek() + "' cannot be a member",
          "list words, \"phrases\" and ~concepts");
      cursor.advance(1);
      return Vocabulary.NONE;
    }
    if (word.equals(Script.MASKED)) {
      return compiling.vocabulary().intern(word);
    }
    if (word.startsWith("~")) {
      return compiling.useConcept(word, place);
    }
    if (word.indexOf('*') >= 0) {
      return compiling.vocabulary().wildcard(Fold.word(word.replace("\\", "")));
    }
    return compiling.words(patterns.withoutMeaning(word, place));
  }
}
