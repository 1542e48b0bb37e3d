package org.sweetie.engine.script;

import java.util.Optional;
import org.sweetie.engine.script.Performer.Mode;

/**
 * Answering under a script's own control, as ChatScript does it: the bot's macro runs once before
 * the first message and names the topics that prepare a message, answer each of its sentences and
 * come after.
 */
final class ControlTopics {
  /** Answers each sentence. */
  static final String MAIN = "$cs_control_main";

  static final String BEFORE = "$cs_control_pre";
  static final String AFTER = "$cs_control_post";

  private final Conversation conversation;
  private final Performer performer;

  ControlTopics(Conversation conversation) {
    this.conversation = conversation;
    this.performer = conversation.performer();
  }

  /** Sets the bot up when the conversation begins; tells whether the script controls itself. */
  boolean begin() {
    Optional<Macro> setup = conversation.script().setupOf(conversation.settings().bot());
    if (conversation.turn() == 1) {
      setup.ifPresent(macro -> performer.macros().call(macro, Arguments.NONE, new StringBuilder()));
      conversation.heard().readAsSaid();
    }
    return topic(MAIN).isPresent();
  }

  void run() {
    if (ends(perform(BEFORE, Mode.GAMBIT))) {
      return;
    }
    while (answer() == Flow.RETRY_INPUT) {
      conversation.heard().readAgain();
    }
    perform(AFTER, Mode.GAMBIT);
  }

  private Flow answer() {
    for (int i = 0; i < conversation.sentences().size(); i = conversation.heard().number() + 1) {
      conversation.moveTo(i);
      Flow flow = perform(MAIN, Mode.RESPOND);
      while (flow == Flow.RETRY_SENTENCE) {
        conversation.heard().readAgain();
        flow = perform(MAIN, Mode.RESPOND);
      }
      if (ends(flow) || flow == Flow.RETRY_INPUT) {
        return flow;
      }
    }
    return Flow.OK;
  }

  private static boolean ends(Flow flow) {
    return flow == Flow.END_INPUT || flow == Flow.FAIL_INPUT;
  }

  private Optional<Topic> topic(String variable) {
    return conversation.script().topic(conversation.variables().get(variable));
  }

  private Flow perform(String variable, Mode mode) {
    return topic(variable).map(topic -> performer.runTopic(topic, mode)).orElse(Flow.OK);
  }
}
