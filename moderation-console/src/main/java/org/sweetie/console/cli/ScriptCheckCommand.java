package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sweetie.console.app.Personas;
import org.sweetie.engine.script.Compilation;
import org.sweetie.engine.script.ScriptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compiles a script and says what is wrong with it. */
@Command(
    name = "check",
    description =
        "Compiles a script and looks for what cannot be meant: every error and warning is printed"
            + " with file:line:column and what to do.")
final class ScriptCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the script")
  Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Compilation compilation = compilation();
    try (PrintStream out = InputOutput.lines(null)) {
      compilation.problems().forEach(out::println);
      if (!compilation.succeeded()) {
        return Exit.WRONG;
      }
      out.println(
          "compiled: "
              + compilation.script().ruleCount()
              + " rules in "
              + compilation.script().topics().size()
              + " topics");
      return Exit.DONE;
    }
  }

  private Compilation compilation() throws IOException {
    try {
      return Personas.check(ScriptCommand.files(folder));
    } catch (ScriptException listing) {
      throw new BadInput(folder + ": " + listing.getMessage());
    }
  }
}
