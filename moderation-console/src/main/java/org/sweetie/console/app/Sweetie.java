package org.sweetie.console.app;

/** The program. */
public final class Sweetie {
  private Sweetie() {}

  public static void main(String[] args) {}
}
