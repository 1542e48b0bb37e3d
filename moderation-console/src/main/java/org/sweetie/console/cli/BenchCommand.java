package org.sweetie.console.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.sweetie.console.measure.DialogueBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Measures the platform beside its peers. */
@Command(
    name = "bench",
    description = "Measures; prints one JSON object on one line.",
    subcommands = BenchCommand.Dialogue.class)
final class BenchCommand {
  /** Turns a second of the dialogue engine. */
  @Command(
      name = "dialogue",
      description = "Turns a second by number of rules, beside RiveScript in the same run.")
  static final class Dialogue implements Callable<Integer> {
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
      DialogueBench.Result result = new DialogueBench().run(seconds);
      ObjectNode line = Json.object();
      line.put("bench", "dialogue");
      line.put("unit", "turns/s");
      line.set("rules", rates(result.turnsPerSecond()));
      line.put("p50Micros", Json.score(result.p50Micros()));
      line.put("p99Micros", Json.score(result.p99Micros()));
      line.set("rivescript", rates(result.riveScript()));
      line.set("ratio", ratios(result));
      line.put("compileMillis", Math.round(result.compileMillis()));
      line.put("loadMillis", Math.round(result.loadMillis()));
      line.put("heapMegabytes", Math.round(result.heapMegabytes()));
      line.put("stateBytes", result.stateBytes());
      System.out.println(line);
      return Exit.DONE;
    }

    /** How many times as fast, where both have the same number of rules. */
    private static ObjectNode ratios(DialogueBench.Result result) {
      ObjectNode ratios = Json.object();
      result
          .riveScript()
          .forEach(
              (rules, rate) -> {
                Double ours = result.turnsPerSecond().get(rules);
                if (ours != null) {
                  ratios.put(rules, Math.round(ours / rate));
                }
              });
      return ratios;
    }

    private static ObjectNode rates(Map<String, Double> perSecond) {
      ObjectNode rates = Json.object();
      perSecond.forEach((rules, rate) -> rates.put(rules, Math.round(rate)));
      return rates;
    }
  }
}
