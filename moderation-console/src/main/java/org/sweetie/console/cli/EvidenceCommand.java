package org.sweetie.console.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Receipt;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.log.DiskLog;
import org.sweetie.evidence.log.EntryCodec;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogOptions;
import org.sweetie.evidence.log.LogReader;
import org.sweetie.evidence.log.RefusedRecord;
import org.sweetie.evidence.log.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The evidence log from the command line. */
@Command(
    name = "evidence",
    description = "Appends to the log, verifies it, proves what is in it.",
    subcommands = {
      EvidenceCommand.Append.class,
      EvidenceCommand.Verify.class,
      EvidenceCommand.Proof.class
    })
final class EvidenceCommand {
  /** Appends records from outside. */
  @Command(
      name = "append",
      description =
          "Appends one JSON record a line and prints where each stands once it is durable.")
  static final class Append implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(
        names = "--in",
        paramLabel = "FILE",
        description = "one record a line; standard input where absent")
    @Nullable Path in;

    @Override
    public Integer call() throws IOException {
      Path folder = home.path();
      Home opened =
          Files.exists(folder.resolve("sweetie-home"))
              ? Home.open(folder)
              : Home.openOrCreate(folder, Home.Purpose.LIVE);
      try (DiskLog log = DiskLog.open(opened, LogOptions.standard());
          InputStream input = InputOutput.in(in);
          OutputStream output = InputOutput.out(null)) {
        return append(log, input, output);
      }
    }

    private int append(DiskLog log, InputStream input, OutputStream output) throws IOException {
      EntryCodec codec = new EntryCodec();
      Batch batch = new Batch(log, output, InputOutput.name(in));
      int number = 0;
      int bad = 0;
      for (byte[] row = JsonLines.nextLine(input); row != null; row = JsonLines.nextLine(input)) {
        number++;
        try {
          String json = text(row);
          if (!json.isBlank()) {
            batch.add(number, codec.foreign(json, InstantSource.system().instant()));
          }
        } catch (RefusedRecord refused) {
          bad++;
          System.err.println(InputOutput.name(in) + ":" + number + ": " + refused.getMessage());
        }
        if (batch.isFull() || input.available() == 0) {
          batch.flush();
        }
      }
      batch.flush();
      if (bad > 0) {
        System.err.println(
            bad
                + (bad == 1 ? " line was" : " lines were")
                + " skipped; mend them and append them again");
      }
      return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
    }

    private static String text(byte[] row) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString().strip();
      } catch (CharacterCodingException notUtf8) {
        return "(not UTF-8)";
      }
    }
  }

  /** A flush is shared by all records of a batch; what was printed is durable. */
  private static final class Batch {
    private static final int SIZE = 500;

    private final DiskLog log;
    private final OutputStream output;
    private final String input;
    private final long sizeBefore;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private long acknowledged;

    Batch(DiskLog log, OutputStream output, String input) {
      this.log = log;
      this.output = output;
      this.input = input;
      this.sizeBefore = log.size();
    }

    void add(int line, Entry entry) {
      entries.add(entry);
      lines.add(line);
    }

    boolean isFull() {
      return entries.size() >= SIZE;
    }

    void flush() throws IOException {
      if (entries.isEmpty()) {
        return;
      }
      try {
        for (Receipt receipt : log.appendAll(entries)) {
          print(receipt);
        }
      } catch (LogUnavailable refused) {
        throw new BadInput(notRecorded(refused));
      }
      acknowledged += entries.size();
      entries.clear();
      lines.clear();
    }

    /** The head of a batch may be durable although its end did not fit: the log knows. */
    private String notRecorded(LogUnavailable refused) {
      long durable = log.size() - sizeBefore;
      int next = lines.get((int) Math.min(lines.size() - 1, durable - acknowledged));
      return durable
          + (durable == 1
              ? " record of this run is durable; "
              : " records of this run are durable; ")
          + input
          + ":"
          + next
          + ": "
          + (Trouble.isFull(refused)
              ? "the disk is full: free space and run it again from this line on"
              : refused.getMessage() + ": check the disk and run it again from this line on");
    }

    private void print(Receipt receipt) throws IOException {
      ObjectNode line = Json.object();
      line.put("index", receipt.index());
      line.put("leaf", receipt.leafHash());
      Json.writeLine(output, line);
      output.flush();
    }
  }

  /** Hashes the whole log again. */
  @Command(
      name = "verify",
      description = "Hashes the whole log again and holds it against its signed checkpoints.")
  static final class Verify implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException {
      Verification found = Verification.of(home.existing());
      ObjectNode line = Json.object();
      line.put("size", found.size());
      line.put("root", HexFormat.of().formatHex(found.root()));
      line.put("ok", found.ok());
      if (!found.ok()) {
        List<String> faults = found.faults();
        faults.forEach(line.putArray("faults")::add);
      }
      try (OutputStream output = InputOutput.out(null)) {
        Json.writeLine(output, line);
      }
      return found.ok() ? Exit.DONE : Exit.WRONG;
    }
  }

  /** Proves that a record is in the log. */
  @Command(
      name = "proof",
      description = "Prints an RFC 9162 inclusion proof, as check-proof reads it.")
  static final class Proof implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(
        names = "--index",
        required = true,
        paramLabel = "N",
        description = "which record, from 0")
    long index;

    @Option(
        names = "--size",
        paramLabel = "M",
        description = "in the tree of the first M records (default: all)")
    @Nullable Long size;

    @Override
    public Integer call() throws IOException {
      try (LogReader log = LogReader.open(home.existing());
          OutputStream output = InputOutput.out(null)) {
        long of = size == null ? log.size() : size;
        if (index < 0 || index >= of || of > log.size()) {
          throw new BadInput(
              "--index "
                  + index
                  + " --size "
                  + of
                  + ": expected 0 <= index < size <= "
                  + log.size()
                  + ", the log's size");
        }
        output.write(log.inclusion(index, of).toJson().getBytes(StandardCharsets.UTF_8));
        output.write('\n');
        return Exit.DONE;
      }
    }
  }
}
