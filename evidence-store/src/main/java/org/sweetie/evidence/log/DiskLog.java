package org.sweetie.evidence.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.crypt.FileKeyVault;
import org.sweetie.evidence.crypt.KeyId;
import org.sweetie.evidence.crypt.KeyVault;
import org.sweetie.evidence.crypt.SealedRecord;
import org.sweetie.evidence.disk.Damaged;
import org.sweetie.evidence.disk.FlushFailed;
import org.sweetie.evidence.disk.FramedFile;

/**
 * The log on local disk, open for writing: one a home. Callers of many threads share one write and
 * one flush.
 *
 * <p>Order of what reaches the disk: a new key, then the batch sealed with it, then, at most {@link
 * LogOptions#checkpointEvery()} later, a checkpoint that covers it. A batch that could not be
 * written is cut off again and the log goes on; after a failed flush nobody knows what the disk
 * holds, so the log takes nothing more until it is opened again.
 */
public final class DiskLog extends StoredLog {
  private static final Logger LOG = LoggerFactory.getLogger(DiskLog.class);

  private final LogOptions options;
  private final HomeLock homeLock;
  private final LogSigner signer;
  private final Checkpoints checkpoints;
  private final Committer committer;
  private final long tornBytes;
  // Appends share it; erasing a key waits for those under way and holds new ones off.
  private final ReentrantReadWriteLock erasing = new ReentrantReadWriteLock();
  private volatile @Nullable String refusal;
  private boolean closed;

  private DiskLog(LogParts parts, LogOptions options, HomeLock homeLock, long tornBytes) {
    super(
        parts.home(), parts.leaves(), parts.frames(), parts.vault(), parts.signer().verifierKey());
    this.options = options;
    this.homeLock = homeLock;
    this.signer = parts.signer();
    this.checkpoints = parts.checkpoints();
    this.tornBytes = tornBytes;
    this.committer = new Committer("evidence-log", new Writing(), options.checkpointEvery());
  }

  /** What an opening put together. */
  private record LogParts(
      Home home,
      Leaves leaves,
      FramedFile frames,
      KeyVault vault,
      LogSigner signer,
      Checkpoints checkpoints) {}

  /**
   * Opens the log of a home, making it where there is none. The remains of an append that a kill or
   * a power cut left unfinished are cut off: nobody was told that it was recorded.
   *
   * @throws HomeInUse when another process writes to the home
   * @throws LogDamaged when the log is not what it signed; nothing is changed then
   * @throws LogUnavailable when the disk does not do its part
   */
  public static DiskLog open(Home home, LogOptions options) {
    HomeLock lock = home.lock();
    try {
      return opened(home, options, lock);
    } catch (RuntimeException | Error failed) {
      lock.close();
      throw failed;
    }
  }

  private static DiskLog opened(Home home, LogOptions options, HomeLock lock) {
    home.subfolder("log");
    home.subfolder("keys");
    if (Files.exists(home.checkpointFile()) && Files.notExists(home.records())) {
      throw new LogDamaged(home.records() + " is gone and was signed: restore it from a copy");
    }
    Leaves leaves = new Leaves();
    FramedFile frames =
        load(home, leaves, each -> FramedFile.open(home.disk(), home.records(), KIND, each));
    try {
      return joined(home, options, lock, leaves, frames);
    } catch (IOException failed) {
      closeAfter(failed, frames);
      throw new LogUnavailable("the log of " + home + " could not be opened: " + failed, failed);
    } catch (RuntimeException failed) {
      closeAfter(failed, frames);
      throw failed;
    }
  }

  /** Checks everything before it changes anything. */
  private static DiskLog joined(
      Home home, LogOptions options, HomeLock lock, Leaves leaves, FramedFile frames)
      throws IOException {
    boolean newLog = Files.notExists(home.checkpointFile()) && leaves.size() == 0;
    LogSigner signer = LogSigner.ofHome(home, newLog, options.random());
    Checkpoints checkpoints = new Checkpoints(home, signer.verifierKey());
    Optional<SignedCheckpoint> signed = checkpoints.newest();
    if (signed.isEmpty() && !newLog) {
      throw new LogDamaged(home.checkpointFile() + " is gone: restore it from a copy");
    }
    signed.ifPresent(checkpoint -> Checkpoints.requireConsistent(checkpoint, leaves));
    KeyVault vault = vault(home, leaves, options, newLog);
    try {
      long torn = frames.tornBytes();
      frames.dropTornTail();
      // From its first moment a log has a checkpoint, so that a missing one is a sign.
      checkpoints.sign(leaves, signer, options.clock().instant(), false);
      LogParts parts = new LogParts(home, leaves, frames, vault, signer, checkpoints);
      return new DiskLog(parts, options, lock, torn).started();
    } catch (IOException | RuntimeException failed) {
      closeAfter(failed, vault);
      throw failed;
    }
  }

  private static void closeAfter(Throwable first, Closeable file) {
    try {
      file.close();
    } catch (IOException also) {
      first.addSuppressed(also);
    }
  }

