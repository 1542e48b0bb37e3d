package org.sweetie.console.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Talks to a script at the prompt: one reply line for each input line. */
@Command(
    name = "chat",
    description =
        "Talks to a script or a persona on standard input; state is kept for this run alone.")
final class ChatCommand implements Callable<Integer> {
  @Option(
      names = "--script",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the script")
  Path folder = Path.of(".");

  @Option(
      names = "--bot",
      paramLabel = "NAME",
      description = "the bot's name, where a folder holds several")
  @Nullable String bot;

  @Option(
      names = "--user",
      paramLabel = "U",
      defaultValue = "user",
      description = "the counterpart's name (default ${DEFAULT-VALUE})")
  String user = "user";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "where all chance comes from (default ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      defaultValue = "2026-01-05T08:00:00Z",
      description = "the time of every turn, ISO-8601 UTC (default ${DEFAULT-VALUE})")
  String now = "2026-01-05T08:00:00Z";

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "input lines; standard input where absent")
  @Nullable Path in;

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    UnaryOperator<String> answers =
        files.containsKey(Personas.PROFILE) ? persona(files) : script(files);
    try (InputStream input = InputOutput.in(in);
        PrintStream output = InputOutput.lines(null)) {
      for (String line = nextLine(input); line != null; line = nextLine(input)) {
        output.println(answers.apply(line).replaceAll("\\R", " "));
        output.flush();
      }
    }
    return Exit.DONE;
  }

  private static @Nullable String nextLine(InputStream input) throws IOException {
    byte[] row = JsonLines.nextLine(input);
    if (row == null) {
      return null;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(row.length);
    kept.write(row, 0, row.length > 0 && row[row.length - 1] == '\r' ? row.length - 1 : row.length);
    return kept.toString(StandardCharsets.UTF_8);
  }

  private Instant time() {
    try {
      return Instant.parse(now);
    } catch (DateTimeParseException bad) {
      throw new BadInput("--now " + now + ": expected ISO-8601 UTC such as 2026-01-05T08:00:00Z");
    }
  }

  private UnaryOperator<String> script(Map<String, String> files) {
    Script script = ScriptCommand.script(folder, files);
    TurnSettings settings = new TurnSettings(seed, time(), bot == null ? "" : bot, user);
    ScriptState[] state = {ScriptState.start()};
    return line -> {
      ScriptTurn turn = script.respond(state[0], line, settings);
      state[0] = turn.after();
      return turn.reply();
    };
  }

  /** With a persona the whole turn runs, in memory, under a demo mandate (CONDUCT B9, B13). */
  private UnaryOperator<String> persona(Map<String, String> files) {
    ScriptCommand.script(folder, files);
    try {
      return new PromptHouse(Personas.persona(files), time(), seed, user)::answer;
    } catch (IllegalArgumentException badProfile) {
      throw new BadInput(folder + "/" + Personas.PROFILE + ": " + badProfile.getMessage());
    }
  }
}
