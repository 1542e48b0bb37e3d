package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.sweetie.console.app.DemoCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Makes a demo home without a console. */
@Command(
    name = "demo",
    description =
        "Makes a demo home, plays its conversations, and prints the paths and ids of one case ready to export.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      required = true,
      paramLabel = "DIR",
      description = "an empty or new folder, or a demo home")
  Path home = Path.of("");

  @Override
  public Integer call() throws IOException {
    DemoCase made = DemoCase.make(home, InstantSource.system(), new SecureRandom());
    ObjectNode line = Json.object();
    line.put("home", made.home().toString());
    line.put("case", made.caseId());
    made.conversations().forEach(line.putArray("conversations")::add);
    made.approvals().forEach(line.putArray("approvals")::add);
    line.put("recipient", made.recipient().toString());
    line.put("recipientKey", made.recipientKey().toString());
    line.put("trust", made.trust().toString());
    made.approverKeys().forEach(key -> line.withArray("approverKeys").add(key.toString()));
    try (OutputStream output = InputOutput.out(null)) {
      Json.writeLine(output, line);
    }
    return Exit.DONE;
  }
}
