package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  /** The leaves and roots that the Certificate Transparency projects test with. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsAreThePublishedOnes() {
    MerkleTree tree = new MerkleTree();
    LEAVES.forEach(leaf -> tree.add(Hashes.leaf(HexFormat.of().parseHex(leaf))));

    for (int size = 0; size < ROOTS.size(); size++) {
      assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(ROOTS.get(size));
    }
  }

  @Test
  void everyRootAndProofOfSmallTreesIsThatOfTheDefinition() {
    List<byte[]> leaves = leaves(70);
    MerkleTree tree = tree(leaves);

    for (int size = 1; size <= leaves.size(); size++) {
      List<byte[]> first = leaves.subList(0, size);
      assertThat(tree.root(size)).isEqualTo(SlowTree.root(first));
      for (int index = 0; index < size; index++) {
        assertThat(tree.inclusion(index, size))
            .containsExactlyElementsOf(SlowTree.path(index, first));
      }
      for (int smaller = 1; smaller <= size; smaller++) {
        assertThat(tree.consistency(smaller, size))
            .containsExactlyElementsOf(SlowTree.proof(smaller, first));
      }
    }
  }

  @Test
  void proofsOfALargerTreeAreThoseOfTheDefinition() {
    List<byte[]> leaves = leaves(9_001);
    MerkleTree tree = tree(leaves);
    Random random = new Random(7);

    for (int i = 0; i < 20; i++) {
      int size = 1 + random.nextInt(leaves.size());
      int index = random.nextInt(size);
      List<byte[]> first = leaves.subList(0, size);
      assertThat(tree.inclusion(index, size))
          .containsExactlyElementsOf(SlowTree.path(index, first));
      assertThat(tree.consistency(index + 1, size))
          .containsExactlyElementsOf(SlowTree.proof(index + 1, first));
    }
  }

  private static MerkleTree tree(List<byte[]> leaves) {
    MerkleTree tree = new MerkleTree();
    leaves.forEach(leaf -> tree.add(Hashes.leaf(leaf)));
    return tree;
  }

  private static List<byte[]> leaves(int count) {
    return IntStream.range(0, count).mapToObj(i -> ("leaf " + i).getBytes()).toList();
  }

  /** RFC 9162, 2.1, word for word and as slow as it reads. */
  static final class SlowTree {
    private SlowTree() {}

    static byte[] root(List<byte[]> d) {
      if (d.isEmpty()) {
        return Hashes.empty();
      }
      if (d.size() == 1) {
        return Hashes.leaf(d.get(0));
      }
      int k = split(d.size());
      return Hashes.node(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    static List<byte[]> path(int m, List<byte[]> d) {
      if (d.size() == 1) {
        return List.of();
      }
      int k = split(d.size());
      List<byte[]> left = d.subList(0, k);
      List<byte[]> right = d.subList(k, d.size());
      return m < k ? plus(path(m, left), root(right)) : plus(path(m - k, right), root(left));
    }

    static List<byte[]> proof(int m, List<byte[]> d) {
      return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
      if (m == d.size()) {
        return b ? List.of() : List.of(root(d));
      }
      int k = split(d.size());
      List<byte[]> left = d.subList(0, k);
      List<byte[]> right = d.subList(k, d.size());
      return m <= k
          ? plus(subproof(m, left, b), root(right))
          : plus(subproof(m - k, right, false), root(left));
    }

    private static int split(int n) {
      int k = 1;
      while (2 * k < n) {
        k *= 2;
      }
      return k;
    }

    private static List<byte[]> plus(List<byte[]> path, byte[] last) {
      List<byte[]> longer = new ArrayList<>(path);
      longer.add(last);
      return longer;
    }
  }
}
