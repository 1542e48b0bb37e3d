package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * A {@code #!} line: a message that the rule below it is meant to answer.
 *
 * @param file where it is written
 * @param line of the sample
 * @param topic with its tilde
 * @param tag the rule, as {@link FiredRule#tag()}
 * @param input the sample message
 * @param flags what is written right behind {@code #!}, in upper case: K, B and P leave out the
 *     keyword, blocking and pattern test of ChatScript's verifier, F expects the pattern to fail
 */
public record ScriptSample(
    String file, int line, String topic, String tag, String input, String flags) {
  public ScriptSample {
    requireNonNull(file, "file");
    requireNonNull(topic, "topic");
    requireNonNull(tag, "tag");
    requireNonNull(input, "input");
    requireNonNull(flags, "flags");
  }

  /** Whether a flag is given. */
  boolean ignores(char test) {
    return flags.indexOf(test) >= 0;
  }
}
