package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rules of a script its samples and conversations bring out. A rule counts when it, or a rule
 * it called, said something; one that can say nothing counts when it ran to its end.
 */
public final class RuleCoverage {
  private final Script script;
  private final Set<String> covered = new HashSet<>();

  /** Nothing is covered yet. */
  public RuleCoverage(Script script) {
    this.script = requireNonNull(script, "script");
  }

  /** Counts the rules whose samples pass. */
  public void addSamples() {
    script.verify().stream()
        .filter(SampleVerdict::passed)
        .forEach(verdict -> covered.add(verdict.sample().tag()));
  }

  /** Counts the rules that a conversation from its beginning brings out. */
  public void addConversation(List<String> lines, TurnSettings settings) {
    ScriptState state = ScriptState.start();
    for (String line : lines) {
      state = script.respond(state, line, settings, new Watch()).after();
    }
  }

  /** What a topic has, in the order the topics are written; topics without rules are left out. */
  public List<OfTopic> topics() {
    return script.allTopics().stream()
        .filter(topic -> !topic.rules().isEmpty())
        .map(this::of)
        .toList();
  }

  private OfTopic of(Topic topic) {
    List<Missing> missing =
        topic.rules().stream()
            .filter(rule -> !covered.contains(topic.tag(rule)))
            .map(
                rule ->
                    new Missing(
                        topic.tag(rule), rule.label(), rule.place().file(), rule.place().line()))
            .toList();
    return new OfTopic(topic.name(), topic.rules().size(), missing);
  }

  /** Notes what a turn brings out. */
  private final class Watch implements TurnWatch {
    @Override
    public void performed(Topic topic, Rule rule, Flow flow, boolean spoke) {
      if (spoke || (!flow.isFailure() && !Speech.isPossible(rule.output()))) {
        covered.add(topic.tag(rule));
      }
    }
  }

  /**
   * The coverage of one topic.
   *
   * @param topic with its tilde
   * @param rules how many it has, rejoinders included
   * @param missing those that never came out, as they are written
   */
  public record OfTopic(String topic, int rules, List<Missing> missing) {
    public OfTopic {
      requireNonNull(topic, "topic");
      missing = List.copyOf(missing);
    }

    public int covered() {
      return rules - missing.size();
    }
  }

  /**
   * A rule that never came out.
   *
   * @param tag as {@link FiredRule#tag()}
   * @param label in upper case; empty when it has none
   * @param file where it is written
   * @param line its first line
   */
  public record Missing(String tag, String label, String file, int line) {
    public Missing {
      requireNonNull(tag, "tag");
      requireNonNull(label, "label");
      requireNonNull(file, "file");
    }
  }
}
