package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Readers;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Conversations in, findings out. */
@Command(
    name = "analyze",
    description =
        "Reads conversations (JSON Lines) and writes what was found in each, in input order.")
final class AnalyzeCommand implements Callable<Integer> {
  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "one conversation a line; standard input where absent")
  @Nullable Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "one line for each; standard output where absent")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Analyzer analyzer = Readers.ofComposedText().analyzer();
    try (InputStream input = InputOutput.in(in);
        OutputStream output = InputOutput.out(out)) {
      return new JsonLines(in, System.err)
          .run(input, output, node -> findings(analyzer.analyze(conversation(node, System.err))));
    }
  }

  /**
   * The conversation of a line.
   *
   * @param err told of a language that is none
   * @throws BadInput saying what is missing or wrong
   */
  static Conversation conversation(JsonNode node, PrintStream err) {
    if (!node.path("id").isString() && !node.path("id").isNumber()) {
      throw new BadInput("no \"id\"; give each conversation an id");
    }
    if (!node.path("messages").isArray()) {
      throw new BadInput("no \"messages\"; expected an array of {\"n\",\"author\",\"text\"}");
    }
    List<Utterance> messages = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode message : node.path("messages")) {
      Utterance utterance = utterance(message, messages.size() + 1);
      if (!numbers.add(utterance.n())) {
        throw new BadInput(
            "message "
                + (messages.size() + 1)
                + " has \"n\" "
                + utterance.n()
                + " like one before it; give each message of a conversation a number of its own");
      }
      messages.add(utterance);
    }
    return new Conversation(node.path("id").asString(), language(node, err), messages);
  }

  /** The language as given, where it is one; else what was written has to tell. */
  private static @Nullable String language(JsonNode node, PrintStream err) {
    String given = node.path("language").asString("");
    if (given.isBlank()) {
      return null;
    }
    if (CODES.contains(given.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))) {
      return given;
    }
    err.println(
        "conversation "
            + node.path("id").asString()
            + ": language \""
            + given
            + "\" is no ISO 639-1 code such as en or sr-Latn; it was detected instead");
    return null;
  }

  private static Utterance utterance(JsonNode message, int position) {
    JsonNode text = message.path("text");
    if (!text.isString()) {
      throw new BadInput("message " + position + " has no \"text\" that is a string; give it one");
    }
    JsonNode n = message.path("n");
    if (!n.isMissingNode() && !n.isIntegralNumber()) {
      throw new BadInput("message " + position + " has \"n\" " + n + "; expected a whole number");
    }
    return new Utterance(
        n.asInt(position),
        message.path("author").asString(""),
        time(message, position),
        text.asString());
  }

  private static @Nullable Instant time(JsonNode message, int position) {
    JsonNode time = message.path("time");
    if (time.isMissingNode() || time.isNull()) {
      return null;
    }
    try {
      return Instant.parse(time.asString(""));
    } catch (DateTimeParseException bad) {
      throw new BadInput(
          "message "
              + position
              + " has \"time\" "
              + time
              + "; expected ISO-8601 UTC such as 2026-01-05T16:02:11Z");
    }
  }

  static JsonNode findings(ConversationFindings found) {
    ObjectNode node = Json.object();
    node.put("id", found.id());
    node.put("risk", Json.score(found.risk()));
    node.put("flagged", found.flagged());
    node.put("flaggedAt", found.flaggedAt());
    node.put("suspect", found.suspect());
    node.put("stage", found.stage().wire());
    node.put("language", found.language());
    node.put("model", found.model());
    ArrayNode messages = node.putArray("messages");
    found.messages().forEach(m -> message(messages.addObject(), m));
    return node;
  }

  private static void message(ObjectNode node, MessageFindings found) {
    node.put("n", found.n());
    node.put("risk", Json.score(found.risk()));
    ArrayNode indicators = node.putArray("indicators");
    for (IndicatorSpan span : found.indicators()) {
      ObjectNode indicator = indicators.addObject();
      indicator.put("name", span.name().wire());
      indicator.put("score", Json.score(span.score()));
      indicator.put("start", span.start());
      indicator.put("end", span.end());
      group(indicator, span.group());
    }
    ArrayNode identifiers = node.putArray("identifiers");
    found.identifiers().forEach(span -> identifier(identifiers.addObject(), span));
  }

  static void identifier(ObjectNode node, IdentifierSpan span) {
    node.put("type", span.type().wire());
    node.put("start", span.start());
    node.put("end", span.end());
    node.put("text", span.text());
    node.put("normalized", span.normalized());
    node.put("score", Json.score(span.score()));
    if (span.platform() != null) {
      node.put("platform", span.platform());
    }
    group(node, span.group());
  }

  private static void group(ObjectNode node, @Nullable Integer group) {
    if (group != null) {
      node.put("group", group);
    }
  }
}
