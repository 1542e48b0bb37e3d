package org.sweetie.engine.script;

import org.sweetie.engine.script.Performer.Mode;

/**
 * Is told how a turn goes. What a turn does never depends on it; where nobody asks why, all of this
 * does nothing and costs nothing.
 */
interface TurnWatch {
  /** Nobody watches. */
  TurnWatch NONE = new TurnWatch() {};

  /**
   * Another part of the turn begins.
   *
   * @return the part it was in, to go back to
   */
  default TurnPhase enter(TurnPhase phase) {
    return phase;
  }

  /** A sentence of the message is looked at next, counted from zero. */
  default void sentence(int number) {}

  /** A topic is asked for its rules, by the rule that runs where there is one. */
  default void topic(Topic topic, Mode mode) {}

  /** A topic is not for the bot of this conversation. */
  default void closed(Topic topic) {}

  /** Rejoinders are tried, from this one on. */
  default void rejoinders(Topic topic, Rule first) {}

  /** The topic or the rejoinders are done with. */
  default void leave() {}

  /** The index gave these rules as the ones that may match. */
  default void candidates(Topic topic, int[] numbers) {}

  default void usedUp(Topic topic, Rule rule) {}

  /** An item of the outermost group was not found; the last of a pattern is what it failed at. */
  default void missed(int index) {}

  default void begins(Rule rule) {}

  default void tried(Topic topic, Rule rule, boolean matched) {}

  default void said(Topic topic, Rule rule, String text) {}

  default void saidBefore(Topic topic, Rule rule, String text) {}

  /** A rule has done what it says. */
  default void performed(Topic topic, Rule rule, Flow flow, boolean spoke) {}
}
