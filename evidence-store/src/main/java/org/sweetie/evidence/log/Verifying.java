package org.sweetie.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.crypt.FileKeyVault;
import org.sweetie.evidence.crypt.KeyId;
import org.sweetie.evidence.crypt.SealedRecord;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.FramedFile;

/** One run over a whole log that stops at nothing it can name. */
final class Verifying {
  private static final int MOST_FAULTS = 100;

  private final Home home;
  private final List<String> faults = new ArrayList<>();
  private final List<SignedCheckpoint> signed = new ArrayList<>();
  private final MerkleTree tree = new MerkleTree();
  private final Set<KeyId> seen = new HashSet<>();
  private long newestSigned;

  Verifying(Home home) {
    this.home = home;
  }

  Verification run() {
    try {
      if (Files.notExists(home.records()) && Files.notExists(home.checkpointFile())) {
        throw new LogUnavailable(home + " holds no log yet: nothing was ever recorded in it", null);
      }
      readCheckpoints();
      readRecords();
      checkKeys();
      signed.forEach(this::compare);
      return new Verification(tree.size(), tree.root(tree.size()), faults);
    } catch (IOException failed) {
      throw new LogUnavailable("the log of " + home + " could not be read: " + failed, failed);
    }
  }

  /** Before the records: whatever a checkpoint signs is on disk when it appears. */
  private void readCheckpoints() throws IOException {
    VerifierKey key = verifierKey();
    if (Files.notExists(home.checkpointFile())) {
      fault(home.checkpointFile() + " is gone");
    }
    if (key != null) {
      Checkpoints checkpoints = new Checkpoints(home, key);
      for (Path file : checkpoints.files()) {
        readCheckpoint(checkpoints, file);
      }
    }
    newestSigned = signed.stream().mapToLong(SignedCheckpoint::size).max().orElse(0);
  }

  private @Nullable VerifierKey verifierKey() {
    try {
      return LogSigner.verifierKeyOf(home);
    } catch (LogDamaged | LogUnavailable noKey) {
      fault(String.valueOf(noKey.getMessage()));
      return null;
    }
  }

  private void readCheckpoint(Checkpoints checkpoints, Path file) throws IOException {
    try {
      signed.add(checkpoints.read(file));
    } catch (LogDamaged wrong) {
      fault(file + ": " + wrong.getMessage());
    }
  }

  private void readRecords() throws IOException {
    if (Files.notExists(home.records())) {
      fault(home.records() + " is gone");
      return;
    }
    Optional<String> stopped =
        FramedFile.examine(home.disk(), home.records(), StoredLog.KIND, this::readBatch);
    stopped.ifPresent(this::fault);
  }

  private boolean readBatch(long position, byte[] payload, boolean whole) {
    if (!whole && tree.size() >= newestSigned) {
      // Nobody was told of it and nothing signs it: what a kill or a power cut left over.
      return false;
    }
    int before = faults.size();
    try {
      Batch.visit(
          payload,
          (index, offset, leaf, body, sound) ->
              readRecord(position, payload, index, offset, leaf, body, sound));
    } catch (LogDamaged wrong) {
      fault("the batch at byte " + position + " of the records: " + wrong.getMessage());
      return false;
    }
    if (!whole && faults.size() == before) {
      fault("the batch at byte " + position + " of the records was changed outside its records");
    }
    return true;
  }

  private void readRecord(
      long position, byte[] payload, long index, int offset, int leaf, int body, boolean sound) {
    byte[] leafBytes = Arrays.copyOfRange(payload, offset, offset + leaf);
    if (index != tree.size()) {
      fault("record " + index + " stands where record " + tree.size() + " belongs");
    }
    if (!sound) {
      fault("record " + index + " was changed, at byte " + (position + offset) + " of the records");
    }
    tree.add(Hashes.leaf(leafBytes));
    readSeal(index, leafBytes, Arrays.copyOfRange(payload, offset + leaf, offset + leaf + body));
  }

  private void readSeal(long index, byte[] leaf, byte[] body) {
    try {
      SealedRecord record = new SealedRecord(leaf, body);
      seen.add(record.keyId());
      if (!record.bodyMatches()) {
        fault("record " + index + " stands beside a body that is not its own");
      }
    } catch (IllegalArgumentException unknown) {
      fault("record " + index + " is no sealed record: " + unknown.getMessage());
    }
  }

  private void checkKeys() throws IOException {
    try (FileKeyVault vault =
        FileKeyVault.openReadOnly(home.disk(), home.keys(), new SecureRandom())) {
      for (KeyId id : seen) {
        if (vault.find(id).isEmpty() && !vault.erased(id)) {
          fault(StoredLog.lostKey("a record", id));
        }
      }
    } catch (Damaged | java.nio.file.NoSuchFileException gone) {
      fault("the keys: " + gone.getMessage());
    }
  }

  private void compare(SignedCheckpoint checkpoint) {
    if (checkpoint.size() > tree.size()) {
      fault(
          "a checkpoint signs "
              + checkpoint.size()
              + " records and "
              + tree.size()
              + " could be read: cut off, rolled back or damaged");
    } else if (!Arrays.equals(checkpoint.root(), tree.root(checkpoint.size()))) {
      fault("the first " + checkpoint.size() + " records do not have the root that was signed");
    }
  }

  private void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }
}
