package org.sweetie.engine.conduct;

/**
 * What one conduct rule says of one reply.
 *
 * @param rule the rule's id in CONDUCT: {@code B2}
 * @param reason what was seen; for a pass, what was looked for
 */
public record Verdict(String rule, boolean passed, String reason) {
  static Verdict pass(String rule, String reason) {
    return new Verdict(rule, true, reason);
  }

  static Verdict fail(String rule, String reason) {
    return new Verdict(rule, false, reason);
  }
}
