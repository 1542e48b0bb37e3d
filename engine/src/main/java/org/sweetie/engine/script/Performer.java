package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Assignment;
import org.sweetie.engine.script.OutputNode.Call;

/** Runs topics and rules, as ChatScript's topic system does. */
final class Performer {
  private static final int MOST_LOOPS = 1000;
  private static final int MOST_RETRIES = 5;

  private final Conversation conversation;
  private final Chance chance;
  private final TurnWatch watch;
  private final Set<Rule> kept = new HashSet<>();
  private final Set<Rule> repeatable = new HashSet<>();
  private @Nullable Rule current;
  private StringBuilder pendingOutput = new StringBuilder();
  private final Assigning assigning = new Assigning(this);
  private final MacroCalls macros = new MacroCalls(this);
  private final Rejoinders rejoinders = new Rejoinders(this);
  private final Walks walks = new Walks();
  private int retries;
  private boolean valueWanted;
  private boolean erasedSomething;

  /** What a topic is asked for. */
  enum Mode {
    RESPOND,
    GAMBIT
  }

  Performer(Conversation conversation, Chance chance) {
    this.conversation = conversation;
    this.chance = chance;
    this.watch = conversation.watch();
  }

  Conversation conversation() {
    return conversation;
  }

  Steps steps() {
    return conversation.steps();
  }

  Chance chance() {
    return chance;
  }

  /** The rule that runs, or null before the first. */
  @Nullable Rule current() {
    return current;
  }

  MacroCalls macros() {
    return macros;
  }

  Rejoinders rejoinders() {
    return rejoinders;
  }

  Walks walks() {
    return walks;
  }

  void keep() {
    if (current != null) {
      kept.add(current);
    }
  }

  void allowRepeat() {
    if (current != null) {
      repeatable.add(current);
    }
  }

  // Topics.

  /** Runs a topic's rules until one speaks. */
  Flow runTopic(Topic topic, Mode mode) {
    if (!topic.isFor(conversation.settings().bot()) || conversation.isBlocked(topic)) {
      watch.closed(topic);
      return Flow.FAIL_RULE;
    }
    steps().enter();
    watch.topic(topic, mode);
    Topic outer = conversation.running();
    Rule outerRule = current;
    Map<String, String> outerLocals = conversation.variables().enter();
    Map<String, String> saved = conversation.variables().save(topic.savedVariables());
    conversation.run(topic);
    macros.stack().push(topic.name(), Arguments.NONE);
    TurnPhase outerPhase = watch.enter(TurnPhase.MATCHING);
    Flow flow = runRules(topic, mode);
    while (flow == Flow.RETRY_TOPIC) {
      flow = runRules(topic, mode);
    }
    watch.enter(outerPhase);
    macros.stack().pop();
    conversation.variables().restore(saved);
    conversation.run(outer);
    conversation.variables().leave(outerLocals);
    current = outerRule;
    watch.leave();
    steps().leave();
    if (flow.leavesTopic()) {
      return flow;
    }
    return flow == Flow.FAIL_TOPIC ? Flow.FAIL_RULE : Flow.OK;
  }

  /** Runs a topic's rules of a mode from one on, in order. */
  Flow runTopicFrom(Topic topic, Rule first, Mode mode) {
    steps().enter();
    Topic outer = conversation.running();
    Rule outerRule = current;
    Map<String, String> outerLocals = conversation.variables().enter();
    conversation.run(topic);
    List<Rule> rules =
        topic.rules().subList(first.index(), topic.rules().size()).stream()
            .filter(
                rule ->
                    mode == Mode.GAMBIT
                        ? rule.isGambit()
                        : rule.isResponder() && rule.answers(conversation.sentence()))
            .toList();
    Flow flow = runInOrder(topic, rules);
    conversation.run(outer);
    conversation.variables().leave(outerLocals);
    current = outerRule;
    steps().leave();
    return flow.leavesTopic() ? flow : flow == Flow.FAIL_TOPIC ? Flow.FAIL_RULE : Flow.OK;
  }

  private Flow runRules(Topic topic, Mode mode) {
    return mode == Mode.GAMBIT ? runGambits(topic) : runResponders(topic);
  }

