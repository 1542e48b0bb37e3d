package org.sweetie.evidence.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sweetie.evidence.disk.Disk;

/**
 * One writer a home, held by the operating system's file lock, so a killed writer holds nothing.
 */
final class HomeLock implements AutoCloseable {
  private final RandomAccessFile file;

  private HomeLock(RandomAccessFile file) {
    this.file = file;
  }

  static HomeLock take(Path home) {
    Path path = home.resolve("lock");
    try {
      Disk.local().open(path).close();
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      if (locked(file) == null) {
        String who = holder(file);
        file.close();
        throw new HomeInUse(home, who);
      }
      file.setLength(0);
      file.writeBytes(Long.toString(ProcessHandle.current().pid()));
      return new HomeLock(file);
    } catch (IOException failed) {
      throw new HomeUnusable(path + " could not be locked: " + failed, failed);
    }
  }

  private static @Nullable FileLock locked(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException thisProcess) {
      return null;
    }
  }

  private static String holder(RandomAccessFile file) throws IOException {
    byte[] pid = new byte[(int) Math.min(20, file.length())];
    file.readFully(pid);
    String text = new String(pid, StandardCharsets.US_ASCII);
    return text.matches("[0-9]+") ? " (process " + text + ")" : "";
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new HomeUnusable("the home's lock could not be released: " + failed, failed);
    }
  }
}
