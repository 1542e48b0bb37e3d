package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.sweetie.console.app.CaseRoom;
import org.sweetie.console.handover.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Cases from the command line: what the console does, for scripts. */
@Command(
    name = "case",
    description = "Opens and lists cases.",
    subcommands = {CaseCommand.Open.class, CaseCommand.ListAll.class})
final class CaseCommand {
  /** Opens a case. */
  @Command(
      name = "open",
      description = "Opens a case over whole conversations that were ruled on, and prints its id.")
  static final class Open implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(names = "--title", required = true, paramLabel = "T", description = "what it is about")
    String title = "";

    @Option(
        names = "--conversation",
        required = true,
        paramLabel = "ID",
        description = "a conversation that belongs to it; may be given more than once")
    List<String> conversations = List.of();

    @Option(
        names = "--by",
        required = true,
        paramLabel = "PERSON",
        description = "the id of the enrolled person who opens it")
    String by = "";

    @Override
    public Integer call() throws IOException {
      try (CaseRoom room = CaseRoom.writing(home.existing());
          OutputStream output = InputOutput.out(null)) {
        ObjectNode line = Json.object();
        line.put("case", room.open(title, conversations, by));
        Json.writeLine(output, line);
      }
      return Exit.DONE;
    }
  }

  /** Lists cases. */
  @Command(name = "list", description = "Prints one JSON line for each case, newest first.")
  static final class ListAll implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException {
      try (CaseRoom room = CaseRoom.reading(home.existing());
          OutputStream output = InputOutput.out(null)) {
        for (CaseFile file : room.cases().all()) {
          Json.writeLine(output, Json.MAPPER.valueToTree(file));
        }
      }
      return Exit.DONE;
    }
  }
}
