package org.sweetie.engine.proof;

/**
 * Something a persona can say, or be, that a rule forbids or that cannot be proved.
 *
 * @param rule the rule's id in CONDUCT: {@code B2}
 * @param file where it is written, as the script names its files
 * @param line from 1
 * @param name the script's rule, {@code ~topic.LABEL}; empty where it is no rule
 * @param text the output as it may be shown, masked; empty where nothing is said
 * @param why what is wrong and what to do
 */
public record Violation(String rule, String file, int line, String name, String text, String why) {

  /** {@code RULE-ID FILE:LINE ~topic.label "the output" why}. */
  @Override
  public String toString() {
    return rule
        + " "
        + file
        + ":"
        + line
        + (name.isEmpty() ? "" : " " + name)
        + "  \""
        + text
        + "\"  "
        + why;
  }
}
