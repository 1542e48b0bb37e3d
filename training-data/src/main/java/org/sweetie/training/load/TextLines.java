package org.sweetie.training.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, without their ends. A line that is not UTF-8 or longer than a megabyte
 * is reported, counted and left out. Not safe for use by more than one thread.
 */
final class TextLines implements AutoCloseable {
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final CountedInput in;
  private final Consumer<BadLine> onBadLine;
  private long number;
  private long skipped;

  TextLines(Path file, Consumer<BadLine> onBadLine) {
    this.file = file;
    this.in = CountedInput.open(file);
    this.onBadLine = onBadLine;
  }

  /** The next line that can be read; null at the end. */
  @Nullable String next() {
    for (ByteArrayOutputStream bytes = bytes(); bytes != null; bytes = bytes()) {
      String line = bytes.size() > LONGEST ? tooLong() : decoded(bytes.toByteArray());
      if (line != null) {
        return number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
      }
    }
    return null;
  }

  private @Nullable String tooLong() {
    skip("is longer than " + LONGEST + " bytes: this is no chat export, or a damaged one");
    return null;
  }

  private @Nullable String decoded(byte[] bytes) {
    try {
      String line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    } catch (CharacterCodingException notUtf8) {
      skip("is not UTF-8: save the file as UTF-8");
      return null;
    }
  }

  /**
   * Bytes up to the next line feed, of an endless line not much more than the most; null at the
   * end.
   */
  private @Nullable ByteArrayOutputStream bytes() {
    try {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      number++;
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
      for (; b >= 0 && b != '\n'; b = in.read()) {
        if (bytes.size() <= LONGEST) {
          bytes.write(b);
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " after line " + number, e);
    }
  }

  /** Reports the last line. */
  void skip(String problem) {
    skipped++;
    onBadLine.accept(new BadLine(file, number, problem));
  }

  long skipped() {
    return skipped;
  }

  double share() {
    return in.share();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
