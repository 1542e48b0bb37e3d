package org.sweetie.console.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.TurnSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who talks to a script at the prompt, when, and from where the lines come. */
final class TalkOptions {
  /** Who talks, when, and where chance comes from. */
  static final class Moment {
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

    String bot() {
      return bot == null ? "" : bot;
    }

    Instant time() {
      try {
        return Instant.parse(now);
      } catch (DateTimeParseException bad) {
        throw new BadInput("--now " + now + ": expected ISO-8601 UTC such as 2026-01-05T08:00:00Z");
      }
    }

    /** The settings of a turn of a bare script. */
    TurnSettings settings() {
      return new TurnSettings(seed, time(), bot(), user);
    }
  }

  @Mixin Moment moment = new Moment();

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "input lines; standard input where absent")
  @Nullable Path in;

  /** Hands on one line after another, as they come. */
  void lines(Consumer<String> each) throws IOException {
    try (InputStream input = InputOutput.in(in)) {
      for (String line = next(input); line != null; line = next(input)) {
        each.accept(line);
      }
    }
  }

  private static @Nullable String next(InputStream input) throws IOException {
    byte[] row = JsonLines.nextLine(input);
    if (row == null) {
      return null;
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(row.length);
    kept.write(row, 0, row.length > 0 && row[row.length - 1] == '\r' ? row.length - 1 : row.length);
    return kept.toString(StandardCharsets.UTF_8);
  }
}
