package org.sweetie.console.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads from and writes to: files where they are named, the standard streams where
 * not or where {@code -}.
 */
final class InputOutput {
  private InputOutput() {}

  static InputStream in(@Nullable Path file) throws IOException {
    if (isStandard(file)) {
      return new FileInputStream(FileDescriptor.in);
    }
    if (!Files.isReadable(file)) {
      throw new BadInput(
          "--in "
              + file
              + ": no readable file; give the path of one, or leave it out for standard input");
    }
    return new BufferedInputStream(Files.newInputStream(file));
  }

  static String name(@Nullable Path file) {
    return isStandard(file) ? "standard input" : file.toString();
  }

  static OutputStream out(@Nullable Path file) throws IOException {
    if (isStandard(file)) {
      return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new BadInput("--out " + file + ": its folder does not exist; make it first");
    }
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** Standard output as UTF-8 lines. */
  static PrintStream lines(@Nullable Path file) throws IOException {
    return new PrintStream(out(file), false, StandardCharsets.UTF_8);
  }

  @org.jspecify.annotations.NullUnmarked
  private static boolean isStandard(Path file) {
    return file == null || file.toString().equals("-");
  }
}
