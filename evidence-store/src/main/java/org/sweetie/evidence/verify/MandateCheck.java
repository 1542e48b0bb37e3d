package org.sweetie.evidence.verify;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Every turn of the persona went out under a live mandate of a trusted authority (CONDUCT B7, B12).
 */
final class MandateCheck {
  private MandateCheck() {}

  private record Mandate(Instant start, Instant expiry, List<String> spaces) {
    boolean holds(Instant at) {
      return !at.isBefore(start) && at.isBefore(expiry);
    }
  }

  static String hold(CaseRecord record, Trust trust) {
    Map<String, List<Mandate>> mandates = new HashMap<>();
    for (OpenedEntry entry : record.of("mandate")) {
      mandates
          .computeIfAbsent(entry.text("id"), id -> new ArrayList<>())
          .add(read(entry, record, trust));
    }
    int replies = 0;
    for (Map.Entry<String, List<OpenedEntry>> each : record.byConversation().entrySet()) {
      String space = "";
      for (OpenedEntry entry : each.getValue()) {
        if (entry.is("messageReceived")) {
          space = Json.text(child(entry, "source"), "space", "entry " + entry.index());
        } else if (entry.is("reply") && !entry.text("replyKind").equals("organisation")) {
          live(entry, mandates.getOrDefault(entry.text("mandateId"), List.of()), space);
          replies++;
        }
      }
    }
    return replies + " replies, each under a live mandate of a trusted authority";
  }

  private static Mandate read(OpenedEntry entry, CaseRecord record, Trust trust) {
    String what = "the mandate " + entry.text("id");
    String authority = entry.text("authorityKey");
    if (!trust.authorities().contains(authority)) {
      throw new Fault(what + " is signed by an authority that TRUST.json does not name");
    }
    byte[] document = entry.bytes("document");
    byte[] key = Base64Strict.decode(authority, "the key of " + what);
    Ed25519.verify(key, document, entry.bytes("signature"), what);
    JsonNode said = Json.object(document, what);
    if (!Json.text(said, "id", what).equals(entry.text("id"))) {
      throw new Fault(what + " is filed under another id than it bears");
    }
    if (Json.flag(said, "demo", what) != record.demo()) {
      throw new Fault(what + " and the case differ on whether this is a demo");
    }
    return new Mandate(
        time(said, "start", what), time(said, "expiry", what), Json.texts(said, "spaces", what));
  }

  private static void live(OpenedEntry reply, List<Mandate> mandates, String space) {
    String what = "entry " + reply.index() + ", a reply,";
    if (mandates.isEmpty()) {
      throw new Fault(
          what + " cites the mandate " + reply.text("mandateId") + ", which is not here");
    }
    Instant at = time(reply.node(), "at", what);
    boolean inTime = mandates.stream().anyMatch(each -> each.holds(at));
    boolean inPlace =
        mandates.stream().anyMatch(each -> each.holds(at) && each.spaces().contains(space));
    if (!inTime) {
      throw new Fault(what + " went out at " + at + ", outside the time of its mandate");
    }
    if (!inPlace) {
      throw new Fault(
          what + " went out in the space " + space + ", which its mandate does not name");
    }
  }

  private static JsonNode child(OpenedEntry entry, String field) {
    JsonNode child = entry.node().get(field);
    if (child == null || !child.isObject()) {
      throw new Fault("entry " + entry.index() + " has no '" + field + "'");
    }
    return child;
  }

  private static Instant time(JsonNode node, String field, String what) {
    String text = Json.text(node, field, what);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new Fault(what + " has a '" + field + "' that is no time: " + text, malformed);
    }
  }
}
