package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parts of the compiler share while one script is compiled. */
final class Compiling {
  private static final Pattern MACRO =
      Pattern.compile("(?i)[ \\t]*(?:output|dual|table|t)macro:\\s*(\\^?\\p{L}[\\p{L}\\p{N}_.-]*)");

  private final Problems problems = new Problems();
  private final Vocabulary vocabulary;
  private final List<SourceText> sources = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<TopicDraft> topics = new ArrayList<>();
  private final Map<String, TopicDraft> topicsByName = new LinkedHashMap<>();
  private final Map<String, List<Integer>> concepts = new LinkedHashMap<>();
  private final Map<String, Integer> marksOfWords = new HashMap<>();
  private final Map<String, Place> namePlaces = new HashMap<>();
  private final Map<String, Place> conceptUses = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();

  /** Where something other than a concept or topic is declared, for reading it again. */
  record Declaration(SourceText source, int offset) {}

  /** A name used in a call that must exist once everything is read. */
  private record Reference(String name, String topic, boolean isTopic, Place place) {}

  private final Map<String, Macro> macros = new LinkedHashMap<>();
  private final List<MacroUse> macroUses = new ArrayList<>();
  private final Map<String, PatternMacro> patternMacros = new HashMap<>();
  private final Map<String, TableMacro> tableMacros = new HashMap<>();
  private final Set<String> macroNames = new HashSet<>();
  private final List<TableParser.Table> tables = new ArrayList<>();
  private final List<TableText> tableTexts = new ArrayList<>();
  private final Map<String, ScriptText> scripts = new LinkedHashMap<>();
  private final Map<String, QueryCode> queries = new HashMap<>(QueryCode.SHIPPED);
  private final PrivateWords.Builder privateWords = new PrivateWords.Builder();
  private boolean asksWhenUsed;
  private final Map<String, Place> queryUses = new LinkedHashMap<>();
  private final List<Reference> eitherUses = new ArrayList<>();
  private boolean asksContext;
  private boolean closed;

  /** A macro for tables, and which of its parameters keep the quotes of strings. */
  record TableMacro(Macro macro, List<Boolean> quotes) {}

  /** A value of a table, which a rule may come to say. */
  record TableText(String text, Place place) {}

  /** A call of a macro that must exist once everything is read. */
  private record MacroUse(String name, int arguments, Place place) {}

  Compiling() {
    this(new Vocabulary());
  }

