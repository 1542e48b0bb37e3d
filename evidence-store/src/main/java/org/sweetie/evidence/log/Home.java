package org.sweetie.evidence.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.sweetie.evidence.disk.Disk;

/**
 * The folder that holds all state of one installation. What stands where is listed in the module's
 * README. Everything in it is for its owner alone: files 0600, folders 0700.
 */
public final class Home {
  /** What a home is for. A demo never touches a live home, nor the other way round. */
  public enum Purpose {
    LIVE,
    DEMO;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String MARKER = "sweetie-home";
  private static final String FIRST_LINE = "sweetie home 1";

  private final Path folder;
  private final Purpose purpose;
  private final Disk disk;

  private Home(Path folder, Purpose purpose, Disk disk) {
    this.folder = folder;
    this.purpose = purpose;
    this.disk = disk;
  }

  /**
   * The home at {@code folder}; a new one where there is nothing, or an empty folder.
   *
   * @throws HomeUnusable when it is a home for another purpose, or a folder of something else
   */
  public static Home openOrCreate(Path folder, Purpose purpose) {
    return openOrCreate(folder, purpose, Disk.local());
  }

  /** The same on a given disk. */
  public static Home openOrCreate(Path folder, Purpose purpose, Disk disk) {
    if (Files.notExists(folder.resolve(MARKER))) {
      create(folder, purpose, disk);
    }
    return open(folder, disk).require(purpose);
  }

  /**
   * The home at {@code folder}, whatever it is for.
   *
   * @throws HomeUnusable when it is none
   */
  public static Home open(Path folder) {
    return open(folder, Disk.local());
  }

  /** The same on a given disk. */
  public static Home open(Path folder, Disk disk) {
    Path home = folder.toAbsolutePath().normalize();
    return new Home(home, purposeOf(home), disk);
  }

  private static void create(Path folder, Purpose purpose, Disk disk) {
    try {
      if (Files.isDirectory(folder)) {
        refuseForeignFolder(folder);
        OwnerOnly.tighten(folder);
      }
      disk.createFolder(folder);
      disk.replace(
          folder.resolve(MARKER),
          (FIRST_LINE + "\npurpose: " + purpose.word() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new HomeUnusable("a home could not be made at " + folder + ": " + failed, failed);
    }
  }

  private static void refuseForeignFolder(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      boolean foreign = content.anyMatch(file -> !file.getFileName().toString().startsWith(MARKER));
      if (foreign) {
        throw new HomeUnusable(
            folder + " holds other files and no sweetie home: name an empty or a new folder");
      }
    }
  }

  private static Purpose purposeOf(Path home) {
    String marker = marker(home);
    for (Purpose purpose : Purpose.values()) {
      if (marker.equals(FIRST_LINE + "\npurpose: " + purpose.word() + "\n")) {
        return purpose;
      }
    }
    throw new HomeUnusable(
        home.resolve(MARKER) + " names no purpose this version knows: expected live or demo");
  }

  private static String marker(Path home) {
    try {
      return new String(Files.readAllBytes(home.resolve(MARKER)), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new HomeUnusable(
          home + " is no sweetie home (it has no readable file " + MARKER + "): make one first",
          missing);
    }
  }

  /**
   * This home, if it is for {@code wanted}.
   *
   * @throws HomeUnusable when it is for something else
   */
  public Home require(Purpose wanted) {
    if (purpose != wanted) {
      throw new HomeUnusable(
          folder
              + " is a home for "
              + purpose.word()
              + " work, expected one for "
              + wanted.word()
              + ": name another --home");
    }
    return this;
  }

  public Path folder() {
    return folder;
  }

  public Purpose purpose() {
    return purpose;
  }

  /** A folder of that name in the home, made where it is missing. */
  public Path subfolder(String name) {
    Path made = folder.resolve(name);
    try {
      disk.createFolder(made);
      return made;
    } catch (IOException failed) {
      throw new HomeUnusable("the folder " + made + " could not be made: " + failed, failed);
    }
  }

  Disk disk() {
    return disk;
  }

  Path keys() {
    return folder.resolve("keys");
  }

  Path records() {
    return folder.resolve("log").resolve("records");
  }

  Path checkpointFile() {
    return folder.resolve("log").resolve("checkpoint");
  }

  Path checkpointHistory() {
    return folder.resolve("log").resolve("checkpoints");
  }

  /** Takes the home for writing until the lock is closed. */
  HomeLock lock() {
    return HomeLock.take(folder);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
