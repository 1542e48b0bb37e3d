package org.sweetie.console.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import org.sweetie.console.access.Refused;
import org.sweetie.evidence.log.HomeInUse;
import org.sweetie.evidence.log.HomeUnusable;
import org.sweetie.evidence.log.LogDamaged;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program. */
@Command(
    name = "sweetie",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    version = "sweetie 0.1.0",
    description = "A conversational research platform that protects children.",
    subcommands = {
      AnalyzeCommand.class,
      ExtractCommand.class,
      ChatCommand.class,
      ScriptCommand.class,
      PersonaCommand.class,
      EvidenceCommand.class,
      DemoCommand.class,
      CaseCommand.class,
      ApproveCommand.class,
      TrustCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      LibraryCommand.class,
      ServeCommand.class,
      BenchCommand.class
    })
public final class Sweetie {
  private Sweetie() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Runs one command and says how it ended: 0 done, 1 found wrong, 2 bad usage or input, 3 a fault
   * of ours.
   */
  static int run(String... args) {
    return new CommandLine(new Sweetie())
        .setExecutionExceptionHandler(handler())
        .setParameterExceptionHandler(
            (bad, given) -> {
              bad.getCommandLine().getErr().println(bad.getMessage());
              bad.getCommandLine()
                  .getErr()
                  .println(
                      "Try: " + bad.getCommandLine().getCommandSpec().qualifiedName() + " --help");
              return Exit.BAD_INPUT;
            })
        .execute(args);
  }

  private static IExecutionExceptionHandler handler() {
    return (fault, command, parsed) -> {
      PrintWriter err = command.getErr();
      if (fault instanceof BadInput
          || fault instanceof Refused
          || fault instanceof HomeUnusable
          || fault instanceof HomeInUse) {
        err.println(fault.getMessage());
        return Exit.BAD_INPUT;
      }
      if (fault instanceof LogDamaged) {
        err.println(fault.getMessage());
        return Exit.WRONG;
      }
      if (fault instanceof FileSystemException files) {
        err.println(
            files.getFile()
                + ": cannot be used ("
                + files.getClass().getSimpleName()
                + "); check the path and its permissions");
        return Exit.BAD_INPUT;
      }
      err.println("A fault of ours: " + fault);
      if (!(fault instanceof IOException)) {
        fault.printStackTrace(err);
      }
      return Exit.FAULT;
    };
  }
}