  private Flow runResponders(Topic topic) {
    RuleIndex responders = topic.responders();
    int[] candidates = candidates(responders);
    watch.candidates(topic, candidates);
    if (topic.has(Topic.Flag.RANDOM)) {
      List<Rule> open = new ArrayList<>();
      for (int number : candidates) {
        if (responders.rule(number).answers(conversation.sentence())) {
          open.add(responders.rule(number));
        }
      }
      return runShuffled(topic, open);
    }
    return runCandidates(topic, candidates);
  }

  private int[] candidates(RuleIndex responders) {
    TurnPhase outer = watch.enter(TurnPhase.FINDING_RULES);
    int[] found = responders.candidates(conversation.sentence());
    watch.enter(outer);
    return found;
  }

  /** A rule that marks words may lead to rules behind it that were no candidates before. */
  private Flow runCandidates(Topic topic, int[] atFirst) {
    RuleIndex responders = topic.responders();
    int[] candidates = atFirst;
    int[] marks = conversation.sentence().allMarks();
    for (int i = 0; i < candidates.length; i++) {
      int number = candidates[i];
      Rule rule = responders.rule(number);
      if (rule.answers(conversation.sentence())) {
        Flow flow = tryUnlessErased(topic, rule);
        if (flow != Flow.NO_MATCH) {
          return flow == Flow.DONE ? Flow.OK : flow;
        }
      }
      if (marks != conversation.sentence().allMarks()) {
        marks = conversation.sentence().allMarks();
        candidates = candidates(responders);
        int at = Arrays.binarySearch(candidates, number);
        i = at >= 0 ? at : -at - 2;
      }
    }
    return Flow.OK;
  }

  private Flow runGambits(Topic topic) {
    if (topic.hasRandomGambits()) {
      return runRandomGambits(topic);
    }
    List<Rule> gambits = topic.gambits();
    return topic.has(Topic.Flag.RANDOM)
        ? runShuffled(topic, new ArrayList<>(gambits))
        : runInOrder(topic, gambits);
  }

  private Flow runInOrder(Topic topic, List<Rule> rules) {
    for (Rule rule : rules) {
      Flow flow = tryUnlessErased(topic, rule);
      if (flow != Flow.NO_MATCH) {
        return flow == Flow.DONE ? Flow.OK : flow;
      }
    }
    return Flow.OK;
  }

  private Flow runShuffled(Topic topic, List<Rule> rules) {
    while (!rules.isEmpty()) {
      int index = chance.below(rules.size());
      Rule rule = rules.get(index);
      Flow flow = tryUnlessErased(topic, rule);
      if (flow != Flow.NO_MATCH) {
        return flow == Flow.DONE ? Flow.OK : flow;
      }
      rules.set(index, rules.get(rules.size() - 1));
      rules.remove(rules.size() - 1);
    }
    return Flow.OK;
  }

  /** Goes on where a random gambit began a story; else begins another one by chance. */
  private Flow runRandomGambits(Topic topic) {
    boolean begun = true;
    List<Rule> continuations = new ArrayList<>();
    List<Rule> beginnings = new ArrayList<>();
    for (Rule rule : topic.gambits()) {
      boolean erased = conversation.isErased(topic, rule);
      if (rule.kind() == 'r') {
        begun = erased;
        if (!erased) {
          beginnings.add(rule);
        }
      } else if (begun && !erased) {
        continuations.add(rule);
      }
    }
    int before = conversation.responses().size();
    Flow flow = runInOrder(topic, continuations);
    boolean goOn = flow == Flow.OK && conversation.responses().size() == before;
    return goOn ? runShuffled(topic, beginnings) : flow;
  }

  /**
   * Tries a rule; {@link Flow#NO_MATCH} tells that the next one should be tried, because this one
   * did not match, said nothing, or gave up on itself.
   */
  private Flow tryUnlessErased(Topic topic, Rule rule) {
    if (rule.isTopLevel() && conversation.isErased(topic, rule)) {
      watch.usedUp(topic, rule);
      return Flow.NO_MATCH;
    }
    int before = conversation.responses().size();
    Flow flow = tryRule(topic, rule, false);
    if (flow == Flow.NO_MATCH || flow == Flow.FAIL_RULE || flow == Flow.END_RULE) {
      return Flow.NO_MATCH;
    }
    if (flow != Flow.OK) {
      return flow == Flow.END_TOPIC ? Flow.DONE : flow;
    }
    return conversation.responses().size() > before ? Flow.DONE : Flow.NO_MATCH;
  }

