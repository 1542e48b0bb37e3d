package org.sweetie.evidence.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signed checkpoints of a home: the newest in {@code log/checkpoint}, and those that were asked
 * for or closed a run in {@code log/checkpoints}, named by size.
 */
final class Checkpoints {
  private final Home home;
  private final VerifierKey key;
  private @Nullable SignedCheckpoint signed;
  private Instant signedAt = Instant.MIN;

  Checkpoints(Home home, VerifierKey key) {
    this.home = home;
    this.key = key;
  }

  VerifierKey key() {
    return key;
  }

  /** The newest on disk. */
  Optional<SignedCheckpoint> newest() throws IOException {
    Path file = home.checkpointFile();
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Every one on disk, the newest first. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.exists(home.checkpointFile())) {
      files.add(home.checkpointFile());
    }
    if (Files.isDirectory(home.checkpointHistory())) {
      try (Stream<Path> kept = Files.list(home.checkpointHistory())) {
        kept.filter(file -> file.getFileName().toString().matches("[0-9]{20}"))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /** Reads one and checks its signature. */
  SignedCheckpoint read(Path file) throws IOException {
    return SignedCheckpoint.parse(
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8), key);
  }

  /**
   * Holds the tree against a checkpoint.
   *
   * @throws LogDamaged naming a roll-back or an edit
   */
  static void requireConsistent(SignedCheckpoint checkpoint, Leaves leaves) {
    if (checkpoint.size() > leaves.size()) {
      throw new LogDamaged(
          "the log was cut off or rolled back: its checkpoint signs "
              + checkpoint.size()
              + " records and "
              + leaves.size()
              + " are there; restore log/records from a copy");
    }
    if (!Arrays.equals(checkpoint.root(), leaves.root(checkpoint.size()))) {
      throw new LogDamaged(
          "the log was edited: its first "
              + checkpoint.size()
              + " records do not have the root its checkpoint signs; restore log/records from a copy");
    }
  }

  /** Whether records wait for a checkpoint and have waited long enough. */
  synchronized boolean due(Leaves leaves, LogOptions options) {
    boolean behind = signed == null || signed.size() < leaves.size();
    Instant earliest =
        signedAt.equals(Instant.MIN) ? signedAt : signedAt.plus(options.checkpointEvery());
    return behind && !options.clock().instant().isBefore(earliest);
  }

  /** Signs the present size, durably. {@code keep} files it beside the newest too. */
  synchronized SignedCheckpoint sign(Leaves leaves, LogSigner signer, Instant now, boolean keep)
      throws IOException {
    SignedCheckpoint next = signed;
    if (next == null || next.size() < leaves.size()) {
      next = next(leaves, signer);
      write(home.checkpointFile(), next);
      signed = next;
      signedAt = now;
    }
    if (keep) {
      file(next);
    }
    return next;
  }

  private SignedCheckpoint next(Leaves leaves, LogSigner signer) throws IOException {
    SignedCheckpoint last = signed == null ? newest().orElse(null) : signed;
    if (last != null) {
      requireConsistent(last, leaves);
    }
    long size = leaves.size();
    byte[] root = leaves.root(size);
    String text = SignedCheckpoint.text(key.name(), size, root);
    byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignedCheckpoint(
        key.name(), size, root, SignedCheckpoint.note(text, key, signature));
  }

  private void file(SignedCheckpoint checkpoint) throws IOException {
    Path kept = home.checkpointHistory().resolve(String.format("%020d", checkpoint.size()));
    if (Files.notExists(kept)) {
      home.disk().createFolder(home.checkpointHistory());
      write(kept, checkpoint);
    }
  }

  private void write(Path file, SignedCheckpoint checkpoint) throws IOException {
    home.disk().replace(file, checkpoint.note().getBytes(StandardCharsets.UTF_8));
  }
}
