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
  private final ConceptParser concepts;
  private final MacroParser macros;
  private final TableParser tables;
  private final WordsParser words;
  private final RuleReader reader;
  private final List<String> topicBots = new ArrayList<>();
  private @Nullable TopicDraft topic;

  SourceParser(SourceText source, Compiling compiling) {
    this.cursor = new Cursor(source);
    this.compiling = compiling;
    this.reader = new RuleReader(source, compiling);
    this.output = new OutputParser(cursor, compiling);
    this.concepts = new ConceptParser(cursor, compiling, output.patterns());
    this.macros = new MacroParser(cursor, compiling, output);
    this.tables = new TableParser(cursor, compiling, output, macros);
    this.words = new WordsParser(cursor, compiling, output.patterns());
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
    Declarations.skipToNext(cursor, topic != null);
  }

  private void declaration(String keyword) {
    Place place = cursor.place();
    boolean isKeptWhole = keyword.equals("concept") || keyword.equals("topic");
    if (!isKeptWhole) {
      compiling.note(new Compiling.Declaration(reader.source(), cursor.offset()));
    }
    cursor.advance(keyword.length() + 1);
    if (keyword.equals("datum")) {
      tables.parse(true);
      return;
    }
    topic = null;
    switch (keyword) {
      case "concept" -> concepts.parse();
      case "topic" -> topic();
      case "outputmacro", "dualmacro" -> macros.parse();
      case "patternmacro" -> macros.parsePattern();
      case "tablemacro", "tmacro" -> macros.parseForTables();
      case "table" -> tables.parse(false);
      case "replace" -> words.replacements();
      case "canon" -> words.canonicalForms();
      case "query" -> words.query();
      case "describe" -> words.descriptions();
      case "bot" -> bots();
      case "data" -> misplaced(place, "DATA: stands below no table", "write table: above it");
      default ->
          misplaced(
              place,
              keyword + ": is not supported",
              Declarations.UNSUPPORTED.getOrDefault(keyword, "take it out"));
    }
  }

  private void misplaced(Place place, String message, String remedy) {
    error(place, message, remedy);
    skipToNext();
  }

  /** {@code bot: name} restricts the topics that follow in the file. */
  private void bots() {
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
    cursor.skipSpace();
    Place place = cursor.place();
    String name = concepts.name("topic");
    if (name == null) {
      return;
    }
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    List<String> bots = new ArrayList<>(topicBots);
    topicFlags(flags, bots);
    checkTwice(name, flags, place);
    boolean keywords = cursor.peek() == '(' || cursor.peek() == '[';
    compiling.define(name, keywords ? concepts.members("the topic " + name) : List.of());
    cursor.takeSamples();
    compiling.declare(name, place);
    List<String> saved = MacroParser.savedVariables(cursor);
    int number = compiling.topics().size();
    int mark = compiling.vocabulary().intern(name);
    TopicDraft draft = new TopicDraft(number, name, mark, flags, bots, saved);
    compiling.addTopic(draft);
    topic = draft;
    output.enter(name);
  }

  /** With MORE the keywords of a concept become those of the topic as well. */
  private void checkTwice(String name, Set<Flag> flags, Place place) {
    if (compiling.topic(name) != null) {
      error(
          place,
          "the topic " + name + " is declared twice",
          "join the two, or give one of them another name");
    } else if (compiling.isConceptDefined(name) && !flags.contains(Flag.MORE)) {
      error(
          place,
          "a concept has the name of the topic " + name,
          "rename one of them, or write MORE behind the topic's name to join their words");
    }
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
        warnOfIdle(flag, place);
      }
    }
  }

  private void warnOfIdle(Flag flag, Place place) {
    if (flag == Flag.SHARE || flag == Flag.NOSAMPLES) {
      String why =
          flag == Flag.SHARE
              ? "share has no meaning here: a conversation has one bot"
              : "nosamples has no meaning here: samples meet patterns alone";
      compiling.problems().warning(place, why, "take it out, or leave it for ChatScript");
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
        draft.head(
            kind, label, numbers, offset, bodyOffset, samples(draft, samples, place, numbers));
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
