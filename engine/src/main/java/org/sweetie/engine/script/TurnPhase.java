package org.sweetie.engine.script;

/** The parts of a turn that its time goes to. */
public enum TurnPhase {
  /** The state is read from its text. */
  READING_STATE,
  /** The message is cut into words, spelling forgiven, canonical forms found. */
  READING_MESSAGE,
  /** The words are marked with what the script knows of them: phrases and concepts. */
  MARKING,
  /** The rules that may match are found: topics by their keywords, responders by the index. */
  FINDING_RULES,
  /** Patterns are tried. */
  MATCHING,
  /** Rules that matched do what they say. */
  OUTPUT,
  /** The new state is put together and written as text. */
  WRITING_STATE,
  /** All else: the turn is set up, topics are entered and left. */
  OTHER
}
