package org.sweetie.evidence.disk;

import java.io.Closeable;
import java.io.IOException;

/**
 * An open file. Safe for use by several threads; an interrupt neither closes it nor tears a write,
 * which is why no {@code FileChannel} stands behind it.
 */
public interface DiskFile extends Closeable {
  /** Bytes in the file. */
  long size() throws IOException;

  /**
   * Reads into {@code into} from {@code position} on.
   *
   * @return how many bytes were read: fewer than asked for only at the end of the file
   */
  int read(long position, byte[] into) throws IOException;

  /**
   * Writes some of the bytes at {@code position}.
   *
   * @return how many were written: at least 1, perhaps fewer than asked for
   */
  int write(long position, byte[] bytes, int offset, int length) throws IOException;

  /** Returns when everything written is on the medium. */
  void force() throws IOException;

  /** Cuts the file off after {@code size} bytes. */
  void truncate(long size) throws IOException;

  @Override
  void close() throws IOException;

  /** Writes all of the bytes at {@code position}. */
  default void writeAll(long position, byte[] bytes) throws IOException {
    int written = 0;
    while (written < bytes.length) {
      written += write(position + written, bytes, written, bytes.length - written);
    }
  }

  /** Reads exactly {@code length} bytes; fewer where the file ends before. */
  default byte[] readUpTo(long position, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - position))];
    int got = bytes.length == 0 ? 0 : read(position, bytes);
    return got == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, Math.max(0, got));
  }
}
