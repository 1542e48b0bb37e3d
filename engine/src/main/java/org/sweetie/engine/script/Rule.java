package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.PatternElement.Group;

/**
 * A rule of a topic.
 *
 * @param topic the topic's number
 * @param index the rule's place among all rules of the topic
 * @param kind {@code s ? u t r}, or the level of a rejoinder, {@code a} to {@code q}
 * @param label in upper case; empty when there is none
 * @param top counts the topic's rules that are no rejoinders, from zero
 * @param below zero for a top-level rule, else counts the rejoinders below it from one
 */
record Rule(
    int topic,
    int index,
    char kind,
    String label,
    @Nullable Group pattern,
    OutputNode.Block output,
    int top,
    int below,
    Place place,
    List<ScriptSample> samples) {

  boolean isTopLevel() {
    return isResponder() || isGambit();
  }

  boolean isResponder() {
    return kind == 's' || kind == '?' || kind == 'u';
  }

  boolean isGambit() {
    return kind == 't' || kind == 'r';
  }

  /** Whether a responder may answer this sort of sentence. */
  boolean answers(Sentence sentence) {
    return kind == 'u' || (kind == '?') == sentence.isQuestion();
  }
}
