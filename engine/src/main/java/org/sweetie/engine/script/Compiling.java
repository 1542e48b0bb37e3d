package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the parts of the compiler share while one script is compiled. */
final class Compiling {
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
  private String defaultBot = "";
  private boolean asksWhenUsed;
  private boolean closed;

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
        macros.values(),
        defaultBot);
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

  String defaultBot() {
    return defaultBot;
  }

  void nameDefaultBot(String name) {
    defaultBot = name;
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
  @org.jspecify.annotations.Nullable
  TopicDraft topic(String name) {
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
    if (macro == null) {
      problems.error(
          use.place(),
          "the function " + use.name() + " is not supported",
          "use one of those in docs/script.md, define 'outputmacro: "
              + use.name()
              + "(…)', or take the call out");
    } else if (use.arguments() != macro.parameters().size()) {
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

  private void checkTopic(Reference reference) {
    if (!topicsByName.containsKey(reference.name())) {
      problems.warning(
          reference.place(),
          "there is no topic " + reference.name() + ", so the call fails when it runs",
          "add 'topic: " + reference.name() + " ( … )' or correct the name");
    }
  }

  private void checkRule(Reference reference) {
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
