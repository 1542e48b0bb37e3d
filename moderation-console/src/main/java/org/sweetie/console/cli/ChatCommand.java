package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talks to a script at the prompt: one reply line for each input line. */
@Command(
    name = "chat",
    description =
        "Talks to a script or a persona on standard input; state is kept for this run alone.")
final class ChatCommand implements Callable<Integer> {
  @Option(
      names = "--script",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the script, or its compiled form (without a persona)")
  Path folder = Path.of(".");

  @Mixin TalkOptions talk = new TalkOptions();

  private int line;

  @Override
  public Integer call() throws IOException {
    UnaryOperator<String> answers =
        ScriptCommand.isCompiled(folder)
            ? script(ScriptCommand.script(folder))
            : answers(ScriptCommand.files(folder));
    try (PrintStream output = InputOutput.lines(null)) {
      talk.lines(
          given -> {
            line++;
            output.println(answers.apply(given).replaceAll("\\R", " "));
            output.flush();
          });
    }
    return Exit.DONE;
  }

  private UnaryOperator<String> answers(Map<String, String> files) {
    return files.containsKey(Personas.PROFILE)
        ? persona(files)
        : script(ScriptCommand.script(folder, files));
  }

  private UnaryOperator<String> script(Script script) {
    TurnSettings settings = talk.moment.settings();
    ScriptState[] state = {ScriptState.start()};
    return given -> {
      ScriptTurn turn = script.respond(state[0], given, settings);
      state[0] = turn.after();
      tell(turn.faults());
      return turn.reply();
    };
  }

  /** With a persona the whole turn runs, in memory, under a demo mandate (CONDUCT B9, B13). */
  private UnaryOperator<String> persona(Map<String, String> files) {
    PromptHouse house = ScriptCommand.house(folder, files, talk);
    return given -> {
      String reply = house.answer(given);
      tell(house.faults());
      return reply;
    };
  }

  /** A fault of the script ends its turn and never the conversation. */
  private void tell(List<String> faults) {
    faults.forEach(
        fault -> System.err.println(InputOutput.name(talk.in) + ":" + line + ": " + fault));
  }
}
