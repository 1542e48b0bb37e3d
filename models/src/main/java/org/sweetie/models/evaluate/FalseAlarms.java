package org.sweetie.models.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.models.analyze.ConversationAnalyzer;
import org.sweetie.models.extract.IdentifierExtractor;
import org.sweetie.models.text.MaskingReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts how many ordinary conversations are flagged; every one is a false alarm.
 *
 * <p>Reads the schema-guided dialogues (Rastogi et al. 2020; {@code *.json}) and IRC logs as in the
 * disentanglement corpus (Kummerfeld et al. 2019; {@code *.raw.txt}), these cut into stretches of
 * fifty messages.
 */
public final class FalseAlarms {
  private static final int STRETCH = 50;
  private static final Pattern IRC = Pattern.compile("\\[\\d\\d:\\d\\d\\] <([^>]{1,64})> (.*)");

  private final Analyzer analyzer;
  private final PrintStream report;
  private int read;
  private int flagged;
  private int messages;

  private FalseAlarms(Analyzer analyzer, PrintStream report) {
    this.analyzer = analyzer;
    this.report = report;
  }

  /** Arguments: files or folders. Prints one line for each alarm and one with the counts. */
  public static void main(String[] args) {
    Analyzer analyzer =
        new ConversationAnalyzer(new MaskingReader(), new IdentifierExtractor(), "GB");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    FalseAlarms alarms = new FalseAlarms(analyzer, out);
    for (String arg : args) {
      alarms.read(Path.of(arg));
    }
    out.println(
        "{\"conversations\":"
            + alarms.read
            + ",\"messages\":"
            + alarms.messages
            + ",\"flagged\":"
            + alarms.flagged
            + "}");
  }

  private void read(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".json")) {
          dialogues(file);
        } else if (file.toString().endsWith(".raw.txt")) {
          irc(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private void dialogues(Path file) throws IOException {
    for (JsonNode dialogue : JsonMapper.shared().readTree(Files.readString(file))) {
      List<Utterance> said = new ArrayList<>();
      for (JsonNode turn : dialogue.get("turns")) {
        String author = turn.get("speaker").asString();
        said.add(new Utterance(said.size() + 1, author, null, turn.get("utterance").asString()));
      }
      count(new Conversation(dialogue.get("dialogue_id").asString(), null, said));
    }
  }

  private void irc(Path file) throws IOException {
    List<Utterance> said = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Matcher message = IRC.matcher(line);
      if (message.matches()) {
        said.add(new Utterance(said.size() + 1, message.group(1), null, message.group(2)));
      }
      if (said.size() == STRETCH) {
        count(new Conversation(file.getFileName() + " " + read, null, said));
        said.clear();
      }
    }
    count(new Conversation(file.getFileName() + " end", null, said));
  }

  private void count(Conversation conversation) {
    ConversationFindings found = analyzer.analyze(conversation);
    read++;
    messages += conversation.messages().size();
    if (found.flagged()) {
      flagged++;
      report.println(conversation.id() + " at " + found.flaggedAt() + " risk " + found.risk());
      for (int i = 0; i < found.messages().size(); i++) {
        show(conversation.messages().get(i), found.messages().get(i));
      }
    }
  }

  private void show(Utterance said, MessageFindings found) {
    if (!found.indicators().isEmpty()) {
      List<String> acts =
          found.indicators().stream().map(a -> a.name().wire() + " " + a.score()).toList();
      report.println("  " + found.risk() + " " + said.author() + ": " + said.text() + " " + acts);
    }
  }
}
