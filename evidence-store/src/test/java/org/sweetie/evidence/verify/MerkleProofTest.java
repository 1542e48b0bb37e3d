package org.sweetie.evidence.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs made here straight from the definitions of RFC 9162, 2.1.3.1 and 2.1.4.1. */
class MerkleProofTest {
  private static final int LARGEST = 40;
  private static final List<byte[]> HASHES = hashes();

  private static List<byte[]> hashes() {
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < LARGEST; i++) {
      hashes.add(MerkleProof.leafHash(new byte[] {(byte) i}));
    }
    return hashes;
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = split(leaves.size());
    return MerkleProof.nodeHash(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  private static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    List<byte[]> path = m < k ? path(m, left) : path(m - k, right);
    path.add(m < k ? root(right) : root(left));
    return path;
  }

  private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean whole) {
    int n = leaves.size();
    if (m == n) {
      return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
    }
    int k = split(n);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, n);
    List<byte[]> proof = m <= k ? subproof(m, left, whole) : subproof(m - k, right, false);
    proof.add(m <= k ? root(right) : root(left));
    return proof;
  }

  @Test
  void everyLeafOfEveryTreeIsProvedAndNoOtherIsByTheSameProof() {
    for (int size = 1; size <= LARGEST; size++) {
      List<byte[]> leaves = HASHES.subList(0, size);
      byte[] root = root(leaves);
      for (int index = 0; index < size; index++) {
        List<byte[]> proof = path(index, leaves);
        MerkleProof.inclusion(index, size, leaves.get(index), proof, root);
        refuseInclusions(index, size, leaves.get(index), proof, root);
      }
    }
  }

  private static void refuseInclusions(
      int index, int size, byte[] leaf, List<byte[]> proof, byte[] root) {
    refused(() -> MerkleProof.inclusion(index + 1, size, leaf, proof, root));
    refused(() -> MerkleProof.inclusion(index - 1, size, leaf, proof, root));
    refused(() -> MerkleProof.inclusion(index, size, flipped(leaf), proof, root));
    refused(() -> MerkleProof.inclusion(index, size, leaf, proof, flipped(root)));
    refused(() -> MerkleProof.inclusion(index, size, leaf, longer(proof), root));
    for (int i = 0; i < proof.size(); i++) {
      List<byte[]> changed = new ArrayList<>(proof);
      changed.set(i, flipped(proof.get(i)));
      refused(() -> MerkleProof.inclusion(index, size, leaf, changed, root));
      List<byte[]> less = new ArrayList<>(proof);
      less.remove(i);
      refused(() -> MerkleProof.inclusion(index, size, leaf, less, root));
    }
  }

  @Test
  void everyBeginningOfEveryTreeIsProvedAndNoOtherIsByTheSameProof() {
    for (int second = 1; second <= LARGEST; second++) {
      List<byte[]> leaves = HASHES.subList(0, second);
      byte[] secondRoot = root(leaves);
      for (int first = 1; first <= second; first++) {
        byte[] firstRoot = root(HASHES.subList(0, first));
        List<byte[]> proof = subproof(first, leaves, true);
        MerkleProof.consistency(first, second, proof, firstRoot, secondRoot);
        refuseConsistencies(first, second, proof, firstRoot, secondRoot);
      }
    }
  }

  private static void refuseConsistencies(
      int first, int second, List<byte[]> proof, byte[] one, byte[] other) {
    refused(() -> MerkleProof.consistency(first, second, proof, flipped(one), other));
    refused(() -> MerkleProof.consistency(first, second, proof, one, flipped(other)));
    refused(() -> MerkleProof.consistency(first, second, longer(proof), one, other));
    for (int i = 0; i < proof.size(); i++) {
      List<byte[]> changed = new ArrayList<>(proof);
      changed.set(i, flipped(proof.get(i)));
      refused(() -> MerkleProof.consistency(first, second, changed, one, other));
      List<byte[]> less = new ArrayList<>(proof);
      less.remove(i);
      refused(() -> MerkleProof.consistency(first, second, less, one, other));
    }
  }

  @Test
  void theEmptyTreeProvesNothing() {
    byte[] empty = Hashes.sha256();
    byte[] root = root(HASHES);

    refused(() -> MerkleProof.consistency(0, 0, List.of(), empty, empty));
    refused(() -> MerkleProof.consistency(0, LARGEST, List.of(), empty, root));
    refused(() -> MerkleProof.inclusion(0, 0, empty, List.of(), empty));
  }

  @Test
  void sizesAndHashesThatCannotBeAreRefused() {
    byte[] leaf = HASHES.get(0);
    byte[] root = root(HASHES);

    refused(() -> MerkleProof.inclusion(-1, 1, leaf, List.of(), leaf));
    refused(() -> MerkleProof.inclusion(0, -1, leaf, List.of(), leaf));
    refused(() -> MerkleProof.inclusion(1, 1, leaf, List.of(), leaf));
    refused(() -> MerkleProof.inclusion(0, 1, new byte[31], List.of(), leaf));
    refused(() -> MerkleProof.inclusion(0, 2, leaf, List.of(new byte[33]), root));
    refused(() -> MerkleProof.consistency(2, 1, List.of(), leaf, root));
    refused(() -> MerkleProof.consistency(-1, 1, List.of(), leaf, root));
    assertThatCode(() -> MerkleProof.inclusion(0, 1, leaf, List.of(), leaf))
        .doesNotThrowAnyException();
  }

  @Test
  void theHashesAreThoseOfTheStandard() {
    // The empty leaf, as every implementation of Certificate Transparency has it.
    org.assertj.core.api.Assertions.assertThat(
            HexFormat.of().formatHex(MerkleProof.leafHash(new byte[0])))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  private static byte[] flipped(byte[] hash) {
    byte[] changed = hash.clone();
    changed[7] ^= 1;
    return changed;
  }

  private static List<byte[]> longer(List<byte[]> proof) {
    List<byte[]> longer = new ArrayList<>(proof);
    longer.add(HASHES.get(0));
    return longer;
  }

  private static void refused(Runnable check) {
    assertThatExceptionOfType(Fault.class).isThrownBy(check::run);
  }
}
