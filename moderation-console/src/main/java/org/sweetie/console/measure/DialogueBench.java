package org.sweetie.console.measure;

import com.rivescript.Config;
import com.rivescript.RiveScript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptCompiler;
import org.sweetie.engine.script.ScriptImage;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;

/**
 * Turns a second on one thread, by the number of rules, beside RiveScript's Java engine on the same
 * made-up rules and messages.
 *
 * <p>A turn here is the whole of it: the state of the conversation is read from its text, the
 * message answered, and the state written as text again.
 */
public final class DialogueBench {
  private static final long SEED = 7;
  private static final int MESSAGES = 4_000;
  private static final int TURNS_A_CONVERSATION = 50;
  private static final int[] OUR_SIZES = {100, 2_000, 10_000, 50_000};
  private static final int[] PEER_SIZES = {100, 1_000, 10_000};
  private static final TurnSettings SETTINGS =
      new TurnSettings(SEED, Instant.parse("2026-01-05T16:00:00Z"), "bot", "user");

  /** Guards against code that is thrown away because nobody looks at what it made. */
  private long seen;

  /**
   * What was measured.
   *
   * @param turnsPerSecond by number of rules
   * @param p50Micros median of one turn, 2,000 rules
   * @param p99Micros 99th percentile of one turn, 2,000 rules
   * @param riveScript RiveScript's replies a second, by number of rules
   * @param compileMillis compiling 50,000 rules from source
   * @param loadMillis loading their compiled form
   * @param heapMegabytes live heap of the scripts of all sizes together, after they were talked to
   * @param stateBytes the largest state of a conversation, as text in UTF-8
   */
  public record Result(
      Map<String, Double> turnsPerSecond,
      double p50Micros,
      double p99Micros,
      Map<String, Double> riveScript,
      double compileMillis,
      double loadMillis,
      double heapMegabytes,
      int stateBytes) {}

  /**
   * Runs the benchmark.
   *
   * @param seconds how long all of it may take, roughly; shared out evenly
   */
  public Result run(double seconds) {
    long slice = (long) (seconds * 1e9 / (OUR_SIZES.length + PEER_SIZES.length));
    Map<String, Double> ours = new LinkedHashMap<>();
    Map<String, Double> peers = new LinkedHashMap<>();
    double[] percentiles = new double[2];
    double[] costs = new double[2];
    int largest = 0;
    long heapBefore = liveHeap();
    List<Subject> subjects = new ArrayList<>();
    for (int size : OUR_SIZES) {
      subjects.add(subject(size, costs));
    }
    // The first half warms the virtual machine up on every size, so that none is measured colder.
    for (Subject subject : subjects) {
      answer(subject, slice / 2, new Laps());
    }
    for (Subject subject : subjects) {
      Laps laps = new Laps();
      answer(subject, slice / 2, laps);
      ours.put(String.valueOf(subject.size()), laps.perSecond());
      largest = Math.max(largest, laps.largestState);
      if (subject.size() == 2_000) {
        percentiles[0] = laps.micros(0.50);
        percentiles[1] = laps.micros(0.99);
      }
    }
    double heap = (liveHeap() - heapBefore) / 1e6;
    for (int size : PEER_SIZES) {
      peers.put(String.valueOf(size), riveScript(new SyntheticTalk(size, SEED), slice));
    }
    if (seen == 0) {
      throw new IllegalStateException("No engine answered anything; the benchmark is broken");
    }
    return new Result(
        ours, percentiles[0], percentiles[1], peers, costs[0], costs[1], heap, largest);
  }

  /** A script to talk to, and what is said to it. */
  private record Subject(int size, Script script, List<String> messages) {}

  /** Compiles, then goes on with what a restart would load. */
  private static Subject subject(int size, double[] costs) {
    SyntheticTalk talk = new SyntheticTalk(size, SEED);
    List<ScriptSource> sources = List.of(new ScriptSource("bench.top", talk.chatScript()));
    long began = System.nanoTime();
    Script script = ScriptCompiler.compile(sources).script();
    costs[0] = (System.nanoTime() - began) / 1e6;
    byte[] image = ScriptImage.write(script);
    began = System.nanoTime();
    Script loaded = ScriptImage.read(image);
    costs[1] = (System.nanoTime() - began) / 1e6;
    if (script.ruleCount() != size + 1 || loaded.ruleCount() != size + 1) {
      throw new IllegalStateException("The made-up script lost rules; the benchmark is broken");
    }
    return new Subject(size, loaded, talk.messages(MESSAGES));
  }

  private static long liveHeap() {
    for (int i = 0; i < 2; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void answer(Subject subject, long nanos, Laps laps) {
    Script script = subject.script();
    List<String> messages = subject.messages();
    long end = System.nanoTime() + nanos;
    String state = ScriptState.start().encode();
    int turn = 0;
    long lap = System.nanoTime();
    while (lap < end) {
      ScriptTurn answered =
          script.respond(ScriptState.decode(state), messages.get(turn % messages.size()), SETTINGS);
      state = answered.after().encode();
      seen += answered.reply().length();
      long now = System.nanoTime();
      laps.add(now - lap, state.length());
      lap = now;
      if (++turn % TURNS_A_CONVERSATION == 0) {
        state = ScriptState.start().encode();
      }
    }
  }

  private double riveScript(SyntheticTalk talk, long nanos) {
    RiveScript bot = new RiveScript(Config.utf8());
    try {
      bot.stream(talk.riveScript().split("\n", -1));
      bot.sortReplies();
      List<String> messages = talk.messages(MESSAGES);
      int turns = 0;
      long began = System.nanoTime();
      long half = began + nanos / 2;
      while (System.nanoTime() < half) {
        seen += bot.reply("user", messages.get(turns++ % messages.size())).length();
      }
      turns = 0;
      long measured = System.nanoTime();
      while (System.nanoTime() < measured + nanos / 2) {
        seen += bot.reply("user", messages.get(turns++ % messages.size())).length();
      }
      return turns * 1e9 / (System.nanoTime() - measured);
    } catch (com.rivescript.RiveScriptException | com.rivescript.parser.ParserException e) {
      throw new IllegalStateException("RiveScript did not take the made-up script", e);
    }
  }

  /** The times of single turns. */
  private static final class Laps {
    private long[] nanos = new long[1 << 16];
    private int count;
    private long total;
    private int largestState;

    void add(long lap, int state) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count++] = lap;
      total += lap;
      largestState = Math.max(largestState, state);
    }

    double perSecond() {
      return count * 1e9 / total;
    }

    double micros(double share) {
      long[] sorted = Arrays.copyOf(nanos, count);
      Arrays.sort(sorted);
      return sorted[(int) Math.min(count - 1L, (long) (count * share))] / 1e3;
    }
  }
}
