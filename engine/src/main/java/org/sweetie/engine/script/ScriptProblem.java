package org.sweetie.engine.script;

import static java.util.Objects.requireNonNull;

/**
 * Something the compiler found: where, what, and what to do about it.
 *
 * @param file the source file as given in {@link ScriptSource#file()}
 * @param line counted from one
 * @param column counted from one, in UTF-16 units
 * @param message what was found
 * @param remedy what to write instead
 * @param severity an error keeps the script from running, a warning does not
 */
public record ScriptProblem(
    String file, int line, int column, String message, String remedy, Severity severity) {

  /** How much a problem matters. */
  public enum Severity {
    /** The script does not compile. */
    ERROR,
    /** The script compiles; what is named has no effect. */
    WARNING
  }

  public ScriptProblem {
    requireNonNull(file, "file");
    requireNonNull(message, "message");
    requireNonNull(remedy, "remedy");
    requireNonNull(severity, "severity");
  }

  /** Whether this problem keeps the script from running. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: error: message; remedy}. */
  @Override
  public String toString() {
    String kind = isError() ? "error" : "warning";
    return file + ":" + line + ":" + column + ": " + kind + ": " + message + "; " + remedy;
  }
}
