package org.sweetie.evidence.log;

import java.util.List;

/** That a smaller tree begins a larger one (RFC 9162, 2.1.4). All hashes are 32 bytes. */
public record ConsistencyProof(
    long size1, long size2, byte[] root1, byte[] root2, List<byte[]> proof) {
  public ConsistencyProof {
    proof = List.copyOf(proof);
  }

  /**
   * One line of JSON with the keys of transparency-dev/merkle's test vectors: {@code size1}, {@code
   * size2}, {@code root1}, {@code root2}, {@code proof}; hashes in base64.
   */
  public String toJson() {
    return "{\"size1\":"
        + size1
        + ",\"size2\":"
        + size2
        + ",\"root1\":"
        + Hashes.quoted(root1)
        + ",\"root2\":"
        + Hashes.quoted(root2)
        + ",\"proof\":"
        + Hashes.quoted(proof)
        + "}";
  }
}
