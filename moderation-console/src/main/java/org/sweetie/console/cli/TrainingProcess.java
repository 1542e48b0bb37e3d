package org.sweetie.console.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Training in a process of its own, with the program's jar and the libraries it lacks on the class
 * path.
 */
final class TrainingProcess {
  private static final String MAIN = "org.sweetie.models.train.TrainAll";
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final String THREADS = "OMP_NUM_THREADS";
  private static final String HEAP = "-Xmx3g";

  private final ProcessBuilder builder;

  /**
   * @param program the program's jar
   * @param libraries what it lacks
   * @param folder where the process runs; nothing in it is read
   */
  TrainingProcess(Path program, List<Path> libraries, Path folder, List<String> arguments) {
    String path = libraries.stream().map(Path::toString).collect(Collectors.joining(","));
    builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            program.toString(),
            "-Dloader.path=" + path,
            "-Dloader.main=" + MAIN,
            LAUNCHER);
    builder.command().addAll(arguments);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    // One thread for the linear algebra: sums in another order are other numbers.
    builder.environment().put(THREADS, "1");
  }

  List<String> command() {
    return List.copyOf(builder.command());
  }

  /** How many threads the linear algebra may take, as its process is told. */
  @Nullable String threads() {
    return builder.environment().get(THREADS);
  }

  /** Runs it to its end, its lines to {@code err}; it ends with this program at the latest. */
  int run(PrintStream err) throws IOException {
    Process process = builder.start();
    Thread stop = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(stop);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        err.println(line);
      }
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("training was interrupted");
    } finally {
      process.destroy();
      unhook(stop);
    }
  }

  private static void unhook(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is running: it does what is left to do.
    }
  }
}
