package org.sweetie.console.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sweetie.console.app.PersonaFiles;
import org.sweetie.console.app.Personas;
import org.sweetie.engine.script.Compilation;
import org.sweetie.engine.script.ScriptException;
import org.sweetie.engine.script.ScriptProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks after scripts. */
@Command(
    name = "script",
    description = "Checks dialogue scripts.",
    subcommands = ScriptCommand.Check.class)
final class ScriptCommand {
  /** Reads a script's folder and compiles it. */
  static Compilation compile(Path folder) throws IOException {
    return Personas.compile(files(folder));
  }

  static Map<String, String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          folder + ": no such folder; give the folder that holds the script's *.top files");
    }
    try {
      Map<String, String> files = PersonaFiles.of(folder);
      if (files.keySet().stream().noneMatch(f -> f.endsWith(".top") || f.endsWith(".tbl"))) {
        throw new BadInput(
            folder + ": holds no *.top or *.tbl file; give the folder that holds the script");
      }
      return files;
    } catch (MalformedInputException notUtf8) {
      throw new BadInput(folder + ": a file in it is not UTF-8; save it as UTF-8");
    }
  }

  /** Compiles a script and says what is wrong with it. */
  @Command(
      name = "check",
      description =
          "Compiles a script; every error is printed with file:line:column and what to do.")
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of the script")
    Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
      try {
        Compilation compilation = compile(folder);
        for (ScriptProblem problem : compilation.problems()) {
          System.out.println(problem);
        }
        if (compilation.succeeded()) {
          System.out.println(
              "compiled: "
                  + compilation.script().ruleCount()
                  + " rules in "
                  + compilation.script().topics().size()
                  + " topics");
          return Exit.DONE;
        }
        return Exit.WRONG;
      } catch (ScriptException listing) {
        throw new BadInput(String.valueOf(listing.getMessage()));
      }
    }
  }
}
