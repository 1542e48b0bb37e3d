package org.sweetie.console.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.PersonaFiles;
import org.sweetie.console.app.Personas;
import org.sweetie.console.measure.DialogueBench;
import org.sweetie.console.measure.ExtractBench;
import org.sweetie.console.measure.ScriptBench;
import org.sweetie.console.measure.TurnCosts;
import org.sweetie.engine.script.TurnPhase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Measures the platform beside its peers. */
@Command(
    name = "bench",
    description = "Measures; prints one JSON object on one line.",
    subcommands = {
      BenchCommand.Dialogue.class,
      BenchCommand.Extract.class,
      BenchPipelineCommand.class
    })
final class BenchCommand {
  /** Turns a second of the dialogue engine. */
  @Command(
      name = "dialogue",
      description =
          "Turns a second by number of rules, beside RiveScript and the same engine without its"
              + " index in the same run, and of the shipped persona; where the time goes.")
  static final class Dialogue implements Callable<Integer> {
    /** The made-up scripts' part of the time; whole scripts share the rest. */
    private static final double MADE_UP = 0.6;

    private static final int NAMED = 2_000;

    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "20",
        description = "how long to measure (default ${DEFAULT-VALUE})")
    double seconds = 20;

    @Option(
        names = "--script",
        paramLabel = "DIR",
        description = "measure the script of a folder too, on its own #! samples")
    @Nullable Path script;

    @Override
    public Integer call() throws IOException {
      if (!(seconds > 0 && seconds <= 3_600)) {
        throw new BadInput("--seconds " + seconds + ": expected a number above 0, at most 3600");
      }
      // A script that cannot be measured is said before anything is.
      Map<String, String> own = script == null ? Map.of() : ScriptCommand.files(script);
      if (script != null && ScriptCommand.script(script, own).samples().isEmpty()) {
        throw new BadInput(
            script + ": holds no sample; write a line '#! a message' above a rule it should reach");
      }
      double whole = seconds * (1 - MADE_UP) / (script == null ? 1 : 2);
      DialogueBench.Result result = new DialogueBench().run(seconds * MADE_UP);
      ObjectNode line = madeUp(result);
      line.set("persona", whole(PersonaFiles.shipped(), whole));
      if (script != null) {
        line.set("script", whole(own, whole));
      }
      System.out.println(line);
      return Exit.DONE;
    }

    private static ObjectNode madeUp(DialogueBench.Result result) {
      TurnCosts named = requireNonNull(result.sizes().get(NAMED)).costs();
      ObjectNode line = Json.object();
      line.put("bench", "dialogue");
      line.put("unit", "turns/s");
      line.set("rules", each(result, size -> size.costs().perSecond()));
      line.put("p50Micros", Json.score(named.p50Micros()));
      line.put("p99Micros", Json.score(named.p99Micros()));
      line.set("rivescript", rates(result.riveScript()));
      line.set("ratio", ratios(result));
      line.set("unindexed", each(result, size -> size.unindexed().perSecond()));
      line.set("perCpuSecond", each(result, size -> size.costs().perCpuSecond()));
      line.put("bytesPerTurn", Math.round(named.bytes()));
      line.put("compileMillis", Math.round(result.compileMillis()));
      line.put("loadMillis", Math.round(result.loadMillis()));
      line.put("heapMegabytes", Math.round(result.heapMegabytes()));
      line.put(
          "stateBytes",
          result.sizes().values().stream().mapToInt(s -> s.costs().stateLength()).max().orElse(0));
      ObjectNode profiles = Json.object();
      result
          .sizes()
          .forEach(
              (rules, size) ->
                  profiles.set(
                      String.valueOf(rules), beside(size.unindexedProfile(), size.profile())));
      line.set("profile", profiles);
      return line;
    }

    /** How many times as fast, where both have the same number of rules. */
    private static ObjectNode ratios(DialogueBench.Result result) {
      ObjectNode ratios = Json.object();
      result
          .riveScript()
          .forEach(
              (rules, rate) -> {
                DialogueBench.Size ours = result.sizes().get(rules);
                if (ours != null) {
                  ratios.put(String.valueOf(rules), Math.round(ours.costs().perSecond() / rate));
                }
              });
      return ratios;
    }

