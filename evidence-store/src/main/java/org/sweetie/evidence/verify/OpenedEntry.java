package org.sweetie.evidence.verify;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A log entry out of a package: proved to be in the log, and opened.
 *
 * @param index where it stands in the log
 * @param leafHash RFC 9162 leaf hash in hex
 * @param json the record's bytes as they were sealed, canonical JSON
 */
public record OpenedEntry(long index, String leafHash, byte[] json, JsonNode node) {
  public OpenedEntry {
    json = json.clone();
  }

  @Override
  public byte[] json() {
    return json.clone();
  }

  /** What kind of entry it is: {@code messageReceived}, {@code reply}. */
  public String kind() {
    return text("kind");
  }

  /** The conversation it belongs to; empty for the house's own. */
  public Optional<String> conversation() {
    return node.has("conversation") ? Optional.of(text("conversation")) : Optional.empty();
  }

  String text(String field) {
    return Json.text(node, field, "entry " + index);
  }

  long number(String field) {
    return Json.number(node, field, "entry " + index);
  }

  byte[] bytes(String field) {
    return Json.bytes(node, field, "entry " + index);
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }
}
