package org.sweetie.evidence.verify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The transcript says what the log entries say: every turn, word for word, and none besides. */
final class TranscriptCheck {
  private TranscriptCheck() {}

  static String facts(JsonNode transcript, CaseRecord record) {
    String what = PackageFiles.TRANSCRIPT;
    List<JsonNode> conversations = Json.list(transcript, "conversations", what);
    Map<String, List<OpenedEntry>> entries = record.byConversation();
    List<String> ids = conversations.stream().map(each -> Json.text(each, "id", what)).toList();
    names(ids, List.copyOf(entries.keySet()), "conversations");
    head(transcript, record);
    int turns = 0;
    int at = 0;
    for (List<OpenedEntry> of : entries.values()) {
      turns += turns(conversations.get(at++), of);
    }
    return turns + " turns are as the log has them";
  }

  private static void head(JsonNode transcript, CaseRecord record) {
    String what = PackageFiles.TRANSCRIPT;
    if (Json.text(transcript, "synthetic", what).isBlank()) {
      throw new Fault(what + " does not say what of it is synthetic");
    }
    equal(Json.flag(transcript, "demo", what), record.demo(), "demo", what);
    named(transcript, "approvals", record.of("approval"));
    named(transcript, "mandates", record.of("mandate"));
    named(transcript, "personas", record.of("personaLoaded"));
    List<String> withheld =
        Json.list(transcript, "withheld", what).stream()
            .map(each -> Json.text(each, "conversation", what))
            .toList();
    List<String> declared =
        record.withheld().stream().map(CaseDigest.Withheld::conversation).toList();
    names(withheld, declared, "withheld");
  }

  /** Names as told and as held, in one order; a masked name stands for any. */
  private static void names(List<String> told, List<String> held, String list) {
    boolean same = told.size() == held.size();
    for (int i = 0; same && i < held.size(); i++) {
      boolean masked = told.get(i).contains("<explicit>") || told.get(i).contains("\uFFFD");
      same = masked || told.get(i).equals(held.get(i));
    }
    if (!same) {
      throw new Fault(
          PackageFiles.TRANSCRIPT + " names as " + list + " " + told + ", expected " + held);
    }
  }

  /** A list of the transcript names, by index, exactly these entries. */
  private static void named(JsonNode part, String list, List<OpenedEntry> entries) {
    String what = PackageFiles.TRANSCRIPT;
    Set<Long> told = new TreeSet<>();
    Json.list(part, list, what).forEach(each -> told.add(Json.number(each, "index", what)));
    Set<Long> held = new TreeSet<>(entries.stream().map(OpenedEntry::index).toList());
    equal(told, held, list, what);
  }

  private static int turns(JsonNode conversation, List<OpenedEntry> entries) {
    String what = PackageFiles.TRANSCRIPT;
    JsonNode facts = conversation.get("facts");
    if (facts == null) {
      throw new Fault(what + " has a conversation without facts");
    }
    List<JsonNode> turns = Json.list(facts, "turns", what);
    List<OpenedEntry> said =
        entries.stream().filter(e -> e.is("messageReceived") || e.is("reply")).toList();
    if (turns.size() != said.size()) {
      throw new Fault(what + " has " + turns.size() + " turns where the log has " + said.size());
    }
    for (int i = 0; i < turns.size(); i++) {
      turn(turns.get(i), said.get(i));
    }
    named(facts, "gaps", of(entries, "gap"));
    named(facts, "media", of(entries, "mediaDropped"));
    named(facts, "notSent", of(entries, "notSent"));
    JsonNode assessments = conversation.path("assessments");
    named(assessments, "findings", of(entries, "findings"));
    named(assessments, "rulings", of(entries, "ruling"));
    named(assessments, "states", of(entries, "stateChanged"));
    return turns.size();
  }

  private static List<OpenedEntry> of(List<OpenedEntry> entries, String kind) {
    return entries.stream().filter(entry -> entry.is(kind)).toList();
  }

  private static void turn(JsonNode turn, OpenedEntry entry) {
    String what = "the turn of entry " + entry.index() + " in " + PackageFiles.TRANSCRIPT;
    boolean reply = entry.is("reply");
    String from =
        reply
            ? (entry.text("replyKind").equals("organisation") ? "organisation" : "persona")
            : "counterpart";
    equal(Json.number(turn, "index", what), entry.index(), "index", what);
    equal(Json.number(turn, "number", what), entry.number("number"), "number", what);
    equal(Json.text(turn, "from", what), from, "from", what);
    equal(Json.text(turn, "at", what), entry.text("at"), "at", what);
    equal(Json.flag(turn, "synthetic", what), from.equals("persona"), "synthetic", what);
    JsonNode original = turn.path("original");
    Original expected = reply ? Original.of(entry.text("text")) : Original.of(entry);
    equal(Json.text(original, "encoding", what), expected.encoding(), "encoding", what);
    equal(Json.text(original, "base64", what), expected.base64(), "original", what);
    equal(
        turn.path("releasedBy").asString(""),
        entry.node().path("releasedBy").asString(""),
        "releasedBy",
        what);
  }

  private static void equal(Object told, Object held, String field, String what) {
    if (!told.equals(held)) {
      throw new Fault(what + " has '" + field + "' " + told + ", and the log has " + held);
    }
  }

  /**
   * A text's bytes as the transcript carries them: UTF-8, or UTF-16BE where it has lone surrogates.
   */
  private record Original(String encoding, String base64) {
    static Original of(OpenedEntry message) {
      String what = "entry " + message.index();
      JsonNode original = message.node().path("original");
      return new Original(
          Json.text(original, "encoding", what), Json.text(original, "bytes", what));
    }

    static Original of(String text) {
      try {
        ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return new Original("utf-8", base64(Arrays.copyOf(utf8.array(), utf8.limit())));
      } catch (CharacterCodingException loneSurrogate) {
        ByteBuffer units = ByteBuffer.allocate(2 * text.length());
        units.asCharBuffer().put(text);
        return new Original("utf-16be", base64(units.array()));
      }
    }

    private static String base64(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
