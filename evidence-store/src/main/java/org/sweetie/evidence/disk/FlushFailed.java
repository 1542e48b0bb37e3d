package org.sweetie.evidence.disk;

import java.io.IOException;

/**
 * A flush failed. What the disk holds is not known any more: the system may have dropped the bytes
 * and will not try them again.
 */
public final class FlushFailed extends IOException {
  private static final long serialVersionUID = 1;

  FlushFailed(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
