package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.ScriptState.Rejoinder;
import org.sweetie.engine.script.ScriptState.Use;

/** One turn while it runs: the state it began with, and all that changes. */
final class Conversation {
  /** ChatScript, too, looks back this far before it says the same again. */
  private static final int REMEMBERED_REPLIES = 20;

  private static final int MOST_PENDING = 20;

  /** As ChatScript: a label that spoke gives context for so many turns. */
  static final int CONTEXT_TURNS = 5;

  private final Script script;
  private final TurnSettings settings;
  private final TurnWatch watch;
  private final String message;
  private final ScriptState before;
  private final int turn;
  private final List<Sentence> sentences;
  private final Map<String, Sentence> savedSentences = new HashMap<>();
  private final Variables variables;
  private final Steps steps = new Steps();
  private final FactSets sets = new FactSets();
  private final Map<String, Integer> contexts;
  private final Matcher matcher;
  private final Performer performer;
  private final List<Topic> pending = new ArrayList<>();
  private final List<Topic> pendingAtStart;
  private final List<String> responses = new ArrayList<>();
  private final List<FiredRule> fired = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final List<Long> said;
  private final Map<Topic, TopicUse> uses = new HashMap<>();
  private int sentenceNumber;
  private int firstMatched;
  private int outputsAsFacts;
  private @Nullable Facts facts;
  private @Nullable Rule rejoinder;
  private @Nullable Rule nextRejoinder;
  private @Nullable Topic running;

  /** What became of a topic so far. */
  static final class TopicUse {
    private final BitSet erased;
    private int gambit;
    private int responder;
    private int rejoinder;

    TopicUse(@Nullable Use use) {
      erased = use == null ? new BitSet() : (BitSet) use.erased().clone();
      gambit = use == null ? 0 : use.gambit();
      responder = use == null ? 0 : use.responder();
      rejoinder = use == null ? 0 : use.rejoinder();
    }

    BitSet erased() {
      return erased;
    }

    /** The last turn in which the topic spoke: GAMBIT, RESPONDER, REJOINDER or ANY. */
    int last(String what) {
      return switch (what) {
        case "GAMBIT" -> gambit;
        case "RESPONDER" -> responder;
        case "REJOINDER" -> rejoinder;
        default -> Math.max(gambit, Math.max(responder, rejoinder));
      };
    }

    void speak(Rule rule, int turn) {
      if (rule.isGambit()) {
        gambit = turn;
      } else if (rule.isResponder()) {
        responder = turn;
      } else {
        rejoinder = turn;
      }
    }

    boolean isEmpty() {
      return erased.isEmpty() && gambit + responder + rejoinder == 0;
    }

    Use frozen(int checksum) {
      return new Use(checksum, (BitSet) erased.clone(), gambit, responder, rejoinder);
    }
  }

  Conversation(Script script, ScriptState before, String message, TurnSettings settings) {
    this(script, before, message, settings, TurnWatch.NONE);
  }

  Conversation(
      Script script, ScriptState before, String message, TurnSettings settings, TurnWatch watch) {
    this.watch = watch;
    this.script = script;
    this.before = before;
    this.message = message;
    this.settings = settings;
    this.turn = before.turn() + 1;
    this.variables = new Variables(before.variables(), script.knowledge().variables());
    this.sentences = new ArrayList<>(script.read(message, tokenFlags()));
    this.contexts = new TreeMap<>(before.contexts());
    this.matcher = new Matcher(this, steps, sentences.get(0));
    this.performer = new Performer(this, new Chance(settings.seed(), turn));
    this.said = new ArrayList<>(before.said());
    before.pending().forEach(name -> script.topic(name).ifPresent(pending::add));
    this.pendingAtStart = List.copyOf(pending);
    this.rejoinder = resolve(before.rejoinder());
  }

  /** How messages are read as the script has it now. */
  private int tokenFlags() {
    return TokenFlags.of(variables.get(TokenFlags.VARIABLE), script.usualTokenFlags());
  }

  private @Nullable Rule resolve(@Nullable Rejoinder saved) {
    if (saved == null) {
      return null;
    }
    Topic topic = script.topic(saved.topic()).orElse(null);
    if (topic == null || topic.checksum() != saved.checksum()) {
      return null;
    }
    return saved.rule() < topic.rules().size() ? topic.rules().get(saved.rule()) : null;
  }

  Script script() {
    return script;
  }

  TurnSettings settings() {
    return settings;
  }

  TurnWatch watch() {
    return watch;
  }

  String message() {
    return message;
  }

  int turn() {
    return turn;
  }

  Variables variables() {
    return variables;
  }

  Steps steps() {
    return steps;
  }

  Matcher matcher() {
    return matcher;
  }

  Captures captures() {
    return matcher.captures();
  }

