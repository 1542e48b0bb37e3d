package org.sweetie.console.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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

  /** Lines of text in UTF-8. Closing them fails when they did not all arrive. */
  static PrintStream lines(@Nullable Path file) throws IOException {
    return new Lines(new Remembering(out(file)));
  }

  /** A print stream passes over every failure; this one says so in the end. */
  private static final class Lines extends PrintStream {
    private final Remembering to;

    Lines(Remembering to) {
      super(to, false, StandardCharsets.UTF_8);
      this.to = to;
    }

    @Override
    public void close() {
      super.close();
      IOException failed = to.failed;
      if (failed != null) {
        throw new UncheckedIOException("not everything could be written: " + failed, failed);
      }
    }
  }

  /** Keeps the first failure. */
  private static final class Remembering extends FilterOutputStream {
    private @Nullable IOException failed;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      remembering(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
      remembering(out::flush);
    }

    @Override
    public void close() throws IOException {
      remembering(out::close);
    }

    private void remembering(Writing work) throws IOException {
      try {
        work.run();
      } catch (IOException now) {
        failed = failed == null ? now : failed;
        throw now;
      }
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static @Nullable Path named(@Nullable Path file) {
    return file == null || file.toString().equals("-") ? null : file;
  }
}