  // Rules.

  /** Tests a rule's pattern and, when it matches, does what the rule says. */
  Flow tryRule(Topic topic, Rule rule, boolean refining) {
    steps().spend();
    watch.begins(rule);
    PatternElement.Group wanted = rule.pattern();
    boolean matches = wanted == null || conversation.matcher().matches(wanted, 0);
    if (matches && wanted != null) {
      conversation.noteMatch(conversation.matcher().firstMatched());
    }
    watch.tried(topic, rule, matches);
    Flow flow = matches ? perform(topic, rule, refining) : Flow.NO_MATCH;
    if (flow == Flow.RETRY_TOP_RULE && (rule.isTopLevel() || !refining)) {
      Rule top = topLevelOf(topic, rule);
      return top == rule ? tryRule(topic, rule, refining) : perform(topic, top, false);
    }
    return flow == Flow.RETRY_RULE ? tryFurtherOn(topic, rule, refining) : flow;
  }

  /** Tries a rule again, behind the word its match began with. */
  private Flow tryFurtherOn(Topic topic, Rule rule, boolean refining) {
    PatternElement.Group pattern = rule.pattern();
    while (pattern != null) {
      steps().spend();
      int after = conversation.firstMatched();
      if (after < 1 || !conversation.matcher().matches(pattern, after)) {
        return Flow.NO_MATCH;
      }
      conversation.noteMatch(conversation.matcher().firstMatched());
      Flow flow = perform(topic, rule, refining);
      if (flow != Flow.RETRY_RULE) {
        return flow;
      }
    }
    return Flow.NO_MATCH;
  }

  /** Does what a rule says, whether or not its pattern matches. */
  Flow perform(Topic topic, Rule rule, boolean refining) {
    steps().enter();
    Rule outer = current;
    StringBuilder outerOutput = pendingOutput;
    Topic outerTopic = conversation.running();
    boolean outerBlocked = rejoinders.begin();
    boolean outerErased = erasedSomething;
    boolean wanted = valueWanted;
    valueWanted = false;
    current = rule;
    conversation.run(topic);
    pendingOutput = new StringBuilder();
    erasedSomething = false;
    TurnPhase outerPhase = watch.enter(TurnPhase.OUTPUT);
    Flow flow = performNow(topic, rule, refining);
    watch.enter(outerPhase);
    erasedSomething |= outerErased;
    rejoinders.end(outerBlocked);
    pendingOutput = outerOutput;
    current = outer;
    valueWanted = wanted;
    conversation.run(outerTopic);
    steps().leave();
    return flow;
  }

  private Flow performNow(Topic topic, Rule rule, boolean refining) {
    boolean wasPending = conversation.isPending(topic);
    int before = conversation.responses().size();
    conversation.addPending(topic);
    Flow flow = rule.output().perform(this, pendingOutput);
    if (flow == Flow.END_RULE || flow == Flow.END_LOOP || flow == Flow.END_CALL) {
      flow = Flow.OK;
    }
    if (!flow.isFailure() && !commit(topic, rule)) {
      flow = Flow.FAIL_RULE;
    }
    boolean spoke = conversation.responses().size() > before;
    if (!flow.isFailure()) {
      conversation.contexts().note(topic, rule, spoke);
    }
    eraseAfter(topic, rule, flow, spoke, refining);
    if (!flow.isFailure() && spoke) {
      rejoinders.offer(topic, rule);
    }
    watch.performed(topic, rule, flow, spoke);
    boolean stays = spoke && flow != Flow.FAIL_TOPIC && flow != Flow.END_TOPIC;
    if (!stays && !wasPending) {
      conversation.removePending(topic);
    }
    return flow;
  }

  private void eraseAfter(Topic topic, Rule rule, Flow flow, boolean spoke, boolean refining) {
    if (rule.isGambit()) {
      if (!flow.isFailure()) {
        erase(topic, rule);
      }
    } else if (rule.isResponder()) {
      if (spoke) {
        erase(topic, rule);
      }
    } else if (refining && spoke) {
      erase(topic, topLevelOf(topic, rule));
    }
  }

