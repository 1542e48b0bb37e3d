package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sweetie.engine.script.Performer.Mode;

/**
 * The order in which a message is answered, that of ChatScript's simple control script: what the
 * last reply asked for, then the topic at hand, then topics named by keywords, then {@code
 * ~keywordless}; only when nothing answers any sentence is something volunteered: from topics named
 * by keywords, the topic at hand, any other topic, and last from {@code ~default}. One reply ends
 * it.
 */
final class Control {
  private final Conversation conversation;
  private final Performer performer;

  Control(Conversation conversation) {
    this.conversation = conversation;
    this.performer = conversation.performer();
  }

  void run() {
    BitSet ended = new BitSet();
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < conversation.sentences().size(); i++) {
        if (ended.get(i)) {
          continue;
        }
        conversation.moveTo(i);
        Flow flow = pass == 0 ? answer() : volunteer();
        if (flow == Flow.RETRY_SENTENCE || flow == Flow.RETRY_INPUT) {
          // What was read may be marked otherwise now; the sentence, or all, is tried again.
          conversation.heard().readAgain();
          i = flow == Flow.RETRY_SENTENCE ? i - 1 : -1;
          continue;
        }
        if (isAnswered() || flow == Flow.END_INPUT || flow == Flow.FAIL_INPUT) {
          return;
        }
        ended.set(i, flow.leavesTopic());
      }
    }
  }

  private boolean isAnswered() {
    return !conversation.responses().isEmpty();
  }

  /** One way to answer. */
  private interface Step {
    Flow take();
  }

  private Flow first(List<Step> steps) {
    for (Step step : steps) {
      Flow flow = step.take();
      if (isAnswered() || flow.leavesTopic()) {
        return flow;
      }
    }
    return Flow.OK;
  }

  private Flow answer() {
    return first(
        List.of(
            performer.rejoinders()::run,
            () -> current(Mode.RESPOND),
            () -> each(conversation.topicsByKeyword(), Mode.RESPOND),
            () -> named(Topic.WITHOUT_KEYWORDS, Mode.RESPOND)));
  }

  private Flow volunteer() {
    return first(
        List.of(
            () -> each(conversation.topicsByKeyword(), Mode.GAMBIT),
            () -> current(Mode.GAMBIT),
            this::anyGambit,
            () -> named(Topic.LAST_RESORT, Mode.RESPOND),
            () -> named(Topic.LAST_RESORT, Mode.GAMBIT)));
  }

  private Flow current(Mode mode) {
    Topic topic = conversation.currentTopic();
    return topic == null ? Flow.OK : performer.runTopic(topic, mode);
  }

  private Flow named(String name, Mode mode) {
    return conversation
        .script()
        .topic(name)
        .map(topic -> performer.runTopic(topic, mode))
        .orElse(Flow.OK);
  }

  private Flow each(List<Topic> topics, Mode mode) {
    for (Topic topic : topics) {
      Flow flow = performer.runTopic(topic, mode);
      if (isAnswered() || flow.leavesTopic()) {
        return flow;
      }
    }
    return Flow.OK;
  }

  private Flow anyGambit() {
    List<Topic> open = new ArrayList<>();
    for (Topic topic : conversation.script().topicsWithGambits()) {
      boolean closed =
          topic.name().equals(Topic.LAST_RESORT) || !topic.isFor(conversation.settings().bot());
      if (!closed && hasOpenGambit(topic)) {
        open.add(topic);
      }
    }
    while (!open.isEmpty()) {
      Topic topic = open.remove(performer.chance().below(open.size()));
      Flow flow = performer.runTopic(topic, Mode.GAMBIT);
      if (isAnswered() || flow.leavesTopic()) {
        return flow;
      }
    }
    return Flow.OK;
  }

  private boolean hasOpenGambit(Topic topic) {
    return topic.gambits().stream().anyMatch(rule -> !conversation.isErased(topic, rule));
  }
}
