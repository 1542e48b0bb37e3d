package org.sweetie.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of a home: for their owner alone, and never half of one. */
final class OwnFiles {
  private OwnFiles() {}

  /**
   * Writes a file, or puts a new one in its place, so that it is there whole or not at all. Several
   * may write the same file at once: the last one stays.
   */
  static void replace(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // A temporary file is for its owner alone from the first (java.nio.file.Files).
    Path whole = Files.createTempFile(folder, file.getFileName() + ".", ".new");
    try {
      Files.write(whole, content);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Writes a new file that nobody else can ever read, not even while it is being written. */
  static void write(Path file, byte[] content) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    try {
      Files.write(file, content, StandardOpenOption.WRITE);
    } catch (IOException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
  }
}
