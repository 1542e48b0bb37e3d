package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compiled script. Immutable and shared by every conversation; a turn depends on nothing but the
 * script, the state before, the message and the settings, so the same four give the same reply.
 */
public final class Script {
  /** What stands in a message for terms that the mask took out (CONDUCT A2). */
  static final String MASKED = "<explicit>";

  private final String hash;
  private final Compiling compiled;
  private final Vocabulary vocabulary;
  private final List<Topic> topics;
  private final Map<String, Topic> byName = new HashMap<>();
  private final @Nullable Topic[] byMark;
  private final Map<String, List<Integer>> concepts;
  private final Interjections interjections;
  private final EngineConcepts engineConcepts;
  private final WordReader words;
  private final int usualTokenFlags;
  private final List<Topic> withGambits;
  private final Map<String, Macro> macros;
  private final Knowledge knowledge;
  private final boolean asksWhenUsed;
  private final boolean asksContext;
  private volatile @Nullable Map<String, List<String>> conceptsByWord;

  Script(String hash, Compiling compiled, List<Topic> topics, Knowledge knowledge) {
    this.hash = hash;
    this.compiled = compiled;
    this.vocabulary = compiled.vocabulary();
    this.topics = List.copyOf(topics);
    this.concepts = Map.copyOf(compiled.concepts());
    this.macros = Collections.unmodifiableMap(new LinkedHashMap<>(compiled.macros()));
    this.knowledge = knowledge;
    this.asksWhenUsed = compiled.asksWhenUsed();
    this.asksContext = compiled.asksContext();
    this.withGambits =
        topics.stream()
            .filter(topic -> !topic.gambits().isEmpty() && !topic.has(Topic.Flag.SYSTEM))
            .toList();
    this.interjections = new Interjections(English.SHIPPED, vocabulary);
    this.engineConcepts = new EngineConcepts(English.SHIPPED, vocabulary);
    this.words = new WordReader(Morphology.SHIPPED, vocabulary);
    this.usualTokenFlags =
        setupOf(defaultBot()).isPresent()
            ? TokenFlags.USUAL
            : TokenFlags.USUAL & ~TokenFlags.INTERJECTION_SPLITTING;
    this.byMark = new @Nullable Topic[vocabulary.size()];
    for (Topic topic : topics) {
      byName.put(topic.name(), topic);
      byMark[topic.mark()] = topic;
    }
  }

  /**
   * The same script with its index switched off: every rule of a topic is tried in its order, as an
   * engine without one does. It answers the same, only slower: to measure by, and to test the index
   * against.
   */
  public Script unindexed() {
    List<Topic> plain = topics.stream().map(Topic::unindexed).toList();
    return new Script(hash, compiled, plain, knowledge);
  }

  Compiling compiled() {
    return compiled;
  }

  /** SHA-256 over the sources in their order, as lower-case hexadecimal. */
  public String hash() {
    return hash;
  }

  /** The names of the topics, in the order they are written. */
  public List<String> topics() {
    return topics.stream().map(Topic::name).toList();
  }

  /** How many rules there are, rejoinders included. */
  public int ruleCount() {
    return topics.stream().mapToInt(topic -> topic.rules().size()).sum();
  }

  /** Every literal output a rule can make, in the order they are written. */
  public List<ScriptOutput> outputs() {
    return OutputLister.list(topics, macros.values(), knowledge);
  }

  /** The sample messages beside the rules, in the order they are written. */
  public List<ScriptSample> samples() {
    return topics.stream()
        .flatMap(topic -> topic.rules().stream())
        .flatMap(rule -> rule.samples().stream())
        .toList();
  }

  /** Holds every sample against its rule, as ChatScript's {@code :verify} does. */
  public List<SampleVerdict> verify() {
    return new Verifier(this).verify();
  }

  /** Whether a rule can still be found under a tag or label, such as {@code ~home.3.1}. */
  public boolean hasRule(String reference) {
    return rule(null, reference) != null;
  }

