package org.sweetie.evidence.log;

import java.nio.file.Path;

/** Another process writes to the home. Reading beside it is possible. */
public final class HomeInUse extends RuntimeException {
  private static final long serialVersionUID = 1;

  HomeInUse(Path home, String who) {
    super("another sweetie works on " + home + who + ": stop it first, or name another --home");
  }
}
