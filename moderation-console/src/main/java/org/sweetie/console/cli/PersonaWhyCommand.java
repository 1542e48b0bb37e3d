package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.TurnExplanation;
import org.sweetie.engine.script.TurnSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of each line why it was answered as it was. */
@Command(
    name = "why",
    description =
        "Talks to a persona or a script and says of each line how it was read, which topics and"
            + " rules were tried, why the others did not answer, and what the gate said.")
final class PersonaWhyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the persona or script")
  Path folder = Path.of(".");

  @Mixin TalkOptions talk = new TalkOptions();

  @Option(
      names = "--all",
      description = "list the rules too that were passed over because a word they need is missing")
  boolean all;

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    try (PrintStream out = InputOutput.lines(null)) {
      WhyText text = new WhyText(out, all);
      Consumer<String> each =
          files.containsKey(Personas.PROFILE) ? persona(files, text) : script(files, text);
      talk.lines(
          line -> {
            each.accept(line);
            out.flush();
          });
    }
    return Exit.DONE;
  }

  private Consumer<String> script(Map<String, String> files, WhyText text) {
    Script script = ScriptCommand.script(folder, files);
    TurnSettings settings = talk.moment.settings();
    ScriptState[] state = {ScriptState.start()};
    return line -> {
      TurnExplanation why = script.explain(state[0], line, settings);
      state[0] = why.turn().after();
      text.heading(line);
      text.explanation(why);
      text.reply(why.turn().reply());
    };
  }

  /** The same walk as {@code chat}, so that the verdicts are those of the gate. */
  private Consumer<String> persona(Map<String, String> files, WhyText text) {
    PromptHouse house = ScriptCommand.house(folder, files, talk);
    return line -> {
      String reply = house.answer(line);
      text.heading(line);
      text.walk(house, line);
      text.reply(reply);
    };
  }
}
