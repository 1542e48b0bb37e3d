package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What one message led to.
 *
 * @param reply the answer; empty when the script has none
 * @param fired the rules that produced it, in order
 * @param trace notes on how the reply came about, and every fault of the script met on the way
 * @param after the state to give to the next turn
 */
public record ScriptTurn(
    String reply, List<FiredRule> fired, List<String> trace, ScriptState after) {
  /** What a fault begins with. */
  static final String FAULT = "error: ";

  public ScriptTurn {
    requireNonNull(reply, "reply");
    fired = List.copyOf(fired);
    trace = List.copyOf(trace);
    requireNonNull(after, "after");
  }

  /**
   * The faults of the script, out of the trace; empty as a rule: a turn that was ended, a call that
   * would leave the engine, a pattern or a name that is none when the rule runs.
   */
  public List<String> faults() {
    return trace.stream().filter(note -> note.startsWith(FAULT)).toList();
  }
}
