package org.sweetie.evidence.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.evidence.disk.Disk;

/**
 * One writer a home, held by the operating system's file lock, so a killed writer holds nothing.
 *
 * <p>POSIX takes a process's lock away when the process closes any handle on the file. So within
 * one process the lock file is opened by the holder alone, and a list tells everybody else.
 */
final class HomeLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path home;
  private final RandomAccessFile file;

  private HomeLock(Path home, RandomAccessFile file) {
    this.home = home;
    this.file = file;
  }

  static HomeLock take(Path home) {
    Path real = real(home);
    if (!HELD_HERE.add(real)) {
      throw new HomeInUse(home, " (this very process)");
    }
    boolean taken = false;
    try {
      HomeLock lock = takeFile(home, real);
      taken = true;
      return lock;
    } catch (IOException failed) {
      throw new HomeUnusable(home + " could not be locked: " + failed, failed);
    } finally {
      if (!taken) {
        HELD_HERE.remove(real);
      }
    }
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException failed) {
      throw new HomeUnusable(home + " could not be found: " + failed, failed);
    }
  }

  private static HomeLock takeFile(Path home, Path real) throws IOException {
    Path path = home.resolve("lock");
    Disk.local().open(path).close();
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    if (file.getChannel().tryLock() == null) {
      String who = holder(file);
      file.close();
      throw new HomeInUse(home, who);
    }
    file.setLength(0);
    file.writeBytes(Long.toString(ProcessHandle.current().pid()));
    return new HomeLock(real, file);
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
      throw new HomeUnusable("the lock of " + home + " could not be released: " + failed, failed);
    } finally {
      HELD_HERE.remove(home);
    }
  }
}
