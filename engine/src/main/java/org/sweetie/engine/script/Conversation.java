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

  private final Script script;
  private final TurnSettings settings;
  private final TurnWatch watch;
  private final String message;
  private final ScriptState before;
  private final int turn;
  private List<Sentence> sentences;
  private int tokenFlags;
  private final Variables variables;
  private final Steps steps = new Steps();
  private final TopicSets sets = new TopicSets();
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
    this.variables = new Variables(before.variables());
    this.tokenFlags = tokenFlagsNow();
    this.sentences = script.read(message, tokenFlags);
    this.matcher = new Matcher(this, steps, sentences.get(0));
    this.performer = new Performer(this, new Chance(settings.seed(), turn));
    this.said = new ArrayList<>(before.said());
    before.pending().forEach(name -> script.topic(name).ifPresent(pending::add));
    this.pendingAtStart = List.copyOf(pending);
    this.rejoinder = resolve(before.rejoinder());
  }

  private int tokenFlagsNow() {
    return TokenFlags.of(variables.get(TokenFlags.VARIABLE), script.usualTokenFlags());
  }

  /** Reads the message again when the script has just said that it is read otherwise. */
  void reread() {
    if (tokenFlagsNow() != tokenFlags) {
      tokenFlags = tokenFlagsNow();
      sentences = script.read(message, tokenFlags);
      matcher.moveTo(sentences.get(0));
    }
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

  /** Whether the newest reply ends with a question. */
  boolean askedNow() {
    return !responses.isEmpty() && responses.get(responses.size() - 1).endsWith("?");
  }

  TopicSets sets() {
    return sets;
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

  void say(String text, Topic topic, Rule rule) {
    responses.add(text);
    said.add(fingerprint(text));
    if (script.asksWhenUsed()) {
      use(topic).speak(rule, turn);
    }
    fired.add(
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

  /** The turn as its caller sees it. */
  ScriptTurn finish() {
    String reply = String.join(" ", responses);
    return new ScriptTurn(reply, fired, trace, after(reply));
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
        kept);
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
