package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The log's part of a package: sealed records, proved to be in the log, and opened with their keys.
 */
final class LogProofs {
  private LogProofs() {}

  /**
   * A record as the package carries it.
   *
   * @param body the ciphertext beside a detached leaf; empty for others
   */
  record Sealed(long index, byte[] leaf, byte[] body, List<byte[]> proof) {}

  /** Reads the records: one a line, ascending. */
  static List<Sealed> entries(byte[] file) {
    List<Sealed> entries = new ArrayList<>();
    long last = -1;
    for (String line : lines(file, PackageFiles.ENTRIES)) {
      String what = "line " + (entries.size() + 1) + " of " + PackageFiles.ENTRIES;
      JsonNode node = Json.object(line.getBytes(StandardCharsets.UTF_8), what);
      long index = Json.number(node, "index", what);
      if (index <= last) {
        throw new Fault(what + " is entry " + index + " and stands behind entry " + last);
      }
      last = index;
      List<byte[]> proof =
          Json.texts(node, "proof", what).stream()
              .map(hash -> Base64Strict.decode(hash, "the proof in " + what))
              .toList();
      byte[] body = node.has("body") ? Json.bytes(node, "body", what) : new byte[0];
      entries.add(new Sealed(index, Json.bytes(node, "leaf", what), body, proof));
    }
    return entries;
  }

  /** Holds every record's inclusion proof against the checkpoint. */
  static String included(List<Sealed> entries, Checkpoint checkpoint) {
    for (Sealed entry : entries) {
      byte[] hash = MerkleProof.leafHash(entry.leaf());
      MerkleProof.inclusion(
          entry.index(), checkpoint.size(), hash, entry.proof(), checkpoint.root());
    }
    return entries.size() + " records are in the log of " + checkpoint.size();
  }

  /** Opens every record; keys and records must be of the same indexes. */
  static List<OpenedEntry> open(List<Sealed> entries, byte[] keyFile) {
    SortedMap<Long, byte[]> keys = keys(keyFile);
    List<OpenedEntry> opened = new ArrayList<>();
    for (Sealed entry : entries) {
      byte[] key = keys.remove(entry.index());
      if (key == null) {
        throw new Fault("entry " + entry.index() + " has no key in " + PackageFiles.KEYS);
      }
      opened.add(open(entry, key));
    }
    if (!keys.isEmpty()) {
      throw new Fault(
          PackageFiles.KEYS + " holds keys of entries the package does not hold: " + keys.keySet());
    }
    return opened;
  }

  private static OpenedEntry open(Sealed entry, byte[] key) {
    String what = "entry " + entry.index();
    byte[] json = SealedLeaf.open(entry.leaf(), entry.body(), key, what);
    String hash = HexFormat.of().formatHex(MerkleProof.leafHash(entry.leaf()));
    OpenedEntry opened = new OpenedEntry(entry.index(), hash, json, Json.object(json, what));
    opened.kind();
    return opened;
  }

  private static SortedMap<Long, byte[]> keys(byte[] file) {
    SortedMap<Long, byte[]> keys = new TreeMap<>();
    for (String line : lines(file, PackageFiles.KEYS)) {
      String what = "a line of " + PackageFiles.KEYS;
      JsonNode node = Json.object(line.getBytes(StandardCharsets.UTF_8), what);
      if (keys.put(Json.number(node, "index", what), Json.bytes(node, "key", what)) != null) {
        throw new Fault(PackageFiles.KEYS + " holds two keys for one entry");
      }
    }
    return keys;
  }

  private static List<String> lines(byte[] file, String what) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw new Fault(what + " is empty or breaks off");
    }
    return List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  /** A file of the payload. */
  static byte[] file(Map<String, byte[]> payload, String name) {
    byte[] content = payload.get(name);
    if (content == null) {
      throw new Fault("the bag holds no data/" + name);
    }
    return content;
  }
}
