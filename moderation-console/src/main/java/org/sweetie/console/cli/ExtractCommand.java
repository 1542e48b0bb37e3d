package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Readers;
import org.sweetie.engine.signal.Extractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts in, identifiers out. */
@Command(
    name = "extract",
    description =
        "Finds telephone numbers, addresses, accounts and other identifiers in texts (JSON Lines).")
final class ExtractCommand implements Callable<Integer> {
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "{\"id\",\"text\"} a line; standard input where absent")
  @Nullable Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "one line for each; standard output where absent")
  @Nullable Path out;

  @Option(
      names = "--region",
      paramLabel = "GB",
      defaultValue = "GB",
      description = "ISO 3166 region in which national numbers are read (default ${DEFAULT-VALUE})")
  String region = "GB";

  @Override
  public Integer call() throws IOException {
    if (!REGIONS.contains(region)) {
      throw new BadInput(
          "--region " + region + ": expected a two-letter ISO 3166 code such as GB, RO or PH");
    }
    Extractor extractor = Readers.ofComposedText().extractor();
    try (InputStream input = InputOutput.in(in);
        OutputStream output = InputOutput.out(out)) {
      return new JsonLines(in, System.err).run(input, output, node -> spans(extractor, node));
    }
  }

  private JsonNode spans(Extractor extractor, JsonNode node) {
    if (node.path("id").isMissingNode()) {
      throw new BadInput("no \"id\"; give each text an id");
    }
    if (!node.path("text").isString()) {
      throw new BadInput("no \"text\" that is a string; give it one");
    }
    ObjectNode found = Json.object();
    found.set("id", node.path("id"));
    ArrayNode spans = found.putArray("spans");
    extractor
        .extract(node.path("text").asString(), region)
        .forEach(span -> AnalyzeCommand.identifier(spans.addObject(), span));
    return found;
  }
}
