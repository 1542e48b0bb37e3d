package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Readers;
import org.sweetie.console.measure.Baselines;
import org.sweetie.console.measure.Evaluation;
import org.sweetie.console.measure.EvaluationPage;
import org.sweetie.console.measure.EvaluationReport;
import org.sweetie.models.baseline.Thresholded;
import org.sweetie.models.evaluate.Bootstrap;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.load.BadLine;
import org.sweetie.training.load.ChatExports;
import org.sweetie.training.load.ConversationSource;
import org.sweetie.training.load.CorpusReader;
import org.sweetie.training.load.Pan12Reader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Measures detection on labelled conversations. */
@Command(
    name = "evaluate",
    description = {
      "Measures detection on labelled conversations: how right, how soon, how well calibrated, by"
          + " language and register, with parts of each conversation missing, and in disguise.",
      "Prints a table on standard error and every figure as JSON."
    })
final class EvaluateCommand implements Callable<Integer> {
  /** Where the blind set stands, below the root of the project. */
  static final Path BLIND = Path.of("training-data", "blind");

  /** The seed of the corpus the shipped models were made from. */
  private static final long CORPUS_SEED = 1;

  @ArgGroup(multiplicity = "1")
  Set set = new Set();

  /** What is measured on: one of these. */
  static final class Set {
    @Option(
        names = "--in",
        paramLabel = "FILE",
        description =
            "conversations as sweetie analyze reads them, JSON Lines, each with \"labels\":"
                + " {\"positive\",\"offender\"} and, where known, \"acts\" in each message")
    @Nullable Path in;

    @Option(
        names = "--blind",
        description =
            "the project's blind set, from the root of the project; each run is a look and is"
                + " written down beside it")
    boolean blind;

    @Option(
        names = "--pan12",
        paramLabel = "DIR",
        description =
            "the folder of the training or of the test corpus of PAN-2012 as it was released")
    @Nullable Path pan12;

    @Option(
        names = "--ordinary",
        paramLabel = "FILE",
        description =
            "an export of WhatsApp, of an IRC client or of Discord in which nobody approaches a"
                + " child: every alarm is false")
    @Nullable Path ordinary;
  }

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "every figure as JSON; standard output where absent")
  @Nullable Path out;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "the same as one HTML page with drawings")
  @Nullable Path page;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of intervals and disguises (default ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "1000",
      description = "sets drawn for each interval (default ${DEFAULT-VALUE})")
  int resamples = 1_000;

  @Option(
      names = "--no-disguises",
      negatable = true,
      description = "leave the conversations in disguise out")
  boolean disguises = true;

  @Option(
      names = "--no-baselines",
      negatable = true,
      description = "leave out rules alone, TF-IDF with logistic regression, and Sentinel")
  boolean baselines = true;

  @Override
  public Integer call() throws IOException {
    if (resamples < 40) {
      throw new BadInput("--resamples " + resamples + ": expected 40 or more");
    }
    Readers readers = Readers.ofComposedText();
    List<Thresholded> compared =
        baselines ? Baselines.make(readers.text(), CORPUS_SEED) : List.of();
    Evaluation evaluation = new Evaluation(readers.analyzer(), compared, disguises, seed);
    long skipped = read(evaluation);
    if (evaluation.shipped().isEmpty()) {
      throw new BadInput(name() + ": no labelled conversation in it; give one with some");
    }
    ObjectNode figures =
        new EvaluationReport(evaluation, new Bootstrap(seed, resamples)).json(name());
    if (set.blind) {
      look(figures);
    }
    try (OutputStream to = InputOutput.out(out)) {
      Json.writeLine(to, figures);
    }
    if (page != null) {
      try (OutputStream to = InputOutput.out(page)) {
        to.write(EvaluationPage.of(figures).getBytes(StandardCharsets.UTF_8));
      }
    }
    EvaluationTable.print(figures, System.err);
    if (skipped > 0) {
      System.err.println(Counted.of(skipped, "line") + " skipped");
    }
    return skipped == 0 ? Exit.DONE : Exit.BAD_INPUT;
  }

  private long read(Evaluation evaluation) {
    Progress progress = new Progress(System.err);
    try (ConversationSource source = source()) {
      evaluation.read(source, progress::bar);
      progress.barDone();
      return source.skipped();
    } catch (CorpusException unusable) {
      throw new BadInput(String.valueOf(unusable.getMessage()));
    }
  }

  private ConversationSource source() {
    Path pan12 = set.pan12;
    if (pan12 != null) {
      return Pan12Reader.open(pan12, EvaluateCommand::tell);
    }
    Path ordinary = set.ordinary;
    return ordinary != null
        ? ChatExports.open(ordinary, EvaluateCommand::tell)
        : CorpusReader.open(labelled(), EvaluateCommand::tell);
  }

  private static void tell(BadLine bad) {
    System.err.println(bad);
  }

  private Path labelled() {
    Path given = set.in;
    if (given != null) {
      return given;
    }
    Path blind = BLIND.resolve("blind.jsonl");
    if (!Files.isRegularFile(blind)) {
      throw new BadInput(
          "--blind: no " + blind + " here; run it from the root of the project, or give --in FILE");
    }
    return blind;
  }

  private String name() {
    if (set.blind) {
      return "blind";
    }
    Path given = set.in != null ? set.in : set.pan12 != null ? set.pan12 : set.ordinary;
    return given == null ? "" : String.valueOf(given.getFileName());
  }

  /** Writes down that the figures of the blind set were seen, before they are. */
  private static void look(ObjectNode figures) throws IOException {
    Path ledger = BLIND.resolve("looks.tsv");
    String line =
        String.format(
            Locale.ROOT,
            "%s\t%s\tall figures of the whole set, F0.5 %s%n",
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            figures.path("model").asString(),
            figures.at("/detectors/" + Evaluation.SHIPPED + "/whole/f05"));
    Files.writeString(
        ledger, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    figures.put("look", looks(ledger));
  }

  private static long looks(Path ledger) throws IOException {
    return Files.readAllLines(ledger).stream().filter(l -> !l.startsWith("#")).count();
  }
}
