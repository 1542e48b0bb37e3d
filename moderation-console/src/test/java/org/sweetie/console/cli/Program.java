package org.sweetie.console.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a newcomer runs it. */
final class Program {
  private static final long LIMIT_SECONDS = 180;

  private Program() {}

  /** How a run ended. */
  record Ended(int exit, String out, String err) {}

  static Path jar() {
    Path jar = Path.of(System.getProperty("sweetie.jar", "target/sweetie.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing; these tests run after mvn package");
    }
    return jar;
  }

  static ProcessBuilder command(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(args);
    return new ProcessBuilder(command);
  }

  /** Runs the program in a shell that first does something to its own limits or streams. */
  static Ended shell(String first, String line) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(
        "",
        new ProcessBuilder("bash", "-c", first + "; exec " + java + " -jar " + jar() + " " + line));
  }

  static Ended run(String input, String... args) throws IOException, InterruptedException {
    return run(List.of(), input, args);
  }

  static Ended run(List<String> jvm, String input, String... args)
      throws IOException, InterruptedException {
    ProcessBuilder program = command(List.of(args));
    program.command().addAll(1, jvm);
    return run(input, program);
  }

  private static Ended run(String input, ProcessBuilder program)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile("sweetie-in", ".txt");
    Path out = Files.createTempFile("sweetie-out", ".txt");
    Path err = Files.createTempFile("sweetie-err", ".txt");
    try {
      Files.writeString(in, input);
      Process process =
          program
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            String.join(" ", program.command())
                + " did not end in "
                + LIMIT_SECONDS
                + " s: "
                + Files.readString(err));
      }
      return new Ended(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
