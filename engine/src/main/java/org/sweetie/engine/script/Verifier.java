package org.sweetie.engine.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;
import org.sweetie.engine.script.SampleVerdict.Outcome;

/**
 * Holds samples against their rules as ChatScript's {@code :verify} does (its testing.cpp): a
 * keyword must lead to the topic, the rule's pattern must match, and no earlier rule of the topic
 * that says something may match too. Nothing is run: each sample meets the patterns alone, in a
 * conversation that stands at its beginning inside the topic.
 */
final class Verifier {
  private static final TurnSettings SETTINGS =
      new TurnSettings(1, Instant.parse("2026-01-05T12:00:00Z"), "", "");

  /** {@code $name=value} behind a sample sets the stage for it. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(\\$[$_]?\\p{L}[\\p{L}\\p{N}_-]*|_[0-9]{1,2})\\s*=\\s*(\\S+)");

  private final Script script;
  private final Map<String, String> variables;

  Verifier(Script script) {
    this.script = script;
    this.variables = setUp(script);
  }

  /** What the bot's macro sets before the first message. */
  private static Map<String, String> setUp(Script script) {
    Conversation conversation = new Conversation(script, ScriptState.start(), "", SETTINGS);
    new ControlTopics(conversation).begin();
    return Map.copyOf(conversation.variables().lasting());
  }

  /** A sample with what it stands above. */
  private record Task(Topic topic, Rule rule, ScriptSample sample) {}

  /** One verdict for each sample, in the order they are written; samples do not meet each other. */
  List<SampleVerdict> verify() {
    List<Task> tasks = new ArrayList<>();
    for (Topic topic : script.allTopics()) {
      for (Rule rule : topic.rules()) {
        rule.samples().forEach(sample -> tasks.add(new Task(topic, rule, sample)));
      }
    }
    return tasks.parallelStream()
        .map(task -> verify(task.topic(), task.rule(), task.sample()))
        .toList();
  }

  private SampleVerdict verify(Topic topic, Rule rule, ScriptSample sample) {
    try {
      return verdict(prepare(topic, sample), topic, rule, sample);
    } catch (Steps.Exhausted stopped) {
      return new SampleVerdict(sample, Outcome.FAIL, stopped.reason());
    }
  }

  private Conversation prepare(Topic topic, ScriptSample sample) {
    ScriptState state =
        new ScriptState(
            0,
            variables,
            List.of(topic.name()),
            null,
            false,
            List.of(),
            Map.of(),
            List.of(),
            Map.of());
    Matcher assignment = ASSIGNMENT.matcher(sample.input());
    boolean assigns = assignment.find();
    String message = assigns ? sample.input().substring(0, assignment.start()) : sample.input();
    Conversation conversation = new Conversation(script, state, message, SETTINGS);
    while (assigns) {
      assign(conversation, assignment.group(1), assignment.group(2));
      assigns = assignment.find();
    }
    conversation.moveTo(0);
    conversation.run(topic);
    return conversation;
  }

  private static void assign(Conversation conversation, String name, String value) {
    if (name.startsWith("$")) {
      new Variable(name.toLowerCase(java.util.Locale.ROOT)).assign(conversation, value);
    } else {
      int slot = Integer.parseInt(name.substring(1));
      conversation.captures().set(Math.min(slot, Captures.COUNT - 1), value);
    }
  }

  private SampleVerdict verdict(
      Conversation conversation, Topic topic, Rule rule, ScriptSample sample) {
    if (rule.isGambit() && rule.pattern() == null) {
      return new SampleVerdict(sample, Outcome.PASS, "");
    }
    boolean reached = !rule.isResponder() || isReachedByKeyword(conversation, topic, sample);
    String mismatch = mismatch(conversation, topic, rule, sample);
    if (!mismatch.isEmpty()) {
      return new SampleVerdict(sample, Outcome.FAIL, mismatch);
    }
    if (!reached) {
      return new SampleVerdict(sample, Outcome.FAIL, "no keyword of the topic is in the sample");
    }
    Rule blocker = isBlockable(topic, rule, sample) ? blocker(conversation, topic, rule) : null;
    return blocker == null
        ? new SampleVerdict(sample, Outcome.PASS, "")
        : new SampleVerdict(sample, Outcome.BLOCKED, "blocked by " + topic.tag(blocker));
  }

  private boolean isReachedByKeyword(Conversation conversation, Topic topic, ScriptSample sample) {
    return sample.ignores('K')
        || topic.has(Topic.Flag.NOKEYS)
        || topic.has(Topic.Flag.RANDOM)
        || conversation.sentence().marks().has(topic.mark())
        || script.membersOf(topic.name()).isEmpty();
  }

  /** Why the rule does not meet its sample; empty when it does, or when nobody asks. */
  private static String mismatch(
      Conversation conversation, Topic topic, Rule rule, ScriptSample sample) {
    if (topic.has(Topic.Flag.NOPATTERNS) || sample.ignores('P')) {
      return "";
    }
    boolean rightSort = !rule.isResponder() || rule.answers(conversation.sentence());
    boolean matched = rightSort && matches(conversation, rule);
    if (sample.ignores('F')) {
      return matched ? "the pattern matches, and is not meant to" : "";
    }
    if (!rightSort) {
      String sort = conversation.sentence().isQuestion() ? "a question" : "a statement";
      return "the sample is " + sort;
    }
    return matched ? "" : "the pattern does not match";
  }

  private static boolean matches(Conversation conversation, Rule rule) {
    Group pattern = rule.pattern();
    return pattern == null || conversation.matcher().matches(pattern, 0);
  }

  private static boolean isBlockable(Topic topic, Rule rule, ScriptSample sample) {
    return !rule.isGambit()
        && !sample.ignores('B')
        && !topic.has(Topic.Flag.NOBLOCKING)
        && !topic.has(Topic.Flag.RANDOM);
  }

  /** The first earlier rule that matches, unless it is one that cannot be in the way; or null. */
  private static @Nullable Rule blocker(Conversation conversation, Topic topic, Rule rule) {
    List<Rule> earlier =
        rule.isResponder() ? earlierResponders(conversation, topic, rule) : siblings(topic, rule);
    for (Rule other : earlier) {
      boolean standsBack = rule.isResponder() && Blocking.isForAnything(other);
      if (!standsBack && matches(conversation, other)) {
        return Blocking.blocks(other) ? other : null;
      }
    }
    return null;
  }

  /** As in ChatScript a question may be in the way of a {@code u:} that was told, not asked. */
  private static List<Rule> earlierResponders(Conversation conversation, Topic topic, Rule rule) {
    RuleIndex responders = topic.responders();
    return Arrays.stream(responders.candidates(conversation.sentence()))
        .mapToObj(responders::rule)
        .filter(other -> other.index() < rule.index())
        .filter(other -> rule.kind() == 'u' || other.kind() == 'u' || other.kind() == rule.kind())
        .toList();
  }

  /** The rejoinders of the same level before a rule, back to the rule they belong to. */
  private static List<Rule> siblings(Topic topic, Rule rule) {
    List<Rule> found = new ArrayList<>();
    for (int i = rule.index() - 1; i >= 0; i--) {
      Rule above = topic.rules().get(i);
      if (above.isTopLevel() || above.kind() < rule.kind()) {
        break;
      }
      if (above.kind() == rule.kind()) {
        found.add(0, above);
      }
    }
    return found;
  }
}
