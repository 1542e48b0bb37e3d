package org.sweetie.evidence.verify;

import java.util.Arrays;
import java.util.List;

/** Merkle tree proofs as RFC 9162 (Certificate Transparency 2.0) defines them, over SHA-256. */
public final class MerkleProof {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleProof() {}

  /** The hash of a leaf's bytes (section 2.1.1), 32 bytes. */
  public static byte[] leafHash(byte[] leaf) {
    return Hashes.sha256(LEAF, leaf);
  }

  /** The hash of a node over its two children (section 2.1.1), 32 bytes. */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    return Hashes.sha256(NODE, left, right);
  }

  /**
   * Holds an inclusion proof against a root (section 2.1.3.2).
   *
   * @throws Fault saying why it does not prove that the leaf is number {@code index} of {@code
   *     size}
   */
  public static void inclusion(
      long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
    if (index < 0 || size <= 0 || index >= size) {
      throw new Fault("leaf " + index + " cannot be in a tree of " + size);
    }
    wholeHashes(leafHash, proof, root);
    long fn = index;
    long sn = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : proof) {
      if (sn == 0) {
        throw new Fault(
            "the proof of leaf " + index + " is longer than a tree of " + size + " is deep");
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = nodeHash(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        hash = nodeHash(hash, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    if (sn != 0) {
      throw new Fault(
          "the proof of leaf " + index + " is shorter than a tree of " + size + " is deep");
    }
    equal(hash, root, "the proof of leaf " + index + " leads to another root");
  }

  /**
   * Holds a consistency proof against two roots (section 2.1.4.2). Of an empty tree nothing can be
   * proved, so a first size of zero is refused.
   *
   * @throws Fault saying why it does not prove that the first tree is the beginning of the second
   */
  public static void consistency(
      long first, long second, List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
    if (first <= 0 || second < first) {
      throw new Fault(
          "a tree of " + first + " cannot be proved to be the beginning of one of " + second);
    }
    wholeHashes(firstRoot, proof, secondRoot);
    if (first == second) {
      if (!proof.isEmpty()) {
        throw new Fault("two trees of one size need no proof, and one was given");
      }
      equal(firstRoot, secondRoot, "two trees of one size have two roots");
      return;
    }
    climb(first, second, proof, firstRoot, secondRoot);
  }

  private static void climb(
      long first, long second, List<byte[]> proof, byte[] firstRoot, byte[] secondRoot) {
    boolean power = Long.bitCount(first) == 1;
    if (proof.isEmpty()) {
      throw new Fault("the consistency proof is empty");
    }
    int next = power ? 0 : 1;
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>>= 1;
      sn >>>= 1;
    }
    byte[] fr = power ? firstRoot : proof.get(0);
    byte[] sr = fr;
    for (; next < proof.size(); next++) {
      byte[] hash = proof.get(next);
      if (sn == 0) {
        throw new Fault("the consistency proof is longer than its trees are deep");
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = nodeHash(hash, fr);
        sr = nodeHash(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        sr = nodeHash(sr, hash);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    if (sn != 0) {
      throw new Fault("the consistency proof is shorter than its trees are deep");
    }
    equal(fr, firstRoot, "the consistency proof leads to another first root");
    equal(sr, secondRoot, "the consistency proof leads to another second root");
  }

  private static void wholeHashes(byte[] one, List<byte[]> proof, byte[] other) {
    if (one.length != 32
        || other.length != 32
        || proof.stream().anyMatch(hash -> hash.length != 32)) {
      throw new Fault("a hash in the proof is not 32 bytes long");
    }
  }

  private static void equal(byte[] found, byte[] expected, String otherwise) {
    if (!Arrays.equals(found, expected)) {
      throw new Fault(otherwise);
    }
  }
}