    private static ObjectNode each(
        DialogueBench.Result result, ToDoubleFunction<DialogueBench.Size> value) {
      ObjectNode values = Json.object();
      result
          .sizes()
          .forEach(
              (rules, size) ->
                  values.put(String.valueOf(rules), Math.round(value.applyAsDouble(size))));
      return values;
    }

    private static ObjectNode rates(Map<Integer, Double> perSecond) {
      ObjectNode rates = Json.object();
      perSecond.forEach((rules, rate) -> rates.put(String.valueOf(rules), Math.round(rate)));
      return rates;
    }

    /** A script measured on its own samples. */
    private static ObjectNode whole(Map<String, String> files, double seconds) {
      ScriptBench.Result result = ScriptBench.run(Personas.sources(files), seconds);
      TurnCosts costs = result.costs();
      ObjectNode node = Json.object();
      node.put("rules", result.rules());
      node.put("messages", result.messages());
      node.put("turnsPerSecond", Math.round(costs.perSecond()));
      node.put("perCpuSecond", Math.round(costs.perCpuSecond()));
      node.put("p50Micros", Json.score(costs.p50Micros()));
      node.put("p99Micros", Json.score(costs.p99Micros()));
      node.put("answered", Json.score(costs.answered()));
      node.put("unindexed", Math.round(result.unindexed().perSecond()));
      node.put("bytesPerTurn", Math.round(costs.bytes()));
      node.put("compileMillis", Math.round(result.compileMillis()));
      node.put("loadMillis", Math.round(result.loadMillis()));
      node.put("heapMegabytes", Math.round(result.heapMegabytes()));
      node.put("stateBytes", costs.stateLength());
      node.set("profile", beside(result.unindexedProfile(), result.profile()));
      return node;
    }

    /** What a turn spends by phase, without the index and with it. */
    private static ObjectNode beside(TurnCosts.Profile before, TurnCosts.Profile after) {
      ObjectNode both = Json.object();
      both.set("unindexed", profile(before));
      both.set("indexed", profile(after));
      return both;
    }

    private static ObjectNode profile(TurnCosts.Profile profile) {
      ObjectNode node = Json.object();
      node.set("micros", phases(profile.micros()));
      node.set("bytes", phases(profile.bytes()));
      node.put("rulesTried", Json.score(profile.rulesTried()));
      return node;
    }

    private static ObjectNode phases(Map<TurnPhase, Double> values) {
      ObjectNode node = Json.object();
      values.forEach((phase, value) -> node.put(name(phase), Math.round(value * 100) / 100.0));
      return node;
    }

    /** {@code READING_STATE} as {@code readingState}. */
    private static String name(Enum<?> phase) {
      List<String> words =
          new ArrayList<>(List.of(phase.name().toLowerCase(Locale.ROOT).split("_", -1)));
      words.replaceAll(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      String joined = String.join("", words);
      return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }
  }

  /** Messages a second of the extractor. */
  @Command(
      name = "extract",
      description = "Messages a second of the extractor, beside libphonenumber in the same run.")
  static final class Extract implements Callable<Integer> {
    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "20",
        description = "how long to measure (default ${DEFAULT-VALUE})")
    double seconds = 20;

    @Override
    public Integer call() {
      if (!(seconds > 0 && seconds <= 3_600)) {
        throw new BadInput("--seconds " + seconds + ": expected a number above 0, at most 3600");
      }
      ExtractBench.Result result = new ExtractBench().run(seconds);
      ObjectNode line = Json.object();
      line.put("bench", "extract");
      line.put("unit", "messages/s");
      line.put("extract", Math.round(result.extract()));
      line.put("withNames", Math.round(result.withNames()));
      line.put("libphonenumber", Math.round(result.libphonenumber()));
      line.put("ratio", Json.score(result.ratio()));
      System.out.println(line);
      return Exit.DONE;
    }
  }
}
