package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sweetie.console.app.Personas;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the compiled form of a script, which starts in a fraction of the time. */
@Command(
    name = "compile",
    description =
        "Writes the compiled form of a script; chat and verify take it in place of the folder."
            + " A cache for this version of the program: another version refuses it.")
final class ScriptCompileCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the script")
  Path folder = Path.of(".");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "what to write")
  Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    if (files.containsKey(Personas.PROFILE)) {
      // Without her profile a persona would talk on the bare engine, where no conduct rule holds.
      throw new BadInput(
          folder
              + ": holds a persona, which is not compiled apart from her profile; use the folder");
    }
    Script script = ScriptCommand.script(folder, files);
    byte[] image = ScriptImage.write(script);
    try (OutputStream file = InputOutput.out(out)) {
      file.write(image);
    }
    System.err.println(out + ": " + script.ruleCount() + " rules, " + image.length + " bytes");
    return Exit.DONE;
  }
}
