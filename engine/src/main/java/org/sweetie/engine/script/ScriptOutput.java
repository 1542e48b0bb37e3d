package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * One piece of literal text that a rule can say.
 *
 * @param file where it is written
 * @param line of its first word
 * @param column of its first word
 * @param topic with its tilde; empty in a macro
 * @param tag the rule, as {@link FiredRule#tag()}, or the macro's name
 * @param text the words as they are written; {@code $name}, {@code _0} and calls stand among them
 * @param echoes whether the text holds something that is only known at run time
 */
public record ScriptOutput(
    String file, int line, int column, String topic, String tag, String text, boolean echoes) {
  public ScriptOutput {
    requireNonNull(file, "file");
    requireNonNull(topic, "topic");
    requireNonNull(tag, "tag");
    requireNonNull(text, "text");
  }
}
