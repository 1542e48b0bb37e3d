package org.sweetie.engine.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.script.Performer.Mode;
import org.sweetie.engine.script.SampleVerdict.Outcome;

/**
 * Holds samples against their rules as ChatScript's {@code :verify} does: the rule's pattern must
 * match, a keyword must lead to the topic, and no earlier rule of the topic may answer first. Each
 * sample is tried on a fresh conversation.
 */
final class Verifier {
  private static final TurnSettings SETTINGS =
      new TurnSettings(1, Instant.parse("2026-01-05T12:00:00Z"), "", "");

  private final Script script;

  Verifier(Script script) {
    this.script = script;
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
    Conversation conversation =
        new Conversation(script, ScriptState.start(), sample.input(), SETTINGS);
    try {
      return verdict(conversation, topic, rule, sample);
    } catch (Steps.Exhausted stopped) {
      return new SampleVerdict(sample, Outcome.FAIL, stopped.reason());
    }
  }

  private SampleVerdict verdict(
      Conversation conversation, Topic topic, Rule rule, ScriptSample sample) {
    conversation.moveTo(0);
    conversation.run(topic);
    if (rule.isResponder() && !rule.answers(conversation.sentence())) {
      String sort = conversation.sentence().isQuestion() ? "a question" : "a statement";
      return new SampleVerdict(sample, Outcome.FAIL, "the sample is " + sort);
    }
    boolean matches =
        topic.has(Topic.Flag.NOPATTERNS)
            || rule.pattern() == null
            || conversation.matcher().matches(rule.pattern(), 0);
    if (!matches) {
      return new SampleVerdict(sample, Outcome.FAIL, "the pattern does not match");
    }
    if (rule.isResponder() && !isReachedByKeyword(conversation, topic, sample)) {
      return new SampleVerdict(sample, Outcome.FAIL, "no keyword of the topic is in the sample");
    }
    return blocking(conversation, topic, rule, sample);
  }

  private boolean isReachedByKeyword(Conversation conversation, Topic topic, ScriptSample sample) {
    return sample.ignores('K')
        || topic.has(Topic.Flag.NOKEYS)
        || topic.has(Topic.Flag.SYSTEM)
        || conversation.sentence().marks().has(topic.mark())
        || script.membersOf(topic.name()).isEmpty();
  }

  /** Runs the topic until it comes to the rule, and sees whether something spoke before. */
  private static SampleVerdict blocking(
      Conversation conversation, Topic topic, Rule rule, ScriptSample sample) {
    boolean skipped =
        rule.isGambit()
            || sample.ignores('B')
            || topic.has(Topic.Flag.NOBLOCKING)
            || (rule.isResponder() && topic.has(Topic.Flag.RANDOM));
    if (skipped) {
      return new SampleVerdict(sample, Outcome.PASS, "");
    }
    Performer performer = conversation.performer();
    performer.stopAt(rule);
    if (rule.isResponder()) {
      performer.runTopic(topic, Mode.RESPOND);
    } else {
      performer.runLevel(topic, firstOfLevel(topic, rule), false);
    }
    if (performer.stopped()) {
      return new SampleVerdict(sample, Outcome.PASS, "");
    }
    String by =
        conversation.fired().stream().map(FiredRule::tag).findFirst().orElse("a rule that ends");
    return new SampleVerdict(sample, Outcome.BLOCKED, "blocked by " + by);
  }

  /** The first of the rejoinders a rule stands among. */
  private static Rule firstOfLevel(Topic topic, Rule rule) {
    Rule first = rule;
    for (int i = rule.index() - 1; i >= 0; i--) {
      Rule above = topic.rules().get(i);
      if (above.isTopLevel() || above.kind() < rule.kind()) {
        return first;
      }
      if (above.kind() == rule.kind()) {
        first = above;
      }
    }
    return first;
  }
}
