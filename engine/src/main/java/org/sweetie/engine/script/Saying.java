package org.sweetie.engine.script;

import java.util.Set;

/**
 * One text that a rule may say, word for word as it would go out.
 *
 * @param file where it is written
 * @param line of its first word
 * @param column of its first word
 * @param topic with its tilde
 * @param tag the rule, as {@link FiredRule#tag()}
 * @param label the rule's label, empty where it has none
 * @param gambit whether it is volunteered
 * @param onceBy what sees to it that this is said at most once in a conversation: lasting variables
 *     that are empty before and filled after, the rule's own tag where it is used up, and {@link
 *     Sayings#MEMORY}; empty where it may be said again
 */
public record Saying(
    String file,
    int line,
    int column,
    String topic,
    String tag,
    String label,
    boolean gambit,
    String text,
    Set<String> onceBy) {
  public Saying {
    onceBy = Set.copyOf(onceBy);
  }

  /** {@code ~topic.LABEL}, or the tag where there is no label. */
  public String name() {
    return label.isEmpty() ? tag : topic + "." + label;
  }
}
