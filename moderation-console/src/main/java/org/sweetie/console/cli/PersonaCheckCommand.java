package org.sweetie.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sweetie.console.app.Conduct;
import org.sweetie.console.app.Personas;
import org.sweetie.console.app.Readers;
import org.sweetie.engine.persona.PersonaException;
import org.sweetie.engine.proof.PersonaProof;
import org.sweetie.engine.proof.Proof;
import org.sweetie.engine.proof.Violation;
import org.sweetie.engine.script.ScriptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Proves the rules of conduct over everything that a persona can say. */
@Command(
    name = "check",
    description =
        "Proves the conduct rules over every reachable output; each violation is printed with the"
            + " rule's id, file:line and the output.")
final class PersonaCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the persona")
  Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Map<String, String> files = ScriptCommand.files(folder);
    if (!files.containsKey(Personas.PROFILE)) {
      throw new BadInput(
          folder + ": holds no " + Personas.PROFILE + "; give the folder of a persona");
    }
    try {
      return print(
          PersonaProof.of(
              Personas.persona(files), Conduct.shipped(Readers.ofTypedText().text()).rules()));
    } catch (PersonaException profile) {
      System.out.println(
          new Violation("B5", Personas.PROFILE, 1, "", "", String.valueOf(profile.getMessage())));
      return Exit.WRONG;
    } catch (ScriptException | IllegalArgumentException unreadable) {
      throw new BadInput(folder + ": " + unreadable.getMessage());
    }
  }

  private static int print(Proof proof) {
    proof.violations().forEach(System.out::println);
    System.out.println(
        proof.rules()
            + " rules reached, "
            + proof.texts()
            + " texts, "
            + proof.questions()
            + " kinds of message");
    proof.summary().forEach(System.out::println);
    return proof.holds() ? Exit.DONE : Exit.WRONG;
  }
}
