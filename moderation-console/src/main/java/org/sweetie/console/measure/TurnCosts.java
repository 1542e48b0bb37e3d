package org.sweetie.console.measure;

import java.util.EnumMap;
import java.util.Map;
import org.sweetie.engine.script.TurnPhase;
import org.sweetie.engine.script.TurnProfile;

/**
 * What turns cost. A turn is the whole of it: the state read from its text, the message answered,
 * the state written as text.
 *
 * @param perSecond turns a second of this thread
 * @param perCpuSecond turns a second of processor time, which what else the machine does leaves
 *     nearly as it is
 * @param p50Micros median of a turn
 * @param p99Micros 99th percentile of a turn
 * @param bytes allocated in a turn
 * @param answered the share of turns with a reply; a script that nothing leads into is fast
 * @param stateLength the largest state, in characters of its text
 */
public record TurnCosts(
    double perSecond,
    double perCpuSecond,
    double p50Micros,
    double p99Micros,
    double bytes,
    double answered,
    int stateLength) {

  /**
   * Where the time and the memory of a turn go.
   *
   * @param micros of a turn by phase; the clock is read between them, so that their sum is more
   *     than a turn takes without
   * @param bytes allocated in a turn by phase
   * @param rulesTried how many rules had their pattern tried in a turn
   */
  public record Profile(
      Map<TurnPhase, Double> micros, Map<TurnPhase, Double> bytes, double rulesTried) {
    static Profile of(TurnProfile time, TurnProfile memory) {
      return new Profile(
          aTurn(time, 1e3), aTurn(memory, 1), (double) time.rulesTried() / time.turns());
    }

    private static Map<TurnPhase, Double> aTurn(TurnProfile measured, double unit) {
      Map<TurnPhase, Double> spent = new EnumMap<>(TurnPhase.class);
      for (TurnPhase phase : TurnPhase.values()) {
        spent.put(phase, measured.spent(phase) / unit / measured.turns());
      }
      return spent;
    }
  }
}
