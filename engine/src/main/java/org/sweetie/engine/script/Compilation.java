package org.sweetie.engine.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of compiling: the script when nothing was wrong, and everything that was found.
 *
 * @param result the script, present exactly when no problem is an error
 * @param problems in order of file, line and column
 */
public record Compilation(Optional<Script> result, List<ScriptProblem> problems) {
  public Compilation {
    problems = List.copyOf(problems);
    if (result.isPresent() == problems.stream().anyMatch(ScriptProblem::isError)) {
      throw new IllegalArgumentException(
          "A script goes with problems that are errors; a script is present exactly when there is"
              + " no error");
    }
  }

  /** Whether nothing stands in the way of running the script. */
  public boolean succeeded() {
    return result.isPresent();
  }

  /**
   * The script.
   *
   * @throws ScriptException when there were errors; its message lists them all
   */
  public Script script() {
    return result.orElseThrow(() -> new ScriptException(describeErrors()));
  }

  private String describeErrors() {
    return problems.stream()
        .filter(ScriptProblem::isError)
        .map(ScriptProblem::toString)
        .collect(Collectors.joining("\n", "The script does not compile:\n", ""));
  }
}
