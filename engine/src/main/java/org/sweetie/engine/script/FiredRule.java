package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * A rule that contributed to a reply.
 *
 * @param topic with its tilde
 * @param label in upper case; empty when the rule has none
 * @param tag {@code ~topic.T.R}: T counts the topic's top-level rules from zero, R the rejoinders
 *     below that rule from one (zero for the rule itself)
 * @param file where the rule is written
 * @param line its first line
 */
public record FiredRule(String topic, String label, String tag, String file, int line) {
  public FiredRule {
    requireNonNull(topic, "topic");
    requireNonNull(label, "label");
    requireNonNull(tag, "tag");
    requireNonNull(file, "file");
  }
}