  /** The tag, such as {@code ~home.3.1}, of the rule that a label or tag names. */
  public Optional<String> tag(String reference) {
    return Optional.ofNullable(rule(null, reference)).map(rule -> topic(rule.topic()).tag(rule));
  }

  /**
   * Answers a message.
   *
   * @param before what the last turn returned, or {@link ScriptState#start()}
   * @param input the message, of any length; what is beyond forty sentences is not read
   * @return the reply, empty when no rule has one; a script that runs without end is stopped after
   *     a fixed number of steps, which the trace then says
   */
  public ScriptTurn respond(ScriptState before, String input, TurnSettings settings) {
    return answer(new Conversation(this, before, input, settings));
  }

  /** Answers a message as {@link #respond} does and tells everything that was tried. */
  public TurnExplanation explain(ScriptState before, String input, TurnSettings settings) {
    Explaining watch = new Explaining(vocabulary);
    Conversation conversation = new Conversation(this, before, input, settings, watch);
    watch.watch(conversation);
    return watch.explanation(answer(conversation));
  }

  ScriptTurn respond(ScriptState before, String input, TurnSettings settings, TurnWatch watch) {
    return answer(new Conversation(this, before, input, settings, watch));
  }

  private static ScriptTurn answer(Conversation conversation) {
    try {
      ControlTopics own = new ControlTopics(conversation);
      if (own.begin()) {
        own.run();
      } else {
        new Control(conversation).run();
      }
    } catch (Steps.Exhausted stopped) {
      conversation.note(ScriptTurn.FAULT + stopped.reason() + "; the turn was ended here");
    }
    return conversation.finish();
  }

  /**
   * The sentences of a message, marked.
   *
   * @param flags how it is read, as {@link TokenFlags}
   */
  List<Sentence> read(String message, int flags) {
    return read(message, flags, TurnWatch.NONE);
  }

  List<Sentence> read(String message, int flags, TurnWatch watch) {
    TurnPhase outer = watch.enter(TurnPhase.READING_MESSAGE);
    List<Sentence> sentences = Reader.read(words, interjections, message, flags);
    if (!knowledge.words().isEmpty()) {
      boolean replaces = (flags & TokenFlags.PRIVATE) != 0;
      sentences =
          sentences.stream()
              .map(sentence -> knowledge.words().apply(sentence, replaces, this::readWord))
              .toList();
    }
    watch.enter(TurnPhase.MARKING);
    for (Sentence sentence : sentences) {
      new Marker(sentence, vocabulary, interjections, engineConcepts).mark();
    }
    watch.enter(outer);
    return sentences;
  }

  Topic topic(int number) {
    return topics.get(number);
  }