  /** The rule a rejoinder stands below, or the rule itself. */
  static Rule topLevelOf(Topic topic, Rule rule) {
    int index = rule.index();
    while (!topic.rules().get(index).isTopLevel()) {
      index--;
    }
    return topic.rules().get(index);
  }

  private void erase(Topic topic, Rule rule) {
    boolean keptByTopic = !rule.isGambit() && topic.has(Topic.Flag.KEEP);
    if (erasedSomething
        || !rule.isTopLevel()
        || keptByTopic
        || topic.has(Topic.Flag.SYSTEM)
        || kept.contains(rule)) {
      return;
    }
    conversation.erase(topic, rule);
    erasedSomething = true;
  }

  /** Sends what was put together so far; false when it was said before and may not be again. */
  private boolean commit(Topic topic, Rule rule) {
    String text = Replies.finish(pendingOutput);
    pendingOutput.setLength(0);
    return text.isEmpty() || send(conversation.responses().size(), text, topic, rule);
  }

  /** Says something as a reply of its own, before so many others. */
  void sayAt(int index, String words) {
    Topic topic = conversation.running();
    Rule rule = current;
    String text = Replies.finish(new StringBuilder(words));
    if (topic != null && rule != null && !text.isEmpty()) {
      send(Math.min(index, conversation.responses().size()), text, topic, rule);
    }
  }

  private boolean send(int index, String text, Topic topic, Rule rule) {
    boolean mayRepeat = topic.has(Topic.Flag.REPEAT) || repeatable.contains(rule);
    if (!mayRepeat && conversation.wasSaid(text)) {
      conversation.note("said before, withheld by " + topic.tag(rule));
      watch.saidBefore(topic, rule, text);
      return false;
    }
    conversation.say(index, text, topic, rule);
    watch.said(topic, rule, text);
    erase(topic, rule);
    return true;
  }

  /** Sends what the running rule has said so far, before another rule takes over. */
  void flush() {
    Topic topic = conversation.running();
    Rule rule = current;
    if (topic != null && rule != null && !pendingOutput.isEmpty()) {
      commit(topic, rule);
    }
  }

  // Values.

  /** The text a call gives, empty when it fails. */
  String resultOf(Call call) {
    StringBuilder out = new StringBuilder();
    return call.perform(this, out).isFailure() ? "" : out.toString();
  }

  /** Whether a call neither fails nor gives 0 or false. */
  boolean succeeds(Call call) {
    StringBuilder out = new StringBuilder();
    Flow flow = call.perform(this, out);
    String value = out.toString();
    return flow == Flow.OK && !value.equals("0") && !value.equalsIgnoreCase("false");
  }

  /** What a node says, as a value. */
  String evaluate(OutputNode node) {
    boolean outer = valueWanted;
    valueWanted = true;
    StringBuilder out = new StringBuilder();
    Flow flow = node.perform(this, out);
    valueWanted = outer;
    return flow.isFailure() ? "" : out.toString();
  }

  /** Whether a call's value goes somewhere; a fact's number is never said. */
  boolean isValueWanted() {
    return valueWanted;
  }

  void wantValue(boolean wanted) {
    valueWanted = wanted;
  }

  int number(OutputNode node, int most) {
    String value = evaluate(node);
    return Numbers.parse(value)
        .max(java.math.BigDecimal.ZERO)
        .min(java.math.BigDecimal.valueOf(most))
        .intValue();
  }

  /** How often a loop runs: a number, the size of a set, or as often as {@code $cs_looplimit}. */
  int loops(@Nullable OutputNode count) {
    if (count == null) {
      String limit = conversation.variables().get("$cs_looplimit");
      return Numbers.isNumber(limit) ? Numbers.parse(limit).intValue() : MOST_LOOPS;
    }
    Operand.SetPart set = assigning.setOf(count);
    return set == null ? number(count, MOST_LOOPS) : conversation.sets().get(set.number()).size();
  }

  Assigning assigning() {
    return assigning;
  }

  /** Carries out an assignment. */
  Flow assign(Assignment assignment) {
    return assigning.assign(assignment);
  }

  Flow assignSet(OutputNode.SetAssignment assignment) {
    return assigning.assignSet(assignment);
  }

  /** Counts a retry; ChatScript allows five in a turn. */
  boolean mayRetry() {
    return ++retries <= MOST_RETRIES;
  }
}
