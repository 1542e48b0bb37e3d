package org.sweetie.console.measure;

import com.rivescript.Config;
import com.rivescript.RiveScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.script.ScriptSource;

/**
 * Turns a second on one thread, by the number of rules, on made-up rules and messages: with the
 * index over the rules, with that switched off, and beside RiveScript's Java engine.
 */
public final class DialogueBench {
  private static final long SEED = 7;
  private static final int MESSAGES = 4_000;
  private static final int[] OUR_SIZES = {100, 2_000, 10_000, 50_000};
  private static final int[] PEER_SIZES = {100, 1_000, 10_000};

  /** RiveScript's answers count too, lest they be thrown away unmade. */
  private long seen;

  /**
   * What was measured.
   *
   * @param sizes by number of rules
   * @param riveScript RiveScript's replies a second, by number of rules
   * @param compileMillis compiling 50,000 rules from source
   * @param loadMillis loading their compiled form
   * @param heapMegabytes live heap of the scripts of all sizes together, after they were talked to
   */
  public record Result(
      Map<Integer, Size> sizes,
      Map<Integer, Double> riveScript,
      double compileMillis,
      double loadMillis,
      double heapMegabytes) {}

  /**
   * A number of rules, with the index over them and without.
   *
   * @param profile where the time goes with it
   * @param unindexedProfile where it goes without
   */
  public record Size(
      TurnCosts costs,
      TurnCosts.Profile profile,
      TurnCosts unindexed,
      TurnCosts.Profile unindexedProfile) {}

  /** A script to talk to. */
  private record Subject(int size, Loading loading, Talk talk) {}

  /**
   * Runs the benchmark.
   *
   * @param seconds how long all of it may take, roughly; shared out evenly
   */
  public Result run(double seconds) {
    long slice = (long) (seconds * 1e9 / (OUR_SIZES.length * 1.5 + PEER_SIZES.length));
    double heap = Loading.liveMegabytes();
    List<Subject> subjects = new ArrayList<>();
    for (int size : OUR_SIZES) {
      subjects.add(subject(size));
    }
    // The first half warms the virtual machine up on every size, so that none is measured colder.
    subjects.forEach(subject -> subject.talk().warmUp(slice / 2));
    List<TurnCosts> costs =
        subjects.stream().map(subject -> subject.talk().measure(slice / 2)).toList();
    heap = Loading.liveMegabytes() - heap;
    Map<Integer, Size> sizes = new LinkedHashMap<>();
    for (int i = 0; i < subjects.size(); i++) {
      sizes.put(OUR_SIZES[i], profiled(subjects.get(i), costs.get(i), slice / 2));
    }
    Map<Integer, Double> peers = new LinkedHashMap<>();
    for (int size : PEER_SIZES) {
      peers.put(size, riveScript(new SyntheticTalk(size, SEED), slice));
    }
    if (seen == 0 || subjects.stream().anyMatch(subject -> subject.talk().said() == 0)) {
      throw new IllegalStateException("No engine answered anything; the benchmark is broken");
    }
    Loading largest = subjects.get(subjects.size() - 1).loading();
    return new Result(sizes, peers, largest.compileMillis(), largest.loadMillis(), heap);
  }

  private static Subject subject(int size) {
    SyntheticTalk talk = new SyntheticTalk(size, SEED);
    Loading loading = Loading.of(List.of(new ScriptSource("bench.top", talk.chatScript())));
    if (loading.script().ruleCount() != size + 1) {
      throw new IllegalStateException("The made-up script lost rules; the benchmark is broken");
    }
    return new Subject(size, loading, new Talk(loading.script(), talk.messages(MESSAGES)));
  }

  private static Size profiled(Subject subject, TurnCosts costs, long nanos) {
    TurnCosts.Profile profile = subject.talk().profile(nanos / 4);
    Talk plain = subject.talk().unindexed();
    plain.warmUp(nanos / 4);
    TurnCosts unindexed = plain.measure(nanos / 4);
    return new Size(costs, profile, unindexed, plain.profile(nanos / 4));
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
}
