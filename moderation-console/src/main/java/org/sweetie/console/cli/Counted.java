package org.sweetie.console.cli;

/** Numbers of things, in words. */
final class Counted {
  private Counted() {}

  /** {@code 1 fault}, {@code 2 faults}. */
  static String of(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