  Optional<Topic> topic(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  List<Topic> allTopics() {
    return topics;
  }

  @Nullable Macro macro(String name) {
    return macros.get(name.toLowerCase(Locale.ROOT));
  }

  /** The macro that sets a bot up: that of its name, of the default bot, or the only one. */
  Optional<Macro> setupOf(String bot) {
    for (String name : List.of(bot, defaultBot())) {
      Macro named = macro("^" + name);
      if (named != null && named.parameters().isEmpty()) {
        return Optional.of(named);
      }
    }
    return macros.values().stream().filter(Macro::setsUpBot).findFirst();
  }

  /** How messages are read while {@code $cs_token} is not set. */
  int usualTokenFlags() {
    return usualTokenFlags;
  }

  private Sentence.Word readWord(String word) {
    return words.read(word, 0, word.length(), usualTokenFlags)[0];
  }

  /** The bot that a table names with {@code (name defaultbot defaultbot)}, or nothing. */
  String defaultBot() {
    return knowledge.facts().with(SetField.VERB, "defaultbot").stream()
        .map(fact -> fact.subject().text().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }

  Knowledge knowledge() {
    return knowledge;
  }

  boolean asksContext() {
    return asksContext;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Topics that can volunteer something. */
  List<Topic> topicsWithGambits() {
    return withGambits;
  }

  boolean asksWhenUsed() {
    return asksWhenUsed;
  }

  @Nullable Topic topicOfMark(int mark) {
    return mark < 0 ? null : byMark[mark];
  }

  List<Topic> topicsWithKeyword(String word) {
    int mark = vocabulary.find(Fold.word(word));
    List<Topic> found = new ArrayList<>();
    for (int concept : vocabulary.conceptsOf(mark)) {
      Topic topic = topicOfMark(concept);
      if (topic != null && !topic.has(Topic.Flag.SYSTEM)) {
        found.add(topic);
      }
    }
    return found;
  }

  int mark(String name) {
    return vocabulary.find(Fold.word(name));
  }

  /** Whether a word belongs to a concept. */
  boolean isMember(String word, int concept) {
    String folded = Fold.word(word).replace('_', ' ');
    if (vocabulary.belongs(vocabulary.find(folded), concept)) {
      return true;
    }
    WordForms forms = Morphology.SHIPPED.forms(folded, vocabulary::knows);
    return vocabulary.belongs(vocabulary.find(Fold.word(forms.canonical())), concept)
        || forms.others().stream()
            .anyMatch(other -> vocabulary.belongs(vocabulary.find(other), concept));
  }

  /** The canonical form of a word. */
  String canonical(String word) {
    return Morphology.SHIPPED.forms(Fold.word(word), vocabulary::knows).canonical();
  }

  /** The direct members of a concept as they are written, exclusions left out. */
  List<String> membersOf(String concept) {
    return concepts.getOrDefault(concept.toLowerCase(Locale.ROOT), List.of()).stream()
        .map(this::memberName)
        .toList();
  }

  /** A member that stands for itself alone is kept behind a quote. */
  private String memberName(int mark) {
    String name = vocabulary.name(mark);
    return name.startsWith("'") && name.length() > 3 ? name.substring(1) : name;
  }

  boolean isConcept(String name) {
    return concepts.containsKey(name.toLowerCase(Locale.ROOT));
  }

  Set<String> conceptNames() {
    return concepts.keySet();
  }

  /** The concepts that list a word or concept themselves. */
  List<String> conceptsDirectly(String key) {
    Map<String, List<String>> known = conceptsByWord;
    if (known == null) {
      known = byWord();
      conceptsByWord = known;
    }
    return known.getOrDefault(key, List.of());
  }

  private Map<String, List<String>> byWord() {
    Map<String, List<String>> found = new HashMap<>();
    new TreeSet<>(concepts.keySet())
        .forEach(
            concept ->
                membersOf(concept)
                    .forEach(
                        word ->
                            found
                                .computeIfAbsent(Fact.key(word), key -> new ArrayList<>(1))
                                .add(concept)));
    return found;
  }

  /** The word or concept of a mark. */
  String nameOf(int mark) {
    return vocabulary.name(mark);
  }

  /**
   * Marks words of a sentence with something.
   *
   * @param implied whether the concepts it belongs to are marked too
   */
  void mark(Sentence sentence, String name, int start, int end, boolean implied) {
    int mark = mark(name);
    if (mark == Vocabulary.NONE) {
      return;
    }
    sentence.mark(mark, start, end);
    for (int concept : implied ? vocabulary.conceptsOf(mark) : new int[0]) {
      sentence.mark(concept, start, end);
    }
  }

  /**
   * The rule that a label or tag names: {@code LABEL} in a topic, {@code ~topic.LABEL}, {@code
   * ~topic.3.1}; null when there is none.
   */
  @Nullable Rule rule(@Nullable Topic here, String reference) {
    if (!reference.startsWith("~")) {
      return here == null ? null : here.labelled(reference.toUpperCase(Locale.ROOT));
    }
    // A topic's name may hold dots itself, so every dot may be the one that ends it.
    for (int dot = reference.indexOf('.'); dot > 0; dot = reference.indexOf('.', dot + 1)) {
      Topic topic = byName.get(reference.substring(0, dot).toLowerCase(Locale.ROOT));
      String rest = reference.substring(dot + 1);
      if (topic != null) {
        Rule rule = topic.labelled(rest.toUpperCase(Locale.ROOT));
        return rule == null ? topic.numbered(rest) : rule;
      }
    }
    return null;
  }
}
