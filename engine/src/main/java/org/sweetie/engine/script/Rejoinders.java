package org.sweetie.engine.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules below a rule: which of them wait for the next message, and how they are tried. */
final class Rejoinders {
  private final Performer performer;
  private boolean blocked;
  private char level;

  Rejoinders(Performer performer) {
    this.performer = performer;
  }

  /** Begins a rule; gives what was blocked outside of it. */
  boolean begin() {
    boolean outer = blocked;
    blocked = false;
    level = 0;
    return outer;
  }

  void end(boolean outer) {
    blocked = outer;
  }

  /** The running rule offers none. */
  void block() {
    blocked = true;
  }

  /** The choice that was made names the level of its own. */
  void chooseLevel(char chosen) {
    level = chosen;
  }

  /** Lets the next message be tried against the rejoinders below a rule that spoke. */
  void offer(Topic topic, Rule rule) {
    if (blocked) {
      return;
    }
    Conversation conversation = performer.conversation();
    if (conversation.nextRejoinder() == null) {
      conversation.setNextRejoinder(first(topic, rule, level));
    }
    level = 0;
  }

  /** The first rejoinder directly below a rule, or below it at a level of its choice's own. */
  static @Nullable Rule first(Topic topic, Rule rule, char level) {
    char wanted = level != 0 ? level : rule.isTopLevel() ? 'a' : (char) (rule.kind() + 1);
    for (int i = rule.index() + 1; i < topic.rules().size(); i++) {
      Rule next = topic.rules().get(i);
      if (next.isTopLevel() || (level == 0 && next.kind() < wanted)) {
        return null;
      }
      if (next.kind() == wanted) {
        return next;
      }
    }
    return null;
  }

  /** Tries the rejoinders that the last reply left open. */
  Flow run() {
    Rule first = performer.conversation().rejoinder();
    if (first == null) {
      return Flow.OK;
    }
    return runLevel(performer.conversation().script().topic(first.topic()), first, false);
  }

  /** Tries a rejoinder and its alternatives at the same level until one does not fail. */
  Flow runLevel(Topic topic, Rule first, boolean refining) {
    Conversation conversation = performer.conversation();
    Topic outer = conversation.running();
    Map<String, String> outerLocals = conversation.variables().enter();
    conversation.run(topic);
    conversation.watch().rejoinders(topic, first);
    TurnPhase outerPhase = conversation.watch().enter(TurnPhase.MATCHING);
    Flow result = tryLevel(topic, first, refining);
    conversation.watch().enter(outerPhase);
    conversation.watch().leave();
    conversation.variables().leave(outerLocals);
    conversation.run(outer);
    return result;
  }

  private Flow tryLevel(Topic topic, Rule first, boolean refining) {
    for (int i = first.index(); i < topic.rules().size(); i++) {
      Rule rule = topic.rules().get(i);
      if (rule.isTopLevel() || rule.kind() < first.kind()) {
        return Flow.OK;
      }
      if (rule.kind() != first.kind()) {
        continue;
      }
      Flow flow = performer.tryRule(topic, rule, refining);
      if (flow == Flow.NO_MATCH || (flow == Flow.FAIL_RULE && !refining)) {
        continue;
      }
      if (!refining) {
        performer.conversation().setRejoinder(null);
      }
      return flow == Flow.END_TOPIC || flow == Flow.FAIL_TOPIC ? Flow.OK : flow;
    }
    return Flow.OK;
  }
}
