package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * How a sample fared.
 *
 * @param sample the message and the rule it stands above
 * @param outcome whether the rule would answer it
 * @param reason why not; empty when it passed
 */
public record SampleVerdict(ScriptSample sample, Outcome outcome, String reason) {

  /** What can become of a sample. */
  public enum Outcome {
    /** The rule answers. */
    PASS,
    /** The pattern or the sort of sentence does not match, or no keyword leads to the topic. */
    FAIL,
    /** An earlier rule of the topic answers instead. */
    BLOCKED
  }

  public SampleVerdict {
    requireNonNull(sample, "sample");
    requireNonNull(outcome, "outcome");
    requireNonNull(reason, "reason");
  }

  public boolean passed() {
    return outcome == Outcome.PASS;
  }

  /** {@code FILE:LINE PASS|FAIL|BLOCKED ~topic.T.R input}. */
  @Override
  public String toString() {
    return sample.file()
        + ":"
        + sample.line()
        + " "
        + outcome
        + " "
        + sample.tag()
        + " "
        + sample.input();
  }
}
