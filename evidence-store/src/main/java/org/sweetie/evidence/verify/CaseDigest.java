package org.sweetie.evidence.verify;

import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One hash over everything a case hands over, so that an approval is for exactly that.
 *
 * <p>SHA-256 over canonical JSON: the case, each conversation with the index and leaf hash of each
 * of its entries in order, and what is withheld and why.
 */
public final class CaseDigest {
  private CaseDigest() {}

  /** An entry by its place in the log and its RFC 9162 leaf hash in hex. */
  public record Leaf(long index, String hash) {}

  /** A conversation with all its entries, in order. */
  public record Conversation(String id, List<Leaf> entries) {
    public Conversation {
      entries = List.copyOf(entries);
    }
  }

  /** A conversation of the case that is not handed over. */
  public record Withheld(String conversation, String reason) {}

  /** The digest, 64 lower-case hex digits. */
  public static String of(
      String caseId, List<Conversation> conversations, List<Withheld> withheld) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("case", caseId);
    ArrayNode all = root.putArray("conversations");
    for (Conversation conversation : conversations) {
      ArrayNode entries = all.addObject().put("id", conversation.id()).putArray("entries");
      conversation.entries().forEach(e -> entries.addArray().add(e.index()).add(e.hash()));
    }
    ArrayNode left = root.putArray("withheld");
    withheld.forEach(
        w -> left.addObject().put("conversation", w.conversation()).put("reason", w.reason()));
    return HexFormat.of().formatHex(Hashes.sha256(CanonicalJson.of(root)));
  }
}
