package org.sweetie.console.cli;

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
      EvaluateCommand.class,
      TrainCommand.class,
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
    return commands()
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

  /** Every command there is. */
  static CommandLine commands() {
    return new CommandLine(new Sweetie());
  }

  private static IExecutionExceptionHandler handler() {
    return (fault, command, parsed) -> Trouble.tell(fault, command.getErr());
  }
}
