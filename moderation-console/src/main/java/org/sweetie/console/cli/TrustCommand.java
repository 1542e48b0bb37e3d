package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.CaseRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a recipient needs to check packages of this home. */
@Command(
    name = "trust",
    description = "Writes TRUST.json: the keys a recipient checks this home's packages with.")
final class TrustCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Option(
      names = "--out",
      paramLabel = "TRUST.json",
      description = "where to; standard output where absent")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    try (CaseRoom room = CaseRoom.reading(home.existing());
        OutputStream output = InputOutput.out(out)) {
      output.write(room.cases().trust().toJson());
    }
    return Exit.DONE;
  }
}
