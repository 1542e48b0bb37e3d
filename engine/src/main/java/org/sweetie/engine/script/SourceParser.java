package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.Cursor.RawSample;
import org.sweetie.engine.script.Topic.Flag;

/** Reads one source: its concepts and topics. */
final class SourceParser {
  private final Cursor cursor;
  private final Compiling compiling;
  private final OutputParser output;
  private final RuleReader reader;
  private final List<String> topicBots = new ArrayList<>();
  private @Nullable TopicDraft topic;

  SourceParser(SourceText source, Compiling compiling) {
    this.cursor = new Cursor(source);
    this.compiling = compiling;
    this.reader = new RuleReader(source, compiling);
    this.output = new OutputParser(cursor, compiling);
  }

  /** Reads one declaration again of a script that was compiled before. */
  static void readAgain(Compiling.Declaration declaration, Compiling compiling) {
    SourceParser parser = new SourceParser(declaration.source(), compiling);
    parser.cursor.moveTo(declaration.offset());
    parser.declaration(Declarations.keyword(parser.cursor));
  }

  private void error(Place place, String message, String remedy) {
    compiling.problems().error(place, message, remedy);
  }

  void parse() {
    cursor.skipSpace();
    while (!cursor.atEnd()) {
      String keyword = Declarations.keyword(cursor);
      TopicDraft draft = topic;
      if (!keyword.isEmpty()) {
        declaration(keyword);
      } else if (Declarations.ruleKind(cursor) != 0 && draft != null) {
        rule(draft);
      } else {
        error(
            cursor.place(),
            "'" + cursor.word("") + "' begins neither a declaration nor a rule",
            "begin with concept:, topic:, or inside a topic with a rule such as u: or t:");
        skipToNext();
      }
      cursor.skipSpace();
    }
  }

  private void skipToNext() {
    cursor.skipSpace();
    while (!cursor.atEnd() && !Declarations.startsHere(cursor, topic != null)) {
      if (cursor.word("").isEmpty()) {
        cursor.advance(1);
      }
      cursor.skipSpace();
    }
  }

  private void declaration(String keyword) {
    Place place = cursor.place();
    boolean isKeptWhole = keyword.equals("concept") || keyword.equals("topic");
    if (!isKeptWhole) {
      compiling.note(new Compiling.Declaration(reader.source(), cursor.offset()));
    }
    cursor.advance(keyword.length() + 1);
    switch (keyword) {
      case "concept" -> concept();
      case "topic" -> topic();
      case "outputmacro" -> macro();
      case "table" -> table(place);
      case "bot" -> bots();
      default -> {
        error(
            place,
            keyword + ": is not supported",
            Declarations.UNSUPPORTED.getOrDefault(keyword, "take it out"));
        topic = null;
        skipToNext();
      }
    }
  }

  /** Reads {@code ~name}; null after an error. */
  private @Nullable String name(String what) {
    cursor.skipSpace();
    Place place = cursor.place();
    String name = cursor.word("()[]{}\"").toLowerCase(Locale.ROOT);
    if (name.matches("~\\p{L}[\\p{L}\\p{N}_.-]*")) {
      return name;
    }
    error(
        place,
        "'" + name + "' names no " + what,
        "write ~name: a tilde, a letter, then letters, digits, _ - .");
    skipToNext();
    return null;
  }

  // Concepts.

  private void concept() {
    topic = null;
    cursor.skipSpace();
    Place place = cursor.place();
    String name = name("concept");
    if (name == null) {
      return;
    }
    compiling.declare(name, place);
    boolean more = conceptProperties();
    if (!more && compiling.isConceptDefined(name)) {
      error(
          place,
          "the concept " + name + " is defined twice",
          "join the two, or write MORE behind the name of the second");
    }
    List<Member> members = members("the concept " + name);
    compiling.define(name, members);
    cursor.takeSamples();
  }

  /** Reads what stands between a concept's name and its members; tells whether it was MORE. */
  private boolean conceptProperties() {
    boolean more = false;
    while (true) {
      cursor.skipSpace();
      if (cursor.atEnd() || cursor.peek() == '(' || cursor.peek() == '[') {
        return more;
      }
      Place place = cursor.place();
      String property = cursor.word("()[]");
      if (property.equalsIgnoreCase("more")) {
        more = true;
      } else if (property.matches("[A-Z_]+")) {
        compiling
            .problems()
            .warning(
                place,
                "the property " + property + " of a concept has no meaning here",
                "its members match in every part of speech");
      } else {
        error(place, "'" + property + "' cannot stand here", "list the members in ( )");
        return more;
      }
    }
  }

