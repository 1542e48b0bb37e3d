package org.sweetie.console.cli;

/** How a command ends. */
final class Exit {
  static final int DONE = 0;

  /** Checked, and found wrong. */
  static final int WRONG = 1;

  /** Bad usage or unreadable input. */
  static final int BAD_INPUT = 2;

  /** A fault of ours. */
  static final int FAULT = 3;

  private Exit() {}
}
