package org.sweetie.console.cli;

import java.util.concurrent.Callable;
import org.sweetie.console.app.Readers;
import org.sweetie.console.measure.PipelineBench;
import org.sweetie.models.encode.SentenceEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Messages a second of reading, finding and deciding. */
@Command(
    name = "pipeline",
    description =
        "Messages a second through reading, finding and deciding on two cores, beside the bare"
            + " encoder on the same texts in the same run.")
final class BenchPipelineCommand implements Callable<Integer> {
  /** The size of a public set of chat conversations that has to be read in one sitting. */
  private static final int CONVERSATIONS = 20_172;

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
    try (SentenceEncoder encoder = new SentenceEncoder()) {
      PipelineBench bench = new PipelineBench(Readers.ofComposedText().analyzer(), encoder::encode);
      System.out.println(line(bench.run(seconds)));
    }
    return Exit.DONE;
  }

  private static ObjectNode line(PipelineBench.Result result) {
    ObjectNode line = Json.object();
    line.put("bench", "pipeline");
    line.put("unit", "messages/s");
    rates(line, result.distinct());
    line.put("workers", PipelineBench.WORKERS);
    line.put("messages", result.distinct().messages());
    double messages = result.distinct().pipeline();
    line.put("conversationsPerHour", Math.round(3_600 * messages / PipelineBench.LENGTH));
    double minutes = CONVERSATIONS * (double) PipelineBench.LENGTH / messages / 60;
    line.put("minutesFor" + CONVERSATIONS, Math.round(10 * minutes) / 10.0);
    line.put("heapMegabytesHalfway", Math.round(result.distinct().halfHeapMegabytes()));
    line.put("heapMegabytes", Math.round(result.distinct().heapMegabytes()));
    rates(line.putObject("asComposed"), result.asComposed());
    return line;
  }

  private static void rates(ObjectNode node, PipelineBench.Rates rates) {
    node.put("pipeline", Math.round(rates.pipeline()));
    node.put("embedding", Math.round(rates.embedding()));
    node.put("ratio", Json.score(rates.ratio()));
    node.put("cpuRatio", Json.score(rates.cpuRatio()));
  }
}
