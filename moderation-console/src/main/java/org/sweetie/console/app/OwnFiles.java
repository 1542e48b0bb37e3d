package org.sweetie.console.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files for their owner alone. */
final class OwnFiles {
  private OwnFiles() {}

  /** Writes a new file that nobody else can ever read, not even while it is being written. */
  static void write(Path file, byte[] content) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
    Files.write(file, content, StandardOpenOption.WRITE);
  }
}