  private static KeyVault vault(Home home, Leaves leaves, LogOptions options, boolean newLog)
      throws IOException {
    try {
      KeyVault vault = FileKeyVault.open(home.disk(), home.keys(), options.random(), newLog);
      for (KeyId id : leaves.keys()) {
        if (vault.find(id).isEmpty() && !vault.erased(id)) {
          vault.close();
          throw new LogDamaged(lostKey("record " + leaves.of(id)[0], id));
        }
      }
      return vault;
    } catch (Damaged damaged) {
      throw new LogDamaged(String.valueOf(damaged.getMessage()), damaged);
    }
  }

  private DiskLog started() {
    if (tornBytes > 0) {
      LOG.warn(
          "{}: cut off {} bytes of an unfinished append behind record {}",
          home.records(),
          tornBytes,
          leaves.size() - 1);
    }
    committer.start();
    return this;
  }

  /** How many bytes of an unfinished append were cut off when the log was opened. */
  public long tornBytes() {
    return tornBytes;
  }

  @Override
  void refresh() {
    // Whatever is durable went through this object.
  }

  @Override
  public Receipt append(Entry entry) {
    return appendAll(List.of(entry)).get(0);
  }

  /**
   * Appends entries in their order, other callers' perhaps between them, and returns when all are
   * durable: many of them for one flush, where one at a time costs a flush each.
   *
   * @throws LogUnavailable when one could not be made durable; those before it may be in the log
   */
  public List<Receipt> appendAll(List<? extends Entry> entries) {
    erasing.readLock().lock();
    try {
      requireUsable();
      List<Pending> pending = entries.stream().map(each -> new Pending(sealedNow(each))).toList();
      committer.submit(pending);
      return pending.stream().map(Pending::await).toList();
    } finally {
      erasing.readLock().unlock();
    }
  }

  private SealedRecord sealedNow(Entry entry) {
    ConversationId conversation = entry.conversation();
    String owner = conversation == null ? KeyVault.HOUSE : conversation.value();
    byte[] json = codec.encode(entry);
    return SealedRecord.seal(vault.keyFor(owner), json, options.random());
  }

  private void requireUsable() {
    String why = refusal;
    if (why != null) {
      throw new LogUnavailable(why, null);
    }
  }

  /**
   * Destroys the key of a conversation: its entries can never be read again, and every proof stays
   * valid. What is written to the conversation afterwards is under a new key.
   *
   * @return the id of the destroyed key; empty where the conversation has none
   */
  public Optional<KeyId> erase(ConversationId conversation) {
    erasing.writeLock().lock();
    try {
      requireUsable();
      return vault.erase(conversation.value());
    } catch (IOException failed) {
      throw new LogUnavailable(
          "the key of conversation " + conversation + " could not be erased: " + failed, failed);
    } finally {
      erasing.writeLock().unlock();
    }
  }

  @Override
  public SignedCheckpoint checkpoint() {
    requireUsable();
    return signPresent(true);
  }

  private SignedCheckpoint signPresent(boolean keep) {
    try {
      return checkpoints.sign(leaves, signer, options.clock().instant(), keep);
    } catch (IOException failed) {
      throw new LogUnavailable("no checkpoint could be written: " + failed, failed);
    }
  }

  /**
   * Commits what waits, signs a last checkpoint and gives the home free.
   *
   * @throws LogUnavailable when the last checkpoint could not be written; the records are durable
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    committer.close();
    try {
      if (refusal == null) {
        refusal = "the log of " + home + " is closed: open it again";
        signPresent(true);
      }
    } finally {
      closeFiles();
      homeLock.close();
    }
  }

  /** The committer's side of the log. */
  private final class Writing implements Committer.Target {
    @Override
    public void commit(List<Pending> batch) {
      try {
        requireUsable();
        write(batch);
      } catch (LogUnavailable refused) {
        batch.forEach(pending -> pending.fail(refused));
      } catch (IOException failed) {
        LogUnavailable unavailable = unavailable(failed);
        batch.forEach(pending -> pending.fail(unavailable));
        return;
      }
      signWhenDue();
    }

    private void write(List<Pending> batch) throws IOException {
      vault.flush();
      long first = leaves.size();
      byte[] payload = Batch.encode(first, batch.stream().map(Pending::record).toList());
      leaves.add(frames.append(payload), payload);
      for (int i = 0; i < batch.size(); i++) {
        Receipt receipt = new Receipt(first + i, leaves.leafHash(first + i));
        batch.get(i).receipt().complete(receipt);
      }
    }

    private LogUnavailable unavailable(IOException failed) {
      String why = "not recorded, the disk failed: " + failed.getMessage();
      if (failed instanceof FlushFailed) {
        refusal =
            "the log takes nothing more since a flush failed: close it, check the disk, open it";
      }
      try {
        frames.dropTornTail();
      } catch (IOException again) {
        // The next append tries once more before it writes; until then readers meet a torn tail.
        failed.addSuppressed(again);
      }
      // Who asked for it gets the whole story with the exception.
      LOG.error("{}: {}", home.records(), why);
      return new LogUnavailable(why, failed);
    }

    @Override
    public void idle() {
      signWhenDue();
    }

    private void signWhenDue() {
      if (refusal != null || !checkpoints.due(leaves, options)) {
        return;
      }
      try {
        signPresent(false);
      } catch (LogUnavailable failed) {
        LOG.warn("{}: tried again after the next batch", failed.getMessage());
      }
    }
  }
}