  private List<Member> members(String owner) {
    cursor.skipSpace();
    Place opened = cursor.place();
    char closer = cursor.peek() == '(' ? ')' : cursor.peek() == '[' ? ']' : '\0';
    if (closer == '\0') {
      error(opened, owner + " has no members", "list them in ( ) or [ ]");
      skipToNext();
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
      return compiling.words(output.patterns().quoted());
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
    return compiling.words(output.patterns().withoutMeaning(word, place));
  }

  // Macros, tables and bots.

  private void macro() {
    topic = null;
    cursor.skipSpace();
    Place place = cursor.place();
    String bare = cursor.word("()[]{}").toLowerCase(Locale.ROOT);
    String name = bare.startsWith("^") ? bare : "^" + bare;
    List<String> parameters = parameters(place);
    if (!name.matches("\\^\\p{L}[\\p{L}\\p{N}_.-]*") || Functions.named(name) != null) {
      error(place, "'" + bare + "' cannot name a macro", "choose a name the engine does not use");
    }
    compiling.declare(name, place);
    output.enter("");
    output.enterMacro(parameters);
    Macro macro = new Macro(name, parameters, output.parseRule());
    output.enterMacro(List.of());
    if (!compiling.define(macro)) {
      error(place, "the macro " + name + " is defined twice", "give one of them another name");
    }
    cursor.takeSamples();
  }

  private List<String> parameters(Place place) {
    cursor.skipSpace();
    List<String> names = new ArrayList<>();
    if (cursor.peek() != '(') {
      error(place, "the macro has no parameters", "write them in ( ), or () for none");
      return names;
    }
    cursor.advance(1);
    cursor.skipSpace();
    while (!cursor.atEnd() && cursor.peek() != ')') {
      Place at = cursor.place();
      String name = cursor.word("()").toLowerCase(Locale.ROOT);
      if (!name.matches("\\^\\p{L}[\\p{L}\\p{N}_-]*")) {
        error(at, "'" + name + "' cannot be a parameter", "write ^name");
        cursor.advance(name.isEmpty() ? 1 : 0);
      } else {
        names.add(name);
      }
      cursor.skipSpace();
    }
    cursor.advance(1);
    return names;
  }

  /** Of ChatScript's tables only the one that names the default bot means something here. */
  private void table(Place place) {
    topic = null;
    cursor.skipSpace();
    String name = cursor.word("()");
    if (!name.equalsIgnoreCase("defaultbot")) {
      error(place, "table: is not supported", "write the facts as concepts");
      skipToNext();
      return;
    }
    while (!cursor.atEnd() && !cursor.startsWith("DATA:") && !cursor.startsWith("data:")) {
      if (cursor.word("").isEmpty()) {
        cursor.advance(1);
      }
      cursor.skipSpace();
    }
    cursor.advance(5);
    cursor.skipSpace();
    compiling.nameDefaultBot(cursor.word("()[]{}").toLowerCase(Locale.ROOT));
    skipToNext();
  }

  /** {@code bot: name} restricts the topics that follow in the file. */
  private void bots() {
    topic = null;
    topicBots.clear();
    cursor.skipSpace();
    while (!cursor.atEnd() && !Declarations.startsHere(cursor, false)) {
      String name = cursor.word(",");
      if (name.isEmpty()) {
        cursor.advance(1);
      } else if (!name.matches("[0-9]+")) {
        topicBots.add(name);
      }
      cursor.skipSpace();
    }
  }

  // Topics.

  private void topic() {
    topic = null;
    cursor.skipSpace();
    Place place = cursor.place();
    String name = name("topic");
    if (name == null) {
      return;
    }
    if (compiling.topic(name) != null) {
      error(
          place,
          "the topic " + name + " is declared twice",
          "join the two, or give one of them another name");
    }
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    List<String> bots = new ArrayList<>(topicBots);
    topicFlags(flags, bots);
    if (cursor.peek() == '(' || cursor.peek() == '[') {
      compiling.define(name, members("the topic " + name));
    } else {
      compiling.define(name, List.of());
    }
    compiling.declare(name, place);
    int number = compiling.topics().size();
    TopicDraft draft =
        new TopicDraft(number, name, compiling.vocabulary().intern(name), flags, bots);
    compiling.addTopic(draft);
    topic = draft;
    output.enter(name);
    cursor.takeSamples();
  }

  private void topicFlags(Set<Flag> flags, List<String> bots) {
    while (true) {
      cursor.skipSpace();
      if (cursor.atEnd()
          || cursor.peek() == '('
          || cursor.peek() == '['
          || Declarations.startsHere(cursor, true)) {
        return;
      }
      Place place = cursor.place();
      String word = cursor.word("()[]");
      String upper = word.toUpperCase(Locale.ROOT);
      if (upper.startsWith("BOT=") && word.length() > 4) {
        bots.addAll(List.of(word.substring(4).split(",", -1)));
        continue;
      }
      Flag flag = flag(upper);
      if (flag == null) {
        error(
            place,
            "'" + word + "' is no flag of a topic",
            "use random, keep, repeat, nostay, system, priority, deprioritize or bot=name, then"
                + " the keywords in ( )");
      } else {
        flags.add(flag);
      }
    }
  }

  private static @Nullable Flag flag(String upper) {
    for (Flag flag : Flag.values()) {
      if (flag.name().equals(upper)) {
        return flag;
      }
    }
    return null;
  }

  // Rules.

  private void rule(TopicDraft draft) {
    int offset = cursor.offset();
    Place place = cursor.place();
    List<RawSample> samples = cursor.takeSamples();
    char kind = Declarations.ruleKind(cursor);
    cursor.advance(2);
    cursor.skipSpace();
    boolean topLevel = RuleHead.isTopLevel(kind);
    String label = label();
    cursor.skipSpace();
    int bodyOffset = cursor.offset();
    if (cursor.peek() != '(' && kind != 't' && kind != 'r') {
      error(place, "the rule " + kind + ": has no pattern", "write one in ( ), or () to match all");
    }
    if (!topLevel && draft.rules().isEmpty()) {
      error(place, "a rejoinder has no rule above it", "put it below the rule it belongs to");
    }
    checkLevel(draft, kind, topLevel, place);
    RuleBody body = RuleReader.read(cursor, output);
    int[] numbers = draft.count(topLevel);
    RuleHead head =
        new RuleHead(
            draft.number(),
            draft.name(),
            draft.rules().size(),
            kind,
            label,
            numbers[0],
            numbers[1],
            offset,
            bodyOffset,
            samples(draft, samples, place, numbers));
    draft.add(new Rule(head, reader, body));
  }

  private void checkLevel(TopicDraft draft, char kind, boolean topLevel, Place place) {
    if (kind == 'r' || kind == 't' || kind == 's' || kind == 'u' || kind == '?') {
      return;
    }
    if (kind > 'q') {
      error(place, "there is no rule " + kind + ":", "use s: u: ?: t: r: or a rejoinder a: to q:");
    }
    if (!topLevel && draft.rules().isEmpty()) {
      return;
    }
    char above = draft.rules().get(draft.rules().size() - 1).kind();
    boolean aboveIsTop = RuleHead.isTopLevel(above);
    if (!aboveIsTop && kind > above + 1) {
      compiling
          .problems()
          .warning(
              place,
              "the rejoinder " + kind + ": skips a level below " + above + ":",
              "it is reached only when a choice names its level");
    }
  }

  private static List<ScriptSample> samples(
      TopicDraft draft, List<RawSample> samples, Place place, int[] numbers) {
    String tag = draft.tag(numbers);
    return samples.stream()
        .map(
            raw ->
                new ScriptSample(
                    place.file(), raw.line(), draft.name(), tag, raw.input(), raw.flags()))
        .toList();
  }

  /** A label stands before a pattern; in a gambit a first word not followed by one is said. */
  private String label() {
    int start = cursor.offset();
    int length = 0;
    while (Character.isLetterOrDigit(cursor.peek(length))
        || "_-.".indexOf(cursor.peek(length)) >= 0) {
      length++;
    }
    if (length == 0 || !Character.isLetter(cursor.peek())) {
      return "";
    }
    String label = cursor.slice(start, start + length);
    cursor.advance(length);
    cursor.skipSpace();
    if (cursor.peek() == '(' && !label.equals("if") && !label.equals("loop")) {
      return label.toUpperCase(Locale.ROOT);
    }
    cursor.moveTo(start);
    return "";
  }
}
