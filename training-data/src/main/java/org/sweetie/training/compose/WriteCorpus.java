package org.sweetie.training.compose;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sweetie.training.load.CorpusWriter;
import org.sweetie.training.split.Split;

/**
 * Writes a corpus to a folder: {@code train.jsonl dev.jsonl test.jsonl} with conversations, {@code
 * lines-train.jsonl} and so on with single lines.
 */
public final class WriteCorpus {
  private static final int WORDINGS = 3;
  private static final int HELD_OUT_PART = 10;

  private WriteCorpus() {}

  /** Arguments: folder, seed, number of conversations. */
  public static void main(String[] args) {
    if (args.length != 3 || !args[1].matches("-?\\d{1,18}") || !args[2].matches("\\d{1,9}")) {
      System.err.println(
          "given "
              + String.join(" ", args)
              + "; expected FOLDER SEED CONVERSATIONS, the last two whole numbers; try: corpus 1 10000");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    write(Path.of(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]), out);
  }

  /**
   * Writes the six files: a tenth of the conversations each for dev and test, the rest for train.
   */
  public static void write(Path folder, long seed, int conversations, PrintStream report) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot make the folder " + folder + ": give one that can be written", e);
    }
    int heldOut = conversations / HELD_OUT_PART;
    for (Split split : Split.values()) {
      int count = split == Split.TRAIN ? conversations - 2 * heldOut : heldOut;
      Path file = folder.resolve(split.wire() + ".jsonl");
      long written = CorpusWriter.writeConversations(file, Composer.compose(seed, count, split));
      report.println(file + ": " + written + " conversations");
      Path lines = folder.resolve("lines-" + split.wire() + ".jsonl");
      long single = CorpusWriter.writeLines(lines, Acts.lines(seed, WORDINGS, split));
      report.println(lines + ": " + single + " lines");
    }
  }
}
