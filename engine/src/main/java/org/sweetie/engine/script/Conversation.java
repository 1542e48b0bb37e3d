package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.ScriptState.Rejoinder;
import org.sweetie.engine.script.ScriptState.Use;

/** One turn while it runs: the state it began with, and all that changes. */
final class Conversation {
  /**
   * ChatScript looks back 20 replies before it says the same again; a conversation of 50 turns
   * holds 25, and whoever may not say anything twice in it needs all of them.
   */
  static final int REMEMBERED_REPLIES = 25;

  private static final int MOST_PENDING = 20;

  private final Script script;
  private final TurnSettings settings;
  private final TurnWatch watch;
  private final String message;
  private final ScriptState before;
  private final int turn;
  private final Heard heard;
  private final Variables variables;
  private final Steps steps = new Steps();
  private final FactSets sets = new FactSets();
  private final Contexts contexts;
  private final Matcher matcher;
  private final Performer performer;
  private final List<Topic> pending = new ArrayList<>();
  private final List<Topic> pendingAtStart;
  private final List<String> responses = new ArrayList<>();
  private final List<FiredRule> fired = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final List<Long> said;
  private final Map<Topic, TopicUse> uses = new HashMap<>();
  private int firstMatched;
  private int outputsAsFacts;
  private @Nullable Facts facts;
  private @Nullable Rule rejoinder;
  private @Nullable Rule nextRejoinder;
  private @Nullable Topic running;

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
    this.heard = new Heard(this);
    this.contexts = new Contexts(turn, before.contexts());
    this.matcher = new Matcher(this, steps, heard.sentences().get(0));
    this.performer = new Performer(this, new Chance(settings.seed(), turn));
    this.said = new ArrayList<>(before.said());
    before.pending().forEach(name -> script.topic(name).ifPresent(pending::add));
    this.pendingAtStart = List.copyOf(pending);
    this.rejoinder = resolve(before.rejoinder());
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

  Heard heard() {
    return heard;
  }

  List<Sentence> sentences() {
    return heard.sentences();
  }

  Sentence sentence() {
    return matcher.sentence();
  }

  void moveTo(int number) {
    heard.moveTo(number);
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

  /** Where the pattern of the running rule began to match. */
  int firstMatched() {
    return firstMatched;
  }

  void noteMatch(int first) {
    firstMatched = first;
  }

  Contexts contexts() {
    return contexts;
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
    TopicUse known = uses.get(topic);
    if (known == null) {
      known = new TopicUse(savedUse(topic));
      uses.put(topic, known);
    }
    return known;
  }

  private @Nullable Use savedUse(Topic topic) {
    Use saved = before.uses().get(topic.name());
    return saved != null && saved.checksum() == topic.checksum() ? saved : null;
  }

  boolean isErased(Topic topic, Rule rule) {
    return isErased(topic, rule.index());
  }

  /** Asks without making a note of topics of which there is nothing to know. */
  private boolean isErased(Topic topic, int place) {
    TopicUse known = uses.get(topic);
    if (known != null) {
      return known.erased().get(place);
    }
    Use saved = savedUse(topic);
    return saved != null && saved.erased().get(place);
  }

  void erase(Topic topic, Rule rule) {
    use(topic).erased().set(rule.index());
  }

  void restore(Topic topic, Rule rule) {
    use(topic).erased().clear(rule.index());
  }

  /** Whether a script has closed a topic; kept with its rules, behind the last of them. */
  boolean isBlocked(Topic topic) {
    return isErased(topic, topic.rules().size());
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

  /** A fault of the script that is on record with the turn. */
  void fault(String text) {
    note(ScriptTurn.FAULT + text);
  }

  void note(String text) {
    trace.add(text);
  }

  List<String> trace() {
    return trace;
  }

  /** The turn as its caller sees it. */
  ScriptTurn finish() {
    watch.enter(TurnPhase.WRITING_STATE);
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
        script.asksContext() ? contexts.kept() : Map.of());
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
    TurnPhase outer = watch.enter(TurnPhase.FINDING_RULES);
    List<Topic> ranked = KeywordScores.rank(script, sentence());
    watch.enter(outer);
    return ranked;
  }

  private @Nullable Rejoinder saved(@Nullable Rule rule) {
    if (rule == null) {
      return null;
    }
    Topic topic = script.topic(rule.topic());
    return new Rejoinder(topic.name(), rule.index(), topic.checksum());
  }
}