  /**
   * @param vocabulary an empty one, or that of a script that was compiled before
   */
  Compiling(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void add(SourceText source) {
    sources.add(source);
  }

  List<SourceText> sources() {
    return sources;
  }

  void note(Declaration declaration) {
    declarations.add(declaration);
  }

  List<Declaration> declarations() {
    return declarations;
  }

  /** A concept as it was compiled before. */
  void restore(String concept, int[] marks) {
    concepts.put(concept, Arrays.stream(marks).boxed().toList());
  }

  /**
   * Ends the compiling: names are resolved and nothing is noted any more. From here on it may be
   * used by many threads, to read the bodies of rules again.
   */
  void close() {
    vocabulary.close();
    problems.close();
    references.clear();
    macroUses.clear();
    conceptUses.clear();
    namePlaces.clear();
    marksOfWords.clear();
    closed = true;
  }

  /** Notes where a topic, concept or macro is declared. */
  void declare(String name, Place place) {
    namePlaces.putIfAbsent(name, place);
  }

  /** The names as they stand once everything is read; to be asked before {@link #close}. */
  DeclaredNames names() {
    return new DeclaredNames(
        Map.copyOf(namePlaces),
        concepts.keySet(),
        Set.copyOf(conceptUses.keySet()),
        macros.values());
  }

  Map<String, Macro> macros() {
    return macros;
  }

  /** Adds a macro; false when there is one of that name. */
  boolean define(Macro macro) {
    return macros.putIfAbsent(macro.name(), macro) == null;
  }

  void useMacro(String name, int arguments, Place place) {
    if (!closed) {
      macroUses.add(new MacroUse(name.toLowerCase(Locale.ROOT), arguments, place));
    }
  }

  /**
   * Notes which macros a source defines, before anything is read: a call without a caret is told
   * from plain words by it, wherever the macro stands.
   */
  void foresee(String source) {
    for (int at = source.indexOf("acro:"); at >= 0; at = source.indexOf("acro:", at + 5)) {
      Matcher found = MACRO.matcher(source);
      found.region(source.lastIndexOf('\n', at) + 1, source.length());
      if (found.lookingAt()) {
        String name = found.group(1).toLowerCase(Locale.ROOT);
        macroNames.add(name.startsWith("^") ? name : "^" + name);
      }
    }
  }

  boolean isMacro(String name) {
    return macroNames.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Adds a pattern macro; false when there is one of that name. */
  boolean define(PatternMacro macro) {
    return patternMacros.putIfAbsent(macro.name(), macro) == null;
  }

  /** The pattern macro that is called at a cursor, or null. */
  @Nullable PatternMacro patternMacroAt(Cursor cursor) {
    if (cursor.peek() != '^' || patternMacros.isEmpty()) {
      return null;
    }
    int length = 1;
    while (ValueParser.isNamePart(cursor.peek(length)) || cursor.peek(length) == '.') {
      length++;
    }
    String name = cursor.slice(cursor.offset(), cursor.offset() + length);
    return cursor.peek(length) == '(' ? patternMacros.get(name.toLowerCase(Locale.ROOT)) : null;
  }

  void defineForTables(Macro macro, List<Boolean> quotes) {
    tableMacros.put(macro.name(), new TableMacro(macro, quotes));
  }

  @Nullable TableMacro tableMacro(String name) {
    return tableMacros.get(name);
  }

  void addTable(TableParser.Table table) {
    tables.add(table);
  }

  List<TableParser.Table> tables() {
    return tables;
  }

  void addTableText(String text, Place place) {
    tableTexts.add(new TableText(text, place));
  }

  /** Keeps output script of a table under the text it goes by. */
  void addScript(String text, ScriptText script) {
    scripts.putIfAbsent(text, script);
  }

  /** Adds a query; false when there is one of that name. */
  boolean define(String name, QueryCode query) {
    return queries.putIfAbsent(name, query) == null;
  }

  PrivateWords.Builder privateWords() {
    return privateWords;
  }

  /** What is known before the tables run: an empty base that they fill. */
  Knowledge knowledge() {
    Map<String, OutputNode.Block> blocks = new LinkedHashMap<>();
    scripts.forEach((text, script) -> blocks.put(text, read(script)));
    return new Knowledge(
        new FactBase(), queries, blocks, Map.of(), tableTexts, privateWords.build());
  }

  private OutputNode.Block read(ScriptText script) {
    Cursor cursor = new Cursor(new SourceText(script.text(), script.place()));
    return new OutputParser(cursor, this).parseRule();
  }

  /** Adds a word to a concept, as tables do. */
  void addMember(String concept, String word) {
    Place place = new Place("", 1, 1);
    int mark =
        word.startsWith("~")
            ? vocabulary.intern(word.toLowerCase(Locale.ROOT))
            : words(word.replace('_', ' '));
    define(concept, List.of(new Member(mark, false, place)));
  }

  /** Notes that the script asks which labels spoke lately, so that the state has to keep it. */
  void askContext() {
    asksContext = true;
  }

  boolean asksContext() {
    return asksContext;
  }

  /** Notes that the script asks when topics last spoke, so that the state has to keep it. */
  void askWhenUsed() {
    asksWhenUsed = true;
  }

  boolean asksWhenUsed() {
    return asksWhenUsed;
  }

  Problems problems() {
    return problems;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<TopicDraft> topics() {
    return topics;
  }

  Map<String, List<Integer>> concepts() {
    return concepts;
  }

  void addTopic(TopicDraft topic) {
    topics.add(topic);
    topicsByName.put(topic.name(), topic);
  }

  /** The topic of a name as read so far, or null. */
  @Nullable TopicDraft topic(String name) {
    return topicsByName.get(name);
  }

  boolean isConceptDefined(String name) {
    return concepts.containsKey(name);
  }

  void define(String name, List<Member> members) {
    vocabulary.define(vocabulary.intern(name), members);
    List<Integer> marks = concepts.computeIfAbsent(name, key -> new ArrayList<>());
    members.stream().filter(member -> !member.excluded()).forEach(m -> marks.add(m.mark()));
  }

  /** The mark of a concept that is used somewhere. */
  int useConcept(String name, Place place) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!closed) {
      conceptUses.putIfAbsent(lower, place);
    }
    return vocabulary.intern(lower);
  }

  void useTopic(String name, Place place) {
    if (!closed) {
      references.add(new Reference(name.toLowerCase(Locale.ROOT), "", true, place));
    }
  }

  /** A name with a dot may be a topic's own or that of a rule. */
  void useTopicOrRule(String name, Place place) {
    if (!closed) {
      eitherUses.add(new Reference(name, "", true, place));
    }
  }

  void useQuery(String name, Place place) {
    if (!closed) {
      queryUses.putIfAbsent(QueryCode.name(name), place);
    }
  }

  void useRule(String reference, String topic, Place place) {
    if (!closed) {
      references.add(new Reference(reference, topic, false, place));
    }
  }

  /** The mark of one or more words as the reader would cut and expand them. */
  int words(String text) {
    return closed ? cutWords(text) : marksOfWords.computeIfAbsent(text, this::cutWords);
  }

  private int cutWords(String text) {
    List<String> words = Reader.phrase(text.replace('_', ' '));
    return words.isEmpty() ? vocabulary.intern(Fold.word(text)) : vocabulary.phrase(words);
  }

  /** Looks once everything is read whether all names lead somewhere. */
  void checkReferences() {
    conceptUses.forEach(this::checkConcept);
    macroUses.forEach(this::checkMacro);
    queryUses.forEach(this::checkQuery);
    for (Reference either : eitherUses) {
      if (!topicsByName.containsKey(either.name().toLowerCase(Locale.ROOT))) {
        checkRule(either);
      }
    }
    for (Reference reference : references) {
      if (reference.isTopic()) {
        checkTopic(reference);
      } else {
        checkRule(reference);
      }
    }
  }

  private void checkMacro(MacroUse use) {
    Macro macro = macros.get(use.name());
    if (macro == null && patternMacros.containsKey(use.name())) {
      problems.error(
          use.place(),
          use.name() + " is a patternmacro, and is called where it is not known",
          "define it above, call it in patterns alone, or make it a dualmacro");
      return;
    }
    if (macro == null) {
      problems.error(
          use.place(),
          "the function " + use.name() + " is not supported",
          Functions.remedy(use.name()));
    } else if (!macro.takes(use.arguments())) {
      problems.error(
          use.place(),
          use.name() + " has " + use.arguments() + " arguments",
          "give it " + macro.parameters().size());
    }
  }

  private void checkConcept(String name, Place place) {
    boolean known =
        concepts.containsKey(name)
            || topicsByName.containsKey(name)
            || English.SHIPPED.concepts().containsKey(name)
            || SentenceParts.isPart(name)
            || English.SHIPPED.isInterjectionConcept(name);
    if (!known && English.SHIPPED.needsParser(name)) {
      problems.warning(
          place,
          name + " is a word's part in its sentence, which takes a parser, so it never matches",
          "match by the kind of word, such as ~noun or ~verb, or by its neighbours");
    } else if (!known) {
      problems.warning(
          place,
          "nothing defines the concept " + name + ", so it never matches",
          "add 'concept: " + name + " ( … )' or correct the name");
    }
  }

  private void checkQuery(String name, Place place) {
    if (!queries.containsKey(name)) {
      problems.error(
          place,
          "there is no query " + name,
          "use one of those in docs/script.md, or define 'query: " + name + " \"…\"'");
    }
  }

  private void checkTopic(Reference reference) {
    if (!topicsByName.containsKey(reference.name())) {
      problems.warning(
          reference.place(),
          "there is no topic " + reference.name() + ", so the call fails when it runs",
          "add 'topic: " + reference.name() + " ( … )' or correct the name");
    }
  }

  private void checkRule(Reference reference) {
    if (topicsByName.containsKey(reference.name().toLowerCase(Locale.ROOT))) {
      // ChatScript's own bots hold such a call, and it takes them; the rule fails when it runs.
      problems.warning(
          reference.place(),
          reference.name() + " names a topic where a rule belongs, so the call fails",
          "name a rule, as in " + reference.name() + ".LABEL, or call ^gambit or ^respond");
      return;
    }
    if (!exists(reference)) {
      problems.warning(
          reference.place(),
          "no rule is labelled " + reference.name() + ", so the call fails when it runs",
          "label the rule meant, as in 'u: LABEL ( … )', or correct the name; a rule of another"
              + " topic is ~topic.LABEL");
    }
  }

  private boolean exists(Reference reference) {
    String name = reference.name();
    if (!name.startsWith("~")) {
      TopicDraft topic = topicsByName.get(reference.topic());
      return topic != null && topic.hasLabel(name);
    }
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      TopicDraft topic = topicsByName.get(name.substring(0, dot).toLowerCase(Locale.ROOT));
      if (topic != null) {
        String[] rest = name.substring(dot + 1).split("\\.", -1);
        return rest.length == 2 ? topic.hasTag(rest[0], rest[1]) : topic.hasLabel(rest[0]);
      }
    }
    return false;
  }
}
