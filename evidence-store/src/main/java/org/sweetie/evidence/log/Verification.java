package org.sweetie.evidence.log;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What reading the whole log again came to.
 *
 * @param size records found
 * @param root the root hash over them, 32 bytes
 * @param faults what is wrong, each with its place; empty for a log that is whole
 */
public record Verification(long size, byte[] root, List<String> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  /** Hashes every record on disk again and holds the tree against every signed checkpoint. */
  public static Verification of(Home home) {
    return new Verifying(home).run();
  }

  /** Whether nothing is wrong. */
  public boolean ok() {
    return faults.isEmpty();
  }

  /** One line: {@code {"size":N,"root":"hex","ok":true}}, with {@code faults} where there are. */
  public String toJson() {
    String named =
        faults.stream().map(Verification::quoted).collect(Collectors.joining(",", "[", "]"));
    return "{\"size\":"
        + size
        + ",\"root\":\""
        + HexFormat.of().formatHex(root)
        + "\",\"ok\":"
        + ok()
        + (ok() ? "" : ",\"faults\":" + named)
        + "}";
  }

  private static String quoted(String text) {
    return CanonicalJson.text(tools.jackson.databind.node.StringNode.valueOf(text));
  }
}
