package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sweetie.engine.script.SampleVerdict;
import org.sweetie.engine.script.Script;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the samples of a script against their rules. */
@Command(
    name = "verify",
    description = "Runs the #! samples of a script: one line each, and how many passed.")
final class ScriptVerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the script, or its compiled form")
  Path folder = Path.of(".");

  @Option(
      names = "--why",
      description = "after each sample that fails, say the reason on standard error")
  boolean why;

  @Override
  public Integer call() throws IOException {
    Script script = ScriptCommand.script(folder);
    List<SampleVerdict> verdicts = script.verify();
    long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
    try (PrintStream out = InputOutput.lines(null)) {
      verdicts.forEach(verdict -> print(verdict, out));
      out.println((verdicts.size() - failed) + " passed, " + failed + " failed");
    }
    if (verdicts.isEmpty()) {
      System.err.println(
          folder + ": holds no sample; write a line '#! a message' above a rule it should reach");
    }
    return verdicts.isEmpty() || failed > 0 ? Exit.WRONG : Exit.DONE;
  }

  private void print(SampleVerdict verdict, PrintStream out) {
    out.println(verdict);
    if (why && !verdict.passed()) {
      // Both streams may be one terminal, where the reason belongs below its line.
      out.flush();
      System.err.println("  " + verdict.reason());
    }
  }
}