  Performer performer() {
    return performer;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  Sentence sentence() {
    return matcher.sentence();
  }

  void moveTo(int number) {
    sentenceNumber = number;
    matcher.moveTo(sentences.get(number));
    watch.sentence(number);
  }

  boolean hasMoreSentences() {
    return sentenceNumber + 1 < sentences.size();
  }

  boolean hasMoreQuestions() {
    return sentences
        .subList(Math.min(sentenceNumber + 1, sentences.size()), sentences.size())
        .stream()
        .anyMatch(Sentence::isQuestion);
  }

  /** Whether the newest reply ends with a question. */
  boolean askedNow() {
    return !responses.isEmpty() && responses.get(responses.size() - 1).endsWith("?");
  }

  FactSets sets() {
    return sets;
  }

  /** The facts, read from the state when a script first asks for them. */
  Facts facts() {
    Facts known = facts;
    if (known == null) {
      known = new Facts(script, steps, before.facts());
      facts = known;
    }
    return known;
  }

  /** What was said so far becomes facts {@code (words chatoutput rule)} for a query. */
  void noteOutputAsFacts() {
    for (; outputsAsFacts < responses.size(); outputsAsFacts++) {
      String tag = outputsAsFacts < fired.size() ? fired.get(outputsAsFacts).tag() : "";
      FactFunctions.passing(performer, responses.get(outputsAsFacts), "chatoutput", tag);
    }
  }

  // Sentences.

  /** Text as this conversation reads it. */
  List<Sentence> read(String text) {
    return script.read(text, tokenFlags());
  }

  /** Reads the message again, after a script changed how it is to be read. */
  void readAgain() {
    sentences.clear();
    sentences.addAll(script.read(message, tokenFlags()));
    moveTo(Math.min(sentenceNumber, sentences.size() - 1));
  }

  /** Goes on to the next sentence, which then is used up; false when there is none. */
  boolean next() {
    if (!hasMoreSentences()) {
      return false;
    }
    moveTo(sentenceNumber + 1);
    return true;
  }

  int sentenceNumber() {
    return sentenceNumber;
  }

  /** Puts text behind the sentence at hand; false when there are too many. */
  boolean insert(String text) {
    List<Sentence> more = script.read(text, tokenFlags());
    if (sentences.size() + more.size() > Reader.MOST_SENTENCES) {
      return false;
    }
    sentences.addAll(sentenceNumber + 1, more);
    return true;
  }

  /** Makes text the sentence at hand; what else was written still follows. */
  void analyze(String text) {
    steps.spend();
    List<Sentence> read = script.read(text, tokenFlags());
    matcher.moveTo(read.get(0));
  }

  void saveSentence(String label) {
    savedSentences.put(label, sentence());
  }

  boolean restoreSentence(String label) {
    Sentence saved = savedSentences.get(label);
    if (saved != null) {
      matcher.moveTo(saved);
    }
    return saved != null;
  }

  /** Where the pattern of the running rule began to match. */
  int firstMatched() {
    return firstMatched;
  }

  void noteMatch(int first) {
    firstMatched = first;
  }

  // Contexts.

  /** Labels with the turn in which they last spoke. */
  Map<String, Integer> contexts() {
    return contexts;
  }

  void enterContext(String topic, String label) {
    contexts.put((topic + "." + label).toLowerCase(java.util.Locale.ROOT), turn);
  }

  /** Notes a rule that spoke, or whose label begins as those do that only mark a context. */
  void noteContext(Topic topic, Rule rule, boolean spoke) {
    boolean counts = spoke || rule.label().startsWith("CX_");
    if (counts && !rule.label().isEmpty() && script.asksContext()) {
      enterContext(topic.name(), rule.label());
    }
  }

  private Map<String, Integer> keptContexts() {
    Map<String, Integer> kept = new TreeMap<>(contexts);
    kept.values().removeIf(last -> turn - last >= CONTEXT_TURNS);
    return kept;
  }

  // Forgetting.

  /** Makes a topic as it was before the conversation. */
  void renew(Topic topic) {
    uses.put(topic, new TopicUse(null));
  }

  void forgetReplies() {
    said.clear();
  }

  void forgetAll() {
    variables.lasting().clear();
    facts().own().forEach(facts()::delete);
    contexts.clear();
    pending.clear();
    setRejoinder(null);
    forgetReplies();
    script.allTopics().forEach(this::renew);
  }

  // Topics.

  TopicUse use(Topic topic) {
    return uses.computeIfAbsent(topic, key -> new TopicUse(savedUse(key)));
  }

  private @Nullable Use savedUse(Topic topic) {
    Use saved = before.uses().get(topic.name());
    return saved != null && saved.checksum() == topic.checksum() ? saved : null;
  }

  boolean isErased(Topic topic, Rule rule) {
    return use(topic).erased().get(rule.index());
  }

  void erase(Topic topic, Rule rule) {
    use(topic).erased().set(rule.index());
  }

  void restore(Topic topic, Rule rule) {
    use(topic).erased().clear(rule.index());
  }

  /** Whether a script has closed a topic; kept with its rules, behind the last of them. */
  boolean isBlocked(Topic topic) {
    return use(topic).erased().get(topic.rules().size());
  }

  void block(Topic topic, boolean blocked) {
    use(topic).erased().set(topic.rules().size(), blocked);
  }

  @Nullable Topic running() {
    return running;
  }

  void run(@Nullable Topic topic) {
    running = topic;
  }

  boolean isPending(Topic topic) {
    return pending.contains(topic);
  }

  List<Topic> pending() {
    return pending;
  }

  void addPending(Topic topic) {
    if (!topic.isPlaceToStay()) {
      return;
    }
    pending.remove(topic);
    pending.add(topic);
    if (pending.size() > MOST_PENDING) {
      pending.remove(0);
    }
  }

  void removePending(Topic topic) {
    pending.remove(topic);
  }

  /** Whether the conversation was in the running topic before this turn. */
  boolean isInCurrentTopic() {
    return running != null && pendingAtStart.contains(running);
  }

  @Nullable Topic currentTopic() {
    return pending.isEmpty() ? null : pending.get(pending.size() - 1);
  }

  String currentTopicName() {
    Topic topic = currentTopic();
    return topic == null ? "" : topic.name();
  }

  // Rejoinders.

  @Nullable Rule rejoinder() {
    return rejoinder;
  }

  boolean hasRejoinder() {
    return rejoinder != null;
  }

  void setRejoinder(@Nullable Rule rule) {
    rejoinder = rule;
  }

  @Nullable Rule nextRejoinder() {
    return nextRejoinder;
  }

  boolean hasNextRejoinder() {
    return nextRejoinder != null;
  }

  void setNextRejoinder(@Nullable Rule rule) {
    nextRejoinder = rule;
  }

  // What is said.

  List<String> responses() {
    return responses;
  }

  List<FiredRule> fired() {
    return fired;
  }

  boolean wasSaid(String text) {
    return said.contains(fingerprint(text));
  }

  /** Says something before so many replies. */
  void say(int index, String text, Topic topic, Rule rule) {
    responses.add(index, text);
    said.add(fingerprint(text));
    if (script.asksWhenUsed()) {
      use(topic).speak(rule, turn);
    }
    fired.add(
        Math.min(index, fired.size()),
        new FiredRule(
            topic.name(), rule.label(), topic.tag(rule), rule.place().file(), rule.place().line()));
  }

  /** FNV-1a over the text in lower case: enough to know a reply again, and small to keep. */
  private static long fingerprint(String text) {
    String folded = Fold.word(text);
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < folded.length(); i++) {
      hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  void note(String text) {
    trace.add(text);
  }

  List<String> trace() {
    return trace;
  }

  /** The turn as its caller sees it. */
  ScriptTurn finish() {
    String reply = String.join(" ", responses);
    ScriptState after = after(reply);
    return new ScriptTurn(reply, fired, trace, after);
  }

  private ScriptState after(String reply) {
    Map<String, Use> kept = new TreeMap<>(before.uses());
    kept.keySet().removeIf(name -> script.topic(name).isEmpty());
    uses.forEach(
        (topic, use) -> {
          if (use.isEmpty() || topic.has(Topic.Flag.SYSTEM)) {
            kept.remove(topic.name());
          } else {
            kept.put(topic.name(), use.frozen(topic.checksum()));
          }
        });
    return new ScriptState(
        turn,
        variables.lasting(),
        pending.stream().map(Topic::name).toList(),
        saved(nextRejoinder),
        reply.endsWith("?"),
        ScriptState.newest(said, REMEMBERED_REPLIES),
        kept,
        keptFacts(),
        keptContexts());
  }

  private List<String> keptFacts() {
    Facts known = facts;
    if (known == null) {
      return before.facts();
    }
    List<String> kept = known.kept();
    int lost = known.lasting() - kept.size();
    if (lost > 0) {
      note(
          "the oldest "
              + lost
              + " facts are forgotten: a conversation keeps "
              + Facts.MOST_KEPT
              + " facts of "
              + Facts.LONGEST_KEPT
              + " characters");
    }
    return kept;
  }

  /** Topics whose keywords the sentence holds: more and longer keywords first. */
  List<Topic> topicsByKeyword() {
    return KeywordScores.rank(script, sentence());
  }

  private @Nullable Rejoinder saved(@Nullable Rule rule) {
    if (rule == null) {
      return null;
    }
    Topic topic = script.topic(rule.topic());
    return new Rejoinder(topic.name(), rule.index(), topic.checksum());
  }
}
