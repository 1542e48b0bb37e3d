package org.sweetie.console.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sweetie.console.app.PersonaFiles;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.PromptHouse;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptException;
import org.sweetie.engine.script.ScriptImage;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.script.Story;
import org.sweetie.engine.script.StoryParser;
import picocli.CommandLine.Command;

/** Looks after scripts. */
@Command(
    name = "script",
    description = "Checks dialogue scripts and tries them.",
    subcommands = {
      ScriptCheckCommand.class,
      ScriptVerifyCommand.class,
      ScriptCompileCommand.class,
      ScriptStoriesCommand.class,
      ScriptCoverageCommand.class,
      ScriptTalkCommand.class
    })
final class ScriptCommand {
  private ScriptCommand() {}

  /** The script of a folder, or of a file that script compile wrote. */
  static Script script(Path folder) throws IOException {
    return isCompiled(folder) ? loaded(folder) : script(folder, files(folder));
  }

  /** Whether a path is a file that script compile wrote. */
  static boolean isCompiled(Path path) {
    return Files.isRegularFile(path);
  }

  private static Script loaded(Path file) throws IOException {
    try {
      return ScriptImage.read(Files.readAllBytes(file));
    } catch (ScriptException wrong) {
      throw new BadInput(file + ": " + wrong.getMessage());
    }
  }

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
    return new PromptHouse(
        persona(folder, files), talk.moment.time(), talk.moment.seed, talk.moment.user);
  }

  /** The persona of a folder that was read. */
  static Persona persona(Path folder, Map<String, String> files) {
    script(folder, files);
    try {
      return Personas.persona(files);
    } catch (IllegalArgumentException badProfile) {
      throw new BadInput(folder + "/" + Personas.PROFILE + ": " + badProfile.getMessage());
    }
  }

  /** The stories of a folder, in the order of their files. */
  static List<Story> stories(Path folder) throws IOException {
    try {
      List<Story> stories = new ArrayList<>();
      PersonaFiles.stories(folder)
          .forEach((file, text) -> stories.addAll(StoryParser.parse(new ScriptSource(file, text))));
      return stories;
    } catch (ScriptException wrong) {
      throw new BadInput(String.valueOf(wrong.getMessage()));
    } catch (MalformedInputException notUtf8) {
      throw new BadInput(folder + ": a story in it is not UTF-8; save it as UTF-8");
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
