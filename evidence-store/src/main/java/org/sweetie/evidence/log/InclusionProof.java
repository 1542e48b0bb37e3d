package org.sweetie.evidence.log;

import java.util.List;

/**
 * That a leaf is in a tree (RFC 9162, 2.1.3). All hashes are 32 bytes; {@code proof} goes from the
 * leaf's sibling up.
 */
public record InclusionProof(
    long leafIdx, long treeSize, byte[] root, byte[] leafHash, List<byte[]> proof) {
  public InclusionProof {
    proof = List.copyOf(proof);
  }

  /**
   * One line of JSON with the keys of transparency-dev/merkle's test vectors: {@code leafIdx},
   * {@code treeSize}, {@code root}, {@code leafHash}, {@code proof}; hashes in base64.
   */
  public String toJson() {
    return "{\"leafIdx\":"
        + leafIdx
        + ",\"treeSize\":"
        + treeSize
        + ",\"root\":"
        + Hashes.quoted(root)
        + ",\"leafHash\":"
        + Hashes.quoted(leafHash)
        + ",\"proof\":"
        + Hashes.quoted(proof)
        + "}";
  }
}
