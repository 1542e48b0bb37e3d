package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.CaseRoom;
import org.sweetie.console.app.Ed25519Keys;
import org.sweetie.evidence.log.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** One person's approval of a handover. */
@Command(
    name = "approve",
    description =
        "Signs the handover of a case, as it stands now, with the key of an enrolled person.")
final class ApproveCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Parameters(paramLabel = "CASE", description = "the case")
  String caseId = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "K",
      description = "the person's Ed25519 private key, PEM")
  Path key = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "RECIPIENT.pem",
      description =
          "the recipient's certificate; the demo's own recipient where absent in a demo home")
  @Nullable Path recipient;

  @Override
  public Integer call() throws IOException {
    Home opened = home.existing();
    byte[] certificate = Files.readAllBytes(recipient(opened));
    Ed25519Keys.Pair pair = Ed25519Keys.read(key);
    try (CaseRoom room = CaseRoom.writing(opened);
        OutputStream output = InputOutput.out(null)) {
      ObjectNode line = Json.object();
      line.put("approval", room.approve(caseId, certificate, pair));
      Json.writeLine(output, line);
    }
    return Exit.DONE;
  }

  private Path recipient(Home opened) {
    Path given = recipient;
    if (given != null) {
      return given;
    }
    Path demo = opened.folder().resolve("demo-recipient.pem");
    if (opened.purpose() == Home.Purpose.DEMO && Files.exists(demo)) {
      return demo;
    }
    throw new BadInput(
        "--to is missing: give the recipient's certificate, so that it is known what is approved for whom");
  }
}
