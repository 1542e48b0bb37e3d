package org.sweetie.evidence.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.sweetie.evidence.crypt.KeyId;
import org.sweetie.evidence.crypt.SealedRecord;

/**
 * What is known of every record without opening it: its hash in the tree, its place in the file,
 * the key it is sealed with. A projection of the file. Safe for use by several threads.
 */
final class Leaves {
  /** Where a record stands in the file: the leaf's first byte, then its body's. */
  record Place(long position, int leafLength, int bodyLength) {
    int length() {
      return leafLength + bodyLength;
    }

    SealedRecord record(byte[] bytes) {
      return new SealedRecord(
          Arrays.copyOf(bytes, leafLength), Arrays.copyOfRange(bytes, leafLength, bytes.length));
    }
  }

  private final MerkleTree tree = new MerkleTree();
  private final LongList positions = new LongList();
  private final LongList lengths = new LongList();
  private final Map<KeyId, LongList> byKey = new HashMap<>();

  /** Takes the records of one batch in. */
  synchronized void add(long payloadPosition, byte[] payload) {
    Batch.visit(
        payload,
        (index, offset, leafLength, bodyLength, whole) -> {
          if (index != tree.size()) {
            throw new LogDamaged(
                "record " + index + " stands where record " + tree.size() + " belongs");
          }
          SealedRecord record = record(payload, offset, leafLength, bodyLength, index);
          tree.add(Hashes.leaf(record.leaf()));
          positions.add(payloadPosition + offset);
          lengths.add((long) bodyLength << 32 | leafLength);
          byKey.computeIfAbsent(record.keyId(), key -> new LongList()).add(index);
        });
  }

  private static SealedRecord record(
      byte[] payload, int offset, int leafLength, int bodyLength, long index) {
    try {
      return new SealedRecord(
          Arrays.copyOfRange(payload, offset, offset + leafLength),
          Arrays.copyOfRange(payload, offset + leafLength, offset + leafLength + bodyLength));
    } catch (IllegalArgumentException unknown) {
      throw new LogDamaged("record " + index + " is no sealed record: " + unknown.getMessage());
    }
  }

  synchronized long size() {
    return tree.size();
  }

  synchronized Place place(long index) {
    checkIndex(index, tree.size());
    long length = lengths.get((int) index);
    return new Place(positions.get((int) index), (int) length, (int) (length >> 32));
  }

  synchronized long[] of(KeyId key) {
    LongList indexes = byKey.get(key);
    return indexes == null ? new long[0] : indexes.toArray();
  }

  synchronized KeyId[] keys() {
    return byKey.keySet().toArray(new KeyId[0]);
  }

  synchronized byte[] root(long size) {
    if (size < 0 || size > tree.size()) {
      throw new IndexOutOfBoundsException(
          "root of the first " + size + " records: the log has " + tree.size());
    }
    return tree.root(size);
  }

  synchronized String leafHash(long index) {
    return HexFormat.of().formatHex(tree.leaf(index));
  }

  synchronized InclusionProof inclusion(long index, long size) {
    checkIndex(index, size);
    return new InclusionProof(
        index, size, root(size), tree.leaf(index), tree.inclusion(index, size));
  }

  synchronized ConsistencyProof consistency(long size1, long size2) {
    if (size1 <= 0 || size1 > size2) {
      throw new IndexOutOfBoundsException(
          "consistency of sizes " + size1 + " and " + size2 + ": expected 1 <= first <= second");
    }
    return new ConsistencyProof(
        size1, size2, root(size1), root(size2), tree.consistency(size1, size2));
  }

  private static void checkIndex(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "record " + index + ": expected an index from 0 to " + (size - 1));
    }
  }
}
