package org.sweetie.evidence.log;

import java.util.Optional;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.evidence.crypt.LeafKey;
import org.sweetie.evidence.crypt.SealedRecord;

/** An evidence log that can prove what it holds to a stranger. */
public interface ProvableLog extends EvidenceLog, AutoCloseable {
  /**
   * The record at {@code index} as it is stored and hashed.
   *
   * @throws IndexOutOfBoundsException for an index not in the log
   */
  SealedRecord sealed(long index);

  /** The key that opens the record at {@code index} and no other; empty where it was erased. */
  Optional<LeafKey> leafKey(long index);

  /**
   * Proves that the record at {@code index} is in the tree of the first {@code size} records (RFC
   * 9162, 2.1.3).
   *
   * @throws IndexOutOfBoundsException unless 0 <= index < size <= {@link #size()}
   */
  InclusionProof inclusion(long index, long size);

  /**
   * Proves that the tree of {@code size1} records begins the tree of {@code size2} (RFC 9162,
   * 2.1.4).
   *
   * @throws IndexOutOfBoundsException unless 0 < size1 <= size2 <= {@link #size()}
   */
  ConsistencyProof consistency(long size1, long size2);

  /** The root hash of the first {@code size} records, 32 bytes; of the empty tree for 0. */
  byte[] root(long size);

  /**
   * The log's word on its present size: the writer signs one for all it holds, a reader shows the
   * newest the writer left, whose size may be smaller than {@link #size()}.
   *
   * @throws org.sweetie.engine.evidence.LogUnavailable when it could not be made durable, or a
   *     reader finds none
   */
  SignedCheckpoint checkpoint();

  /** The public key checkpoints are signed with. */
  VerifierKey verifierKey();

  @Override
  void close();
}
