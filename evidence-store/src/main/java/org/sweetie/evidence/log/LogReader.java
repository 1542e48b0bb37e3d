package org.sweetie.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.crypt.FileKeyVault;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.FramedFile;

/**
 * A log open for reading beside its writer, or without one. Every call sees what is durable by
 * then, whole batches only. It changes nothing under the home.
 */
public final class LogReader extends StoredLog {
  private final Checkpoints checkpoints;
  private final FileKeyVault keys;
  private boolean closed;

  private LogReader(
      Home home, Leaves leaves, FramedFile frames, FileKeyVault keys, Checkpoints checkpoints) {
    super(home, leaves, frames, keys, checkpoints.key());
    this.keys = keys;
    this.checkpoints = checkpoints;
  }

  /**
   * Opens the log of a home for reading.
   *
   * @throws LogDamaged when the log is not what it signed
   * @throws LogUnavailable when the home holds no log yet or cannot be read
   */
  public static LogReader open(Home home) {
    if (Files.notExists(home.records()) || Files.notExists(home.checkpointFile())) {
      throw new LogUnavailable(home + " holds no log yet: nothing was ever recorded in it", null);
    }
    try {
      return opened(home);
    } catch (Damaged damaged) {
      throw new LogDamaged(String.valueOf(damaged.getMessage()), damaged);
    } catch (IOException failed) {
      throw new LogUnavailable("the log of " + home + " could not be read: " + failed, failed);
    }
  }

  private static LogReader opened(Home home) throws IOException {
    Checkpoints checkpoints = new Checkpoints(home, LogSigner.verifierKeyOf(home));
    // Before the records: whatever a checkpoint signs is durable when it appears.
    Optional<SignedCheckpoint> signed = checkpoints.newest();
    Leaves leaves = new Leaves();
    FramedFile frames =
        load(
            home, leaves, each -> FramedFile.openReadOnly(home.disk(), home.records(), KIND, each));
    try {
      frames.force();
      signed.ifPresent(checkpoint -> Checkpoints.requireConsistent(checkpoint, leaves));
      FileKeyVault keys = FileKeyVault.openReadOnly(home.disk(), home.keys(), new SecureRandom());
      return new LogReader(home, leaves, frames, keys, checkpoints);
    } catch (IOException | RuntimeException failed) {
      frames.close();
      throw failed;
    }
  }

  @Override
  synchronized void refresh() {
    try {
      if (!frames.lastStillStands()) {
        throw new LogUnavailable(
            "the writer of " + home + " took back what it could not make durable: open it again",
            null);
      }
      if (frames.tornBytes() > 0) {
        takeIn();
      }
      // After the records: a key is durable before the first record sealed with it.
      keys.refresh();
    } catch (IOException failed) {
      throw new LogUnavailable("the log of " + home + " could not be read: " + failed, failed);
    }
  }

  private void takeIn() throws IOException {
    List<Runnable> batches = new ArrayList<>();
    frames.catchUp(
        (sequence, position, payload) -> batches.add(() -> leaves.add(position, payload)));
    // What is shown must not be lost again by a power cut that the writer's own flush comes after.
    frames.force();
    batches.forEach(Runnable::run);
  }

  /** Always fails: a reader records nothing. */
  @Override
  public Receipt append(Entry entry) {
    throw new LogUnavailable("the log of " + home + " is open for reading only", null);
  }

  @Override
  public SignedCheckpoint checkpoint() {
    try {
      return checkpoints
          .newest()
          .orElseThrow(() -> new LogUnavailable(home + " has no checkpoint yet", null));
    } catch (IOException failed) {
      throw new LogUnavailable(
          "the checkpoint of " + home + " could not be read: " + failed, failed);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      closeFiles();
    }
  }
}
