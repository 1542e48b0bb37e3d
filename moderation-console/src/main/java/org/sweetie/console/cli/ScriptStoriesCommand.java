package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.StoryPlayers;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Plays the stories beside a script. */
@Command(
    name = "stories",
    description =
        "Plays the stories (*.story) beside a script or persona: one line each, what went wrong"
            + " below it, and how many passed.")
final class ScriptStoriesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the script or persona")
  Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    Script script = ScriptCommand.script(folder, files);
    List<Story> stories = ScriptCommand.stories(folder);
    Function<Story, Story.Player> players =
        files.containsKey(Personas.PROFILE)
            ? StoryPlayers.of(ScriptCommand.persona(folder, files))
            : StoryPlayers.of(script);
    int failed = 0;
    try (PrintStream out = InputOutput.lines(null)) {
      for (Story story : stories) {
        List<String> faults = story.play(script, players.apply(story));
        String verdict = faults.isEmpty() ? " PASS " : " FAIL ";
        out.println(story.file() + ":" + story.line() + verdict + story.title());
        faults.forEach(fault -> out.println("  " + fault));
        failed += faults.isEmpty() ? 0 : 1;
      }
      out.println((stories.size() - failed) + " passed, " + failed + " failed");
    }
    if (stories.isEmpty()) {
      System.err.println(
          folder + ": holds no story; write one into a file such as everyday.story beside it");
    }
    return stories.isEmpty() || failed > 0 ? Exit.WRONG : Exit.DONE;
  }
}
