package org.sweetie.evidence.handover;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.evidence.crypt.LeafKey;
import org.sweetie.evidence.crypt.SealedRecord;
import org.sweetie.evidence.log.ProvableLog;
import org.sweetie.evidence.log.SignedCheckpoint;
import org.sweetie.evidence.verify.PackageFiles;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log's part of a package: the sealed records, each with its proof, and beside them the key of
 * each record alone. A key handed over opens that record and no other.
 */
final class LogExtract {
  private LogExtract() {}

  /** Puts entries, keys and checkpoint into the payload. */
  static void put(ProvableLog log, List<Stored> entries, SortedMap<String, byte[]> payload) {
    SignedCheckpoint checkpoint = log.checkpoint();
    StringBuilder records = new StringBuilder();
    StringBuilder keys = new StringBuilder();
    for (Stored stored : entries) {
      records.append(JsonFiles.line(record(log, stored.index(), checkpoint.size()))).append('\n');
      keys.append(JsonFiles.line(key(log, stored.index()))).append('\n');
    }
    payload.put(PackageFiles.CHECKPOINT, checkpoint.note().getBytes(StandardCharsets.UTF_8));
    payload.put(PackageFiles.ENTRIES, records.toString().getBytes(StandardCharsets.UTF_8));
    payload.put(PackageFiles.KEYS, keys.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode record(ProvableLog log, long index, long size) {
    SealedRecord sealed = log.sealed(index);
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("index", index);
    line.put("leaf", base64(sealed.leaf()));
    if (sealed.isDetached()) {
      line.put("body", base64(sealed.body()));
    }
    ArrayNode proof = line.putArray("proof");
    log.inclusion(index, size).proof().forEach(hash -> proof.add(base64(hash)));
    return line;
  }

  private static ObjectNode key(ProvableLog log, long index) {
    LeafKey key =
        log.leafKey(index)
            .orElseThrow(
                () ->
                    new HandoverRefused(
                        "the key of entry "
                            + index
                            + " was erased while the case was handed over"));
    return JsonNodeFactory.instance
        .objectNode()
        .put("index", index)
        .put("key", base64(key.bytes()));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
