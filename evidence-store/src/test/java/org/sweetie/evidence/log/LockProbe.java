package org.sweetie.evidence.log;

import java.nio.file.Path;

/** A process that tries to open a home for writing and says how that went. */
public final class LockProbe {
  private LockProbe() {}

  /** Argument: home. */
  public static void main(String[] arguments) {
    try {
      DiskLog.open(Home.open(Path.of(arguments[0])), LogOptions.standard()).close();
      System.out.println("opened");
    } catch (HomeInUse inUse) {
      System.out.println("in use");
    }
  }
}
