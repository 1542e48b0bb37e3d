package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.Readers;
import org.sweetie.console.measure.TalkTally;
import org.sweetie.console.measure.TalkTally.Turn;
import org.sweetie.console.measure.TalkTopics;
import org.sweetie.console.measure.TalkTopics.Kind;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.TurnSettings;
import org.sweetie.engine.text.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures what sort of answers ordinary talk gets. */
@Command(
    name = "talk",
    description = {
      "Says the lines of given conversations to a persona's script and counts the answers: those of"
          + " its fallback, those by form alone, refusals, silence, repeats within "
          + TalkTally.WITHIN
          + " replies.",
      "Which topics these are stands in the persona's persona.yaml, below 'talk'."
    })
final class ScriptTalkCommand implements Callable<Integer> {
  private static final int MOST_USED = 10;

  @Parameters(paramLabel = "DIR", description = "the folder of the persona")
  Path folder = Path.of(".");

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description =
          "conversations as sweetie analyze reads them, JSON Lines; standard input where absent")
  @Nullable Path in;

  @Option(
      names = "--heard",
      paramLabel = "AUTHOR",
      description =
          "whose messages are said to the persona; where absent, those of whoever writes first")
  @Nullable String heard;

  @Option(
      names = "--turns",
      paramLabel = "FILE",
      description = "writes each turn there, a line of JSON for each")
  @Nullable Path turns;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the counts go, one line of JSON; standard output where absent")
  @Nullable Path out;

  @Mixin TalkOptions.Moment moment = new TalkOptions.Moment();

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    Persona persona = ScriptCommand.persona(folder, files);
    TalkTally tally = new TalkTally(persona.script(), topics(files));
    TurnSettings settings =
        new TurnSettings(moment.seed, moment.time(), persona.profile().name(), moment.user)
            .in(persona.profile().timezone());
    int bad = talk(tally, settings);
    try (OutputStream counts = InputOutput.out(out)) {
      Json.writeLine(counts, counts(tally));
    }
    report(tally, System.err);
    return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
  }

  private TalkTopics topics(Map<String, String> files) {
    try {
      return Personas.talk(files);
    } catch (IllegalArgumentException undeclared) {
      throw new BadInput(folder + "/" + undeclared.getMessage());
    }
  }

  /** Has every conversation, one after another; says how many lines were of no use. */
  private int talk(TalkTally tally, TurnSettings settings) throws IOException {
    TextReader reader = Readers.ofComposedText().text();
    int bad = 0;
    int number = 0;
    try (InputStream input = InputOutput.in(in);
        OutputStream each =
            turns == null ? OutputStream.nullOutputStream() : InputOutput.out(turns)) {
      for (byte[] row = JsonLines.nextLine(input); row != null; row = JsonLines.nextLine(input)) {
        number++;
        try {
          Conversation conversation = conversation(row);
          for (Turn turn : tally.add(lines(conversation, reader), settings)) {
            Json.writeLine(each, node(conversation.id(), turn));
          }
        } catch (BadInput unusable) {
          bad++;
          System.err.println(InputOutput.name(in) + ":" + number + ": " + unusable.getMessage());
        }
      }
    }
    return bad;
  }

  private static Conversation conversation(byte[] row) {
    try {
      return AnalyzeCommand.conversation(Json.MAPPER.readTree(row), System.err);
    } catch (JacksonException notJson) {
      throw new BadInput("not JSON; expected one conversation a line");
    }
  }

  private List<String> lines(Conversation conversation, TextReader reader) {
    List<Utterance> all = conversation.messages();
    String author = heard != null || all.isEmpty() ? heard : all.get(0).author();
    return all.stream()
        .filter(message -> message.author().equals(author))
        .map(message -> reader.read(message.text()).text())
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static ObjectNode node(String conversation, Turn turn) {
    ObjectNode node = Json.object();
    node.put("id", conversation);
    node.put("heard", turn.heard());
    node.put("said", turn.said());
    node.put("kind", turn.kind().name().toLowerCase(Locale.ROOT));
    node.put("rule", turn.rule());
    node.put("repeats", turn.repeats());
    return node;
  }

  private static ObjectNode counts(TalkTally tally) {
    ObjectNode node = Json.object();
    node.put("conversations", tally.conversations());
    node.put("turns", tally.turns());
    for (Kind kind : Kind.values()) {
      ObjectNode sort = node.putObject(kind.name().toLowerCase(Locale.ROOT));
      sort.put("turns", tally.of(kind));
      sort.put("share", Json.score(tally.share(kind)));
    }
    node.put("repeatsWithin" + TalkTally.WITHIN, tally.repeats());
    ArrayNode most = node.putArray("mostUsedFallbacks");
    for (TalkTally.Said said : tally.mostUsedFallbacks(MOST_USED)) {
      most.addObject().put("said", said.line()).put("times", said.times());
    }
    return node;
  }

  private static void report(TalkTally tally, PrintStream to) {
    to.println(tally.conversations() + " conversations, " + tally.turns() + " turns");
    for (Kind kind : Kind.values()) {
      to.println(
          String.format(
              Locale.ROOT,
              "%-9s %6d  %5.1f%%",
              kind.name().toLowerCase(Locale.ROOT),
              tally.of(kind),
              100 * tally.share(kind)));
    }
    to.println("said again within " + TalkTally.WITHIN + " replies: " + tally.repeats());
  }
}
