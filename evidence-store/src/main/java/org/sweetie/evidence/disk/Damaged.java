package org.sweetie.evidence.disk;

import java.nio.file.Path;

/** A file that was whole once is not any more. The message names the file and the place. */
public final class Damaged extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Damaged(Path file, String what) {
    super(file + ": " + what);
  }
}
