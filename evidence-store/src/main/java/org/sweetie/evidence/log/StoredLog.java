package org.sweetie.evidence.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.crypt.ConversationKey;
import org.sweetie.evidence.crypt.KeyId;
import org.sweetie.evidence.crypt.KeyVault;
import org.sweetie.evidence.crypt.LeafKey;
import org.sweetie.evidence.crypt.SealBroken;
import org.sweetie.evidence.crypt.SealedRecord;
import org.sweetie.evidence.disk.FramedFile;

/** What writer and reader of a log on disk have in common: everything but writing. */
abstract class StoredLog implements ProvableLog {
  static final String KIND = "sweetie log 1";

  final Home home;
  final Leaves leaves;
  final FramedFile frames;
  final KeyVault vault;
  final VerifierKey verifierKey;
  final EntryCodec codec = new EntryCodec();

  StoredLog(Home home, Leaves leaves, FramedFile frames, KeyVault vault, VerifierKey verifierKey) {
    this.home = home;
    this.leaves = leaves;
    this.frames = frames;
    this.vault = vault;
    this.verifierKey = verifierKey;
  }

  /** Takes in what another process wrote since; nothing to do for the writer itself. */
  abstract void refresh();

  @Override
  public long size() {
    refresh();
    return leaves.size();
  }

  @Override
  public void read(long from, Consumer<Stored> reader) {
    long size = size();
    if (from < 0) {
      throw new IndexOutOfBoundsException("reading from record " + from + ": expected 0 or more");
    }
    readEach(LongStream.range(from, Math.max(from, size)), reader);
  }

  @Override
  public List<Stored> conversation(ConversationId id) {
    refresh();
    List<Stored> entries = new ArrayList<>();
    vault
        .find(id.value())
        .ifPresent(key -> readEach(LongStream.of(leaves.of(key.id())), entries::add));
    return entries;
  }

  private void readEach(LongStream indexes, Consumer<Stored> reader) {
    RecordWindow window = new RecordWindow(frames);
    indexes.forEach(
        index -> {
          SealedRecord record = window.record(leaves.place(index));
          keyOf(index, record).ifPresent(key -> reader.accept(opened(index, record, key)));
        });
  }

  private Stored opened(long index, SealedRecord record, ConversationKey key) {
    return new Stored(index, entryOf(index, record, record.leafKey(key)));
  }

  private Entry entryOf(long index, SealedRecord record, LeafKey key) {
    try {
      return codec.decode(record.open(key));
    } catch (SealBroken broken) {
      throw new LogDamaged("record " + index + " does not open: " + broken.getMessage(), broken);
    }
  }

  private Optional<ConversationKey> keyOf(long index, SealedRecord record) {
    KeyId id = record.keyId();
    Optional<ConversationKey> key = vault.find(id);
    if (key.isEmpty() && !vault.erased(id)) {
      throw new LogDamaged(lostKey("record " + index, id));
    }
    return key;
  }

  static String lostKey(String what, KeyId id) {
    return what
        + " is sealed with key "
        + id
        + ", which is neither in the key vault nor erased: restore keys/vault from a copy";
  }

  @Override
  public SealedRecord sealed(long index) {
    refresh();
    return new RecordWindow(frames).record(leaves.place(index));
  }

  @Override
  public Optional<LeafKey> leafKey(long index) {
    SealedRecord record = sealed(index);
    return keyOf(index, record).map(record::leafKey);
  }

  @Override
  public InclusionProof inclusion(long index, long size) {
    refresh();
    return leaves.inclusion(index, size);
  }

  @Override
  public ConsistencyProof consistency(long size1, long size2) {
    refresh();
    return leaves.consistency(size1, size2);
  }

  @Override
  public byte[] root(long size) {
    refresh();
    return leaves.root(size);
  }

  @Override
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  final void closeFiles() {
    try (vault;
        frames) {
      return;
    } catch (IOException failed) {
      throw new LogUnavailable("the log of " + home + " did not close: " + failed, failed);
    }
  }

  /** Opens the records file and shows every batch to {@code leaves}; names damage as such. */
  interface Opening {
    FramedFile open(FramedFile.Visitor visitor) throws IOException;
  }

  static FramedFile load(Home home, Leaves leaves, Opening opening) {
    try {
      return opening.open((sequence, position, payload) -> leaves.add(position, payload));
    } catch (org.sweetie.evidence.disk.Damaged damaged) {
      throw new LogDamaged(String.valueOf(damaged.getMessage()), damaged);
    } catch (IOException failed) {
      throw new LogUnavailable("the log of " + home + " could not be read: " + failed, failed);
    }
  }
}
