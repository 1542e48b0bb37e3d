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
    private static final int BATCH = 500;

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

    /** A flush is shared by all lines of a batch; what was printed is durable. */
    private int append(DiskLog log, InputStream input, OutputStream output) throws IOException {
      EntryCodec codec = new EntryCodec();
      List<Entry> batch = new ArrayList<>();
      int number = 0;
      int bad = 0;
      for (byte[] row = JsonLines.nextLine(input); row != null; row = JsonLines.nextLine(input)) {
        number++;
        try {
          String json = text(row);
          if (!json.isBlank()) {
            batch.add(codec.foreign(json, InstantSource.system().instant()));
          }
        } catch (RefusedRecord refused) {
          bad++;
          System.err.println(InputOutput.name(in) + ":" + number + ": " + refused.getMessage());
        }
        if (batch.size() >= BATCH || input.available() == 0) {
          flush(log, batch, output);
        }
      }
      flush(log, batch, output);
      if (bad > 0) {
        System.err.println(
            bad
                + (bad == 1 ? " line was" : " lines were")
                + " skipped; mend them and append them again");
      }
      return bad == 0 ? Exit.DONE : Exit.BAD_INPUT;
    }

    private static void flush(DiskLog log, List<Entry> batch, OutputStream output)
        throws IOException {
      if (!batch.isEmpty()) {
        for (Receipt receipt : log.appendAll(batch)) {
          print(output, receipt);
        }
        batch.clear();
      }
    }

    private static String text(byte[] row) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString().strip();
      } catch (CharacterCodingException notUtf8) {
        return "(not UTF-8)";
      }
    }

    private static void print(OutputStream output, Receipt receipt) throws IOException {
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
