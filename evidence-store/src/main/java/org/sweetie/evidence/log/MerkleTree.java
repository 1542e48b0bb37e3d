package org.sweetie.evidence.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, in memory: the hashes of all complete subtrees, 64
 * bytes a leaf in all, so that every root and proof takes O(log n) hashes. Not safe for several
 * threads.
 */
final class MerkleTree {
  private static final int CHUNK = 1 << 12;

  /** One level: hash i stands for the leaves [i * 2^level, (i + 1) * 2^level). */
  private static final class Level {
    private final List<byte[]> chunks = new ArrayList<>();
    private long size;

    void add(byte[] hash) {
      int at = (int) (size % CHUNK);
      if (at == 0) {
        chunks.add(new byte[CHUNK * Hashes.LENGTH]);
      }
      byte[] chunk = chunks.get(chunks.size() - 1);
      System.arraycopy(hash, 0, chunk, at * Hashes.LENGTH, Hashes.LENGTH);
      size++;
    }

    byte[] get(long index) {
      int from = (int) (index % CHUNK) * Hashes.LENGTH;
      return Arrays.copyOfRange(chunks.get((int) (index / CHUNK)), from, from + Hashes.LENGTH);
    }
  }

  private final List<Level> levels = new ArrayList<>();

  long size() {
    return levels.isEmpty() ? 0 : levels.get(0).size;
  }

  void add(byte[] leafHash) {
    byte[] hash = leafHash;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new Level());
      }
      Level here = levels.get(level);
      here.add(hash);
      if (here.size % 2 == 1) {
        return;
      }
      hash = Hashes.node(here.get(here.size - 2), hash);
    }
  }

  byte[] leaf(long index) {
    return levels.get(0).get(index);
  }

  /** MTH of the first {@code size} leaves. */
  byte[] root(long size) {
    return size == 0 ? Hashes.empty() : hash(0, size);
  }

  /** MTH(D[from:to]), where {@code from} is a multiple of the next power of two of the width. */
  private byte[] hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return levels.get(level).get(from >> level);
    }
    long split = from + Long.highestOneBit(width);
    return Hashes.node(hash(from, split), hash(split, to));
  }

  /** PATH(index, D[0:size]): 2.1.3.1, from the leaf's sibling up. */
  List<byte[]> inclusion(long index, long size) {
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long to, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long split = from + Long.highestOneBit(to - from - 1);
    if (index < split) {
      path(index, from, split, path);
      path.add(hash(split, to));
    } else {
      path(index, split, to, path);
      path.add(hash(from, split));
    }
  }

  /** PROOF(size1, D[0:size2]): 2.1.4.1. */
  List<byte[]> consistency(long size1, long size2) {
    List<byte[]> path = new ArrayList<>();
    if (size1 > 0 && size1 < size2) {
      subproof(size1, 0, size2, true, path);
    }
    return path;
  }

  private void subproof(long m, long from, long to, boolean whole, List<byte[]> path) {
    if (m == to) {
      if (!whole) {
        path.add(hash(from, to));
      }
      return;
    }
    long split = from + Long.highestOneBit(to - from - 1);
    if (m <= split) {
      subproof(m, from, split, whole, path);
      path.add(hash(split, to));
    } else {
      subproof(m, split, to, false, path);
      path.add(hash(from, split));
    }
  }
}
