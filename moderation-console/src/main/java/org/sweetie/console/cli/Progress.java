package org.sweetie.console.cli;

import java.io.PrintStream;

/** A counter on standard error, shown only where a person watches a terminal. */
final class Progress {
  private static final int EVERY = 50;

  private final PrintStream err;
  private final boolean shown;
  private long steps;

  Progress(PrintStream err) {
    this.err = err;
    this.shown = System.console() != null;
  }

  void step() {
    steps++;
    if (shown && steps % EVERY == 0) {
      err.print("\r" + steps + " lines");
      err.flush();
    }
  }

  void done() {
    if (shown && steps >= EVERY) {
      err.println("\r" + steps + " lines");
    }
  }
}
