package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.Replays;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.turn.Replayer;
import org.sweetie.evidence.log.EntryCodec;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogReader;
import org.sweetie.evidence.verify.OpenedEntry;
import org.sweetie.evidence.verify.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the persona again from the record. */
@Command(
    name = "replay",
    description =
        "Runs the persona again from a package or a log and compares every reply byte for byte.")
final class ReplayCommand implements Callable<Integer> {
  @Mixin VerifyCommand.PackageOptions options = new VerifyCommand.PackageOptions();

  @Mixin HomeOption home = new HomeOption();

  @Option(
      names = "--conversation",
      paramLabel = "ID",
      description = "one conversation of the log alone")
  @Nullable String conversation;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.zip",
      description = "a package; the log of --home where absent")
  @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Path given = file;
    return given == null ? log() : sealedPackage(given);
  }

  private int sealedPackage(Path given) throws IOException {
    Verified verified = options.open(given);
    if (!verified.report().ok()) {
      try (PrintStream output = InputOutput.lines(null)) {
        verified.report().faults().forEach(output::println);
        output.println("not replayed: the package is not whole");
      }
      return Exit.WRONG;
    }
    EntryCodec codec = new EntryCodec();
    List<Stored> entries = new ArrayList<>();
    for (OpenedEntry entry : verified.entries()) {
      entries.add(new Stored(entry.index(), codec.decode(entry.json())));
    }
    return replay(entries, options.demo(), options.authorities());
  }

  private int log() throws IOException {
    Home opened = home.existing();
    List<Stored> entries = new ArrayList<>();
    try (LogReader log = LogReader.open(opened)) {
      log.read(0, entries::add);
    }
    return replay(entries, opened.purpose() == Home.Purpose.DEMO, Replays.authorities(opened));
  }

  private int replay(List<Stored> entries, boolean demo, Set<String> authorities)
      throws IOException {
    requireKnown(entries);
    Replayer replayer = Replays.replayer(authorities, demo);
    entries.stream().filter(this::isWanted).forEach(replayer::take);
    try (PrintStream output = InputOutput.lines(null)) {
      replayer.differences().forEach(d -> output.println("entry " + d.index() + ": " + d.what()));
      output.println(
          replayer.differences().isEmpty()
              ? replies(replayer) + ", every one the same"
              : Counted.of(replayer.differences().size(), "difference")
                  + " in "
                  + replies(replayer));
    }
    return replayer.differences().isEmpty() ? Exit.DONE : Exit.WRONG;
  }

  private static String replies(Replayer replayer) {
    return replayer.replies() == 1 ? "1 reply" : replayer.replies() + " replies";
  }

  private void requireKnown(List<Stored> entries) {
    boolean known =
        conversation == null
            || entries.stream()
                .map(stored -> stored.entry().conversation())
                .anyMatch(id -> id != null && id.value().equals(conversation));
    if (!known) {
      throw new BadInput(
          "--conversation "
              + conversation
              + ": no conversation of that id is on record here; leave it out to replay all");
    }
  }

  private boolean isWanted(Stored stored) {
    var id = stored.entry().conversation();
    return conversation == null || id == null || id.value().equals(conversation);
  }
}
