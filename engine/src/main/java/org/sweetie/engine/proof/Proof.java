package org.sweetie.engine.proof;

import java.util.List;

/**
 * What came of proving a persona.
 *
 * @param rules how many rules of the script can be reached
 * @param texts how many different texts they can say
 * @param questions how many kinds of message were tried: first ones, doubts of the age, and each
 *     phrase that nothing may agree to
 */
public record Proof(int rules, int texts, int questions, List<Violation> violations) {
  public Proof {
    violations = List.copyOf(violations);
  }

  /** Whether everything that can be proved is. */
  public boolean holds() {
    return violations.isEmpty();
  }

  /** How often a rule is violated. */
  public long count(String rule) {
    return violations.stream().filter(violation -> violation.rule().equals(rule)).count();
  }

  /** One line for each rule of conduct: proved, violated, or seen to at run time alone. */
  public List<String> summary() {
    return Provable.all().stream()
        .map(rule -> rule.id() + "  " + result(rule) + "  " + rule.what())
        .toList();
  }

  private String result(Provable rule) {
    if (!rule.byScript()) {
      return "at run time only";
    }
    long violated = count(rule.id());
    return violated == 0 ? "proved" : violated + (violated == 1 ? " violation" : " violations");
  }
}
