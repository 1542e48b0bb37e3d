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
    Path given = named(file);
    if (given == null) {
      return new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
    }
    if (!Files.isReadable(given) || Files.isDirectory(given)) {
      throw new BadInput(
          "--in "
              + given
              + ": no readable file; give the path of one, or leave it out for standard input");
    }
    return new BufferedInputStream(Files.newInputStream(given));
  }

  static String name(@Nullable Path file) {
    Path given = named(file);
    return given == null ? "standard input" : given.toString();
  }

  static OutputStream out(@Nullable Path file) throws IOException {
    Path given = named(file);
    if (given == null) {
      return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    }
    Path parent = given.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new BadInput("--out " + given + ": its folder does not exist; make it first");
    }
    return new BufferedOutputStream(Files.newOutputStream(given), 1 << 16);
  }

  /** Lines of text in UTF-8. */
  static PrintStream lines(@Nullable Path file) throws IOException {
    return new PrintStream(out(file), false, StandardCharsets.UTF_8);
  }

  private static @Nullable Path named(@Nullable Path file) {
    return file == null || file.toString().equals("-") ? null : file;
  }
}
