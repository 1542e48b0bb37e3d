package org.sweetie.engine.script;

import java.util.List;

/**
 * What is known of a rule without reading its body.
 *
 * @param topic the topic's number
 * @param topicName with its tilde
 * @param index the rule's place among all rules of the topic
 * @param kind {@code s ? u t r}, or the level of a rejoinder, {@code a} to {@code q}
 * @param label in upper case; empty when there is none
 * @param top counts the topic's rules that are no rejoinders, from zero
 * @param below zero for a top-level rule, else counts the rejoinders below it from one
 * @param offset where the rule begins in its source
 * @param bodyOffset where its pattern, or without one its output, begins
 */
record RuleHead(
    int topic,
    String topicName,
    int index,
    char kind,
    String label,
    int top,
    int below,
    int offset,
    int bodyOffset,
    List<ScriptSample> samples) {
  RuleHead {
    samples = List.copyOf(samples);
  }

  /** Whether rules of a kind are no rejoinders. */
  static boolean isTopLevel(char kind) {
    return "stru?".indexOf(kind) >= 0;
  }
}
