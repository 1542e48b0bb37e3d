package org.sweetie.engine.script;

import java.util.function.LongSupplier;

/**
 * What turns spend, phase by phase: time, when the meter is a clock; memory, when it counts what
 * was allocated. All that is spent counts for one phase alone: when an output asks another topic,
 * the patterns tried there are matching, and output goes on behind it.
 *
 * <p>Reading the meter takes time itself, so turns that are profiled are slower; measure how long a
 * turn takes without it. Not for several threads.
 */
public final class TurnProfile {
  private final LongSupplier meter;
  private final long[] spent = new long[TurnPhase.values().length];
  private TurnPhase phase = TurnPhase.OTHER;
  private long since;
  private long turns;
  private long rulesTried;

  /** What a turn tells its profile. */
  private final TurnWatch watch =
      new TurnWatch() {
        @Override
        public TurnPhase enter(TurnPhase next) {
          return TurnProfile.this.enter(next);
        }

        @Override
        public void begins(Rule rule) {
          rulesTried++;
        }
      };

  /**
   * Begins with nothing measured.
   *
   * @param meter a number that rises with what is spent, from anywhere on
   */
  public TurnProfile(LongSupplier meter) {
    this.meter = meter;
  }

  TurnWatch watch() {
    return watch;
  }

  /**
   * Answers a message as {@link Script#respond} does, state from text to text.
   *
   * @return the state after the turn, as {@link ScriptState#encode} writes it
   */
  public String turn(Script script, String state, String input, TurnSettings settings) {
    since = meter.getAsLong();
    phase = TurnPhase.READING_STATE;
    ScriptState before = ScriptState.decode(state);
    enter(TurnPhase.OTHER);
    ScriptTurn turn = script.respond(before, input, settings, watch);
    enter(TurnPhase.WRITING_STATE);
    String after = turn.after().encode();
    enter(TurnPhase.OTHER);
    turns++;
    return after;
  }

  private TurnPhase enter(TurnPhase next) {
    TurnPhase left = phase;
    if (left != next) {
      long now = meter.getAsLong();
      spent[left.ordinal()] += now - since;
      since = now;
      phase = next;
    }
    return left;
  }

  /** How many turns were measured. */
  public long turns() {
    return turns;
  }

  /** What was spent in a phase, all turns together, as the meter counts. */
  public long spent(TurnPhase in) {
    return spent[in.ordinal()];
  }

  /** How many rules had their pattern tried, all turns together. */
  public long rulesTried() {
    return rulesTried;
  }
}
