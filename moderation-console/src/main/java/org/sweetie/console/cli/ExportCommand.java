package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sweetie.console.app.CaseRoom;
import org.sweetie.evidence.handover.Handover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** A case leaves the house. */
@Command(
    name = "export",
    description =
        "Makes the package of a case, encrypted to its recipient; needs two approvals on record.")
final class ExportCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Parameters(paramLabel = "CASE", description = "the case")
  String caseId = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RECIPIENT.pem",
      description = "the recipient's certificate")
  Path recipient = Path.of("");

  @Option(
      names = "--approval",
      paramLabel = "ID",
      description = "an approval on record; two of two people")
  List<String> approvals = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = "a file that does not exist yet")
  Path out = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      description =
          "the id of the enrolled person who exports; this machine's user goes on record in any case")
  @Nullable String by;

  @Override
  public Integer call() throws IOException {
    byte[] certificate = Files.readAllBytes(recipient);
    try (CaseRoom room = CaseRoom.writing(home.existing());
        OutputStream output = InputOutput.out(null)) {
      Handover.Written written = room.export(caseId, certificate, approvals, out, by);
      ObjectNode line = Json.object();
      line.put("file", written.file().toString());
      line.put("sha256", written.sha256());
      line.put("entries", written.entries());
      written.withheld().forEach(line.putArray("withheld")::add);
      Json.writeLine(output, line);
    }
    return Exit.DONE;
  }
}
