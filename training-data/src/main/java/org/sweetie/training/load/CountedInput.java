package org.sweetie.training.load;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sweetie.training.corpus.CorpusException;

/** A file that knows how much of it was read. */
final class CountedInput extends FilterInputStream {
  private final Path file;
  private final long size;
  private long read;

  private CountedInput(Path file, InputStream in, long size) {
    super(in);
    this.file = file;
    this.size = size;
  }

  static CountedInput open(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new CorpusException(file + " is a folder: give the file of conversations in it");
      }
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      return new CountedInput(file, in, Files.size(file));
    } catch (IOException e) {
      throw new CorpusException(
          "cannot open the corpus " + file + ": give a file that can be read", e);
    }
  }

  Path file() {
    return file;
  }

  /** 0 to 1; 1 for an empty file. */
  double share() {
    return size == 0 ? 1 : Math.min(1, read / (double) size);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    read += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    read += Math.max(0, count);
    return count;
  }
}
