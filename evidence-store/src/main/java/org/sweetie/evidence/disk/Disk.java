package org.sweetie.evidence.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A disk, as the evidence store uses one. The local disk is {@link #local()}; tests pass one that
 * is full, fails to flush, writes short or loses its power.
 *
 * <p>Everything is created for the owner alone: files 0600, folders 0700.
 */
public interface Disk {
  /** Opens a file for reading and writing, creating it empty where it is missing. */
  DiskFile open(Path file) throws IOException;

  /** Opens an existing file for reading; writing to it fails. */
  DiskFile openReadOnly(Path file) throws IOException;

  /**
   * Gives {@code file} new content so that, whatever happens meanwhile, it holds either the old or
   * the new bytes whole. Durable on return.
   */
  void replace(Path file, byte[] content) throws IOException;

  /**
   * Replaces a file that held a secret, and overwrites the bytes it had. A medium that moves blocks
   * about may keep copies of them all the same.
   */
  default void replaceSecret(Path file, byte[] content) throws IOException {
    try (DiskFile old = open(file)) {
      byte[] zeros = new byte[(int) old.size()];
      replace(file, content);
      // The handle still leads to the old bytes: the name now stands for others.
      old.writeAll(0, zeros);
      old.force();
    }
  }

  /** Creates a folder and its missing parents. */
  void createFolder(Path folder) throws IOException;

  /** The disk of this machine. */
  static Disk local() {
    return LocalDisk.INSTANCE;
  }
}
