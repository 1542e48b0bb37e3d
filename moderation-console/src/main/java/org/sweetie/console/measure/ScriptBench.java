package org.sweetie.console.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptSample;
import org.sweetie.engine.script.ScriptSource;

/** Measures a whole script on what its own samples say, in an order that chance made. */
public final class ScriptBench {
  private static final long SEED = 7;

  /** The shares of the time: warming up, turns, their profile; the same without the index. */
  private static final double[] SHARES = {0.35, 0.3, 0.1, 0.1, 0.1, 0.05};

  private ScriptBench() {}

  /**
   * What was measured.
   *
   * @param rules how many there are
   * @param messages how many samples were said to it
   * @param costs of a turn
   * @param profile of a turn
   * @param unindexed turns a second with the index switched off
   * @param unindexedProfile their profile
   * @param compileMillis compiling it from source
   * @param loadMillis loading its compiled form
   * @param heapMegabytes its live heap after it was talked to
   */
  public record Result(
      int rules,
      int messages,
      TurnCosts costs,
      TurnCosts.Profile profile,
      TurnCosts unindexed,
      TurnCosts.Profile unindexedProfile,
      double compileMillis,
      double loadMillis,
      double heapMegabytes) {}

  /**
   * Compiles a script, loads what a restart would load, and talks to that.
   *
   * @param seconds how long all of it may take, compiling left out
   * @throws IllegalArgumentException when the script holds no sample
   */
  public static Result run(List<ScriptSource> sources, double seconds) {
    double heap = Loading.liveMegabytes();
    Loading loading = Loading.of(sources);
    Script script = loading.script();
    List<String> messages = messages(script);
    long nanos = (long) (seconds * 1e9);
    Talk talk = new Talk(script, messages);
    talk.warmUp((long) (nanos * SHARES[0]));
    TurnCosts measured = talk.measure((long) (nanos * SHARES[1]));
    TurnCosts.Profile profile = talk.profile((long) (nanos * SHARES[2]));
    heap = Loading.liveMegabytes() - heap;
    Talk plain = talk.unindexed();
    plain.warmUp((long) (nanos * SHARES[3]));
    TurnCosts unindexed = plain.measure((long) (nanos * SHARES[4]));
    return new Result(
        script.ruleCount(),
        messages.size(),
        measured,
        profile,
        unindexed,
        plain.profile((long) (nanos * SHARES[5])),
        loading.compileMillis(),
        loading.loadMillis(),
        heap);
  }

  private static List<String> messages(Script script) {
    List<String> messages =
        new ArrayList<>(script.samples().stream().map(ScriptSample::input).distinct().toList());
    if (messages.isEmpty()) {
      throw new IllegalArgumentException(
          "the script holds no sample to say to it; write a line '#! a message' above a rule");
    }
    Collections.shuffle(messages, new Random(SEED));
    return messages;
  }
}
