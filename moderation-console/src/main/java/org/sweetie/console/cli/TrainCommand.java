package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sweetie.training.compose.WriteCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Makes the models again from a seed. */
@Command(
    name = "train",
    description = {
      "Makes the models again from a seed: composes the corpus, trains, and prints the files with"
          + " their SHA-256 as one line of JSON.",
      "Needs no network, but the libraries the project was built with in the local Maven"
          + " repository: DL4J and ND4J are not in this program."
    })
final class TrainCommand implements Callable<Integer> {
  /** Files without which a folder is no corpus. */
  private static final List<String> CORPUS =
      List.of("train.jsonl", "lines-train.jsonl", "dev.jsonl", "test.jsonl");

  /** A tenth of the conversations each is held out, and of each tenth a quarter again. */
  private static final int FEWEST = 40;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of corpus and training (default ${DEFAULT-VALUE})")
  long seed = 1;

  @Option(
      names = "--conversations",
      paramLabel = "N",
      defaultValue = "8000",
      description = "how many are composed (default ${DEFAULT-VALUE})")
  int conversations = 8_000;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "learn from this corpus in place of a composed one")
  @Nullable Path corpus;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the models go (default ~/.sweetie-models/seed-N)")
  @Nullable Path out;

  @Option(
      names = "--maven-repo",
      paramLabel = "DIR",
      description = "the local Maven repository (default: maven.repo.local, or ~/.m2/repository)")
  @Nullable Path mavenRepo;

  @Override
  public Integer call() throws IOException {
    requireUsable();
    Path program = TrainingClassPath.program(System.getProperty("java.class.path", ""));
    List<Path> libraries =
        TrainingClassPath.shipped()
            .besides(TrainingClassPath.packed(program), TrainingClassPath.repository(mavenRepo));
    Path target = Files.createDirectories(target());
    Path work = Files.createTempDirectory("sweetie-train");
    try {
      Path learnFrom = corpus(work).toAbsolutePath();
      Path made = work.resolve("models");
      List<String> arguments = List.of(learnFrom.toString(), Long.toString(seed), made.toString());
      int exit = new TrainingProcess(program, libraries, work, arguments).run(System.err);
      if (exit != 0) {
        System.err.println(
            "A fault of ours: training ended with " + exit + ", see above; " + target + " is kept");
        return Exit.FAULT;
      }
      print(target, put(made, target));
      return Exit.DONE;
    } finally {
      delete(work);
    }
  }

  private void requireUsable() {
    if (conversations < FEWEST) {
      throw new BadInput("--conversations " + conversations + ": expected " + FEWEST + " or more");
    }
    Path given = corpus;
    if (given == null) {
      return;
    }
    for (String file : CORPUS) {
      if (!Files.isReadable(given.resolve(file))) {
        throw new BadInput(
            "--corpus "
                + given
                + ": no readable "
                + file
                + " in it; give a folder with "
                + String.join(", ", CORPUS)
                + ", or leave it out to compose one");
      }
    }
  }

  private Path target() {
    Path given = out;
    return given != null
        ? given
        : Path.of(System.getProperty("user.home", "."), ".sweetie-models", "seed-" + seed);
  }

  private Path corpus(Path work) {
    Path given = corpus;
    if (given != null) {
      return given;
    }
    Path composed = work.resolve("corpus");
    WriteCorpus.write(composed, seed, conversations, System.err);
    return composed;
  }

  /** Copies what was made and returns the files in their new place, by name. */
  private static List<Path> put(Path made, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(made)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return files.stream().map(file -> target.resolve(file.getFileName())).toList();
  }

  private void print(Path target, List<Path> files) throws IOException {
    ObjectNode line = Json.object();
    line.put("seed", seed);
    Path given = corpus;
    if (given == null) {
      line.put("conversations", conversations);
    } else {
      line.put("corpus", given.toString());
    }
    line.put("out", target.toString());
    for (Path file : files) {
      line.withArray("files")
          .addObject()
          .put("file", String.valueOf(file.getFileName()))
          .put("bytes", Files.size(file))
          .put("sha256", sha256(file));
    }
    try (OutputStream output = InputOutput.out(null)) {
      Json.writeLine(output, line);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
