package org.sweetie.console.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sweetie.console.app.PersonaFiles;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptException;
import picocli.CommandLine.Command;

/** Looks after scripts. */
@Command(
    name = "script",
    description = "Checks dialogue scripts and tries them.",
    subcommands = {ScriptCheckCommand.class, ScriptVerifyCommand.class})
final class ScriptCommand {
  private ScriptCommand() {}

  /** The script of a folder that was read, for commands that need one that compiles. */
  static Script script(Path folder, Map<String, String> files) {
    try {
      return Personas.compile(files).script();
    } catch (ScriptException wrong) {
      throw new BadInput(
          folder
              + ": the script does not compile; run sweetie script check "
              + folder
              + "\n"
              + wrong.getMessage());
    }
  }

  /** A persona of files that were read, ready to talk. */
  static PromptHouse house(Path folder, Map<String, String> files, TalkOptions talk) {
    script(folder, files);
    try {
      return new PromptHouse(Personas.persona(files), talk.time(), talk.seed, talk.user);
    } catch (IllegalArgumentException badProfile) {
      throw new BadInput(folder + "/" + Personas.PROFILE + ": " + badProfile.getMessage());
    }
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
}
