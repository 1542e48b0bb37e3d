package org.sweetie.console.cli;

import java.io.Console;
import java.io.PrintStream;

/** A counter on standard error, shown only where a person watches a terminal. */
final class Progress {
  private static final int EVERY = 50;
  private static final int WIDTH = 40;

  private final PrintStream err;
  private final boolean shown;
  private long steps;

  Progress(PrintStream err) {
    this.err = err;
    this.shown = isTerminal();
  }

  /** From JDK 22 on there is always a console, and it says whether it is a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  void step() {
    steps++;
    if (shown && steps % EVERY == 0) {
      err.print("\r" + steps + " lines");
      err.flush();
    }
  }

  /** A bar for work whose end is known; {@code share} is 0 to 1. */
  void bar(double share) {
    steps++;
    if (shown) {
      int full = (int) (share * WIDTH);
      err.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + steps);
      err.flush();
    }
  }

  void barDone() {
    if (shown) {
      err.println();
    }
  }

  void done() {
    if (shown && steps >= EVERY) {
      err.println("\r" + steps + " lines");
    }
  }
}
