package org.sweetie.evidence.handover;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.AgeStatement;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateFormat;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversations of a case for reading: facts apart from assessments (CONDUCT C3), masked on
 * sight with the original bytes beside (CONDUCT A2), the persona's lines marked as synthetic
 * (CONDUCT A6).
 */
final class Transcript {
  private static final String SYNTHETIC =
      "The lines marked as synthetic were sent by a computer persona from reviewed scripts. No child took"
          + " part in their making, and no child wrote them.";
  private static final Pattern AGE = Pattern.compile("(?m)^age:\\s*\"?(\\d{1,2})\"?\\s*$");
  private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*\"?([^\"\\r\\n#]+?)\"?\\s*$");

  private final Shown shown;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final Map<String, Integer> ages = new HashMap<>();

  private Transcript(Shown shown) {
    this.shown = shown;
  }

  /** The head of a transcript: what the case is, and who let it go. */
  static Transcript of(CaseFile file, ObjectNode about, boolean demo, Shown shown) {
    Transcript transcript = new Transcript(shown);
    ObjectNode root = transcript.root;
    root.put("format", "sweetie-transcript-1").put("synthetic", SYNTHETIC).put("demo", demo);
    root.set("case", about);
    ArrayNode withheld = root.putArray("withheld");
    file.withheld()
        .forEach(
            each ->
                withheld
                    .addObject()
                    .put("conversation", shown.asIs(each.conversation()))
                    .put("reason", each.reason()));
    return transcript;
  }

  Transcript approvals(List<Stored> approvals) {
    ArrayNode all = root.putArray("approvals");
    for (Stored stored : approvals) {
      Entry.Approval approval = (Entry.Approval) stored.entry();
      all.addObject()
          .put("index", stored.index())
          .put("by", shown.asIs(approval.by()))
          .put("at", approval.at().toString());
    }
    return this;
  }

  Transcript house(List<Stored> house, MandateFormat format) {
    ArrayNode mandates = root.putArray("mandates");
    ArrayNode personas = root.putArray("personas");
    for (Stored stored : house) {
      if (stored.entry() instanceof Entry.Mandate mandate) {
        mandate(mandates.addObject().put("index", stored.index()), format.read(mandate.document()));
      } else if (stored.entry() instanceof Entry.PersonaLoaded persona) {
        persona(personas.addObject().put("index", stored.index()), persona);
      }
    }
    return this;
  }

  private void mandate(ObjectNode out, Mandate mandate) {
    out.put("id", shown.asIs(mandate.id())).put("issuer", shown.asIs(mandate.issuer()));
    out.put("legalBasis", shown.asIs(mandate.legalBasis()));
    out.put("controller", shown.asIs(mandate.controller()));
    out.put("dataProtectionBasis", shown.asIs(mandate.dataProtectionBasis()));
    out.put("disclosureExemption", shown.asIs(mandate.disclosureExemption()));
    mandate.spaces().forEach(out.putArray("spaces")::add);
    out.put("suspicion", shown.asIs(mandate.suspicion())).put("scope", shown.asIs(mandate.scope()));
    out.put("start", String.valueOf(mandate.start()))
        .put("expiry", String.valueOf(mandate.expiry()));
    out.put("mode", mandate.mode().name().toLowerCase(java.util.Locale.ROOT));
    out.put("reportingRoute", shown.asIs(mandate.reportingRoute()));
    mandate.recipients().forEach(out.putArray("recipients")::add);
  }

  private void persona(ObjectNode out, Entry.PersonaLoaded persona) {
    String sheet = persona.files().getOrDefault("persona.yaml", "");
    Matcher age = AGE.matcher(sheet);
    Matcher name = NAME.matcher(sheet);
    out.put("hash", persona.hash());
    out.put("name", name.find() ? shown.asIs(name.group(1)) : "");
    if (age.find()) {
      ages.put(persona.hash(), Integer.valueOf(age.group(1)));
      out.put("age", Integer.valueOf(age.group(1)));
    }
  }

  Transcript conversations(Map<String, List<Stored>> conversations) {
    ArrayNode summary = root.putArray("summary");
    ArrayNode all = root.putArray("conversations");
    conversations.forEach(
        (id, entries) -> {
          ObjectNode told = all.addObject();
          conversation(told, id, entries);
          summary(summary.addObject(), told);
        });
    return this;
  }

  ObjectNode with(ObjectNode limits) {
    root.set("limits", limits);
    return root;
  }

  private void conversation(ObjectNode out, String id, List<Stored> entries) {
    out.put("id", shown.asIs(id));
    Source source = source(entries);
    out.put("channel", source == null ? "" : shown.asIs(source.channel()));
    out.put("space", source == null ? "" : shown.asIs(source.space()));
    out.put("account", source == null ? "" : shown.asIs(source.account()));
    facts(out.putObject("facts"), entries);
    assessments(out.putObject("assessments"), entries);
  }

  /**
   * What a reader asks first of a conversation: who began, was the age said, who let replies go.
   */
  private static void summary(ObjectNode out, ObjectNode conversation) {
    JsonNode facts = conversation.path("facts");
    SortedMap<String, Integer> released = new TreeMap<>();
    for (JsonNode turn : facts.path("turns")) {
      if (turn.has("release")) {
        released.merge(turn.path("release").asString(""), 1, Integer::sum);
      }
    }
    JsonNode disclosed = facts.path("ageDisclosure");
    out.put("conversation", conversation.path("id").asString(""));
    out.put("wroteFirst", facts.path("firstSpeaker").asString(""));
    out.put(
        "ageStatedInTurn", disclosed.isObject() ? disclosed.path("number").asString("") : "never");
    out.put("turns", facts.path("turns").size());
    out.put("replies", released.values().stream().mapToInt(Integer::intValue).sum());
    ArrayNode by = out.putArray("released");
    released.forEach((who, count) -> by.add(count + " " + who));
  }

  private static @Nullable Source source(List<Stored> entries) {
    return entries.stream()
        .filter(each -> each.entry() instanceof Entry.MessageReceived)
        .map(each -> ((Entry.MessageReceived) each.entry()).source())
        .findFirst()
        .orElse(null);
  }

  private void facts(ObjectNode facts, List<Stored> entries) {
    ArrayNode turns = JsonNodeFactory.instance.arrayNode();
    for (Stored stored : entries) {
      if (stored.entry() instanceof Entry.MessageReceived message) {
        received(turns.addObject().put("index", stored.index()), message);
      } else if (stored.entry() instanceof Entry.Reply reply) {
        sent(turns.addObject().put("index", stored.index()), reply);
      }
    }
    facts.put("firstSpeaker", turns.isEmpty() ? "" : turns.get(0).path("from").asString(""));
    disclosure(facts, entries);
    facts.set("turns", turns);
    each(
        facts,
        "gaps",
        entries,
        Entry.Gap.class,
        (out, gap) -> out.put("at", gap.at().toString()).put("reason", shown.asIs(gap.reason())));
    each(
        facts,
        "media",
        entries,
        Entry.MediaDropped.class,
        (out, media) ->
            out.put("at", media.receivedAt().toString())
                .put("declaredType", shown.asIs(media.declaredType()))
                .put("declaredSize", media.declaredSize()));
    each(
        facts,
        "notSent",
        entries,
        Entry.NotSent.class,
        (out, not) ->
            out.put("at", not.at().toString())
                .put("answers", not.answers())
                .put("rule", not.rule())
                .put("reason", shown.asIs(not.reason())));
  }

  private void received(ObjectNode out, Entry.MessageReceived message) {
    out.put("number", message.number()).put("at", message.at().toString());
    out.put("receivedAt", message.receivedAt().toString()).put("from", "counterpart");
    out.put("synthetic", false).put("text", shown.said(message.original().text()));
    original(out, message.original());
  }

  private void sent(ObjectNode out, Entry.Reply reply) {
    boolean organisation = reply.kind().equals("organisation");
    out.put("number", reply.number()).put("at", reply.at().toString());
    out.put("from", organisation ? "organisation" : "persona").put("synthetic", !organisation);
    out.put("text", shown.said(reply.text()));
    original(out, TextBytes.of(reply.text()));
    out.put("answers", reply.answers()).put("kind", reply.kind()).put("rule", reply.rule());
    out.put("mandate", reply.mandateId());
    if (reply.releasedBy() == null) {
      out.put("release", "without a person, as the mandate allows");
    } else {
      out.put("releasedBy", reply.releasedBy()).put("release", "by " + reply.releasedBy());
    }
  }

  private static void original(ObjectNode out, TextBytes text) {
    out.putObject("original")
        .put("encoding", text.encoding())
        .put("base64", Base64.getEncoder().encodeToString(text.bytes()));
  }

  /** The first reply that states the persona's age (CONDUCT B3); null where none does. */
  private void disclosure(ObjectNode facts, List<Stored> entries) {
    Integer age = null;
    for (Stored stored : entries) {
      if (stored.entry() instanceof Entry.Candidates candidates) {
        age = ages.getOrDefault(candidates.personaHash(), age);
      } else if (age != null
          && stored.entry() instanceof Entry.Reply reply
          && !reply.kind().equals("organisation")
          && AgeStatement.states(reply.text(), age)) {
        facts
            .putObject("ageDisclosure")
            .put("number", reply.number())
            .put("at", reply.at().toString());
        return;
      }
    }
    facts.putNull("ageDisclosure");
  }

  private void assessments(ObjectNode out, List<Stored> entries) {
    each(out, "findings", entries, Entry.Findings.class, this::findings);
    each(
        out,
        "states",
        entries,
        Entry.StateChanged.class,
        (state, change) ->
            state
                .put("at", change.at().toString())
                .put("from", change.from())
                .put("to", change.to())
                .put("by", shown.asIs(change.by()))
                .put("reason", shown.asIs(change.reason())));
    each(
        out,
        "rulings",
        entries,
        Entry.Ruling.class,
        (each, ruling) ->
            each.put("at", ruling.at().toString())
                .put("by", shown.asIs(ruling.by()))
                .put("finding", shown.asIs(ruling.finding()))
                .put("reason", shown.asIs(ruling.reason())));
  }

  private void findings(ObjectNode out, Entry.Findings found) {
    out.put("at", found.at().toString()).put("number", found.number()).put("risk", found.risk());
    out.put("flagged", found.flagged())
        .put("language", found.language())
        .put("model", found.model());
    ArrayNode indicators = out.putArray("indicators");
    found
        .indicators()
        .forEach(
            i ->
                indicators
                    .addObject()
                    .put("name", i.name().wire())
                    .put("score", i.score())
                    .put("start", i.start())
                    .put("end", i.end()));
    ArrayNode identifiers = out.putArray("identifiers");
    found
        .identifiers()
        .forEach(
            i ->
                identifiers
                    .addObject()
                    .put("type", i.type().wire())
                    .put("claimed", shown.asIs(i.normalized()))
                    .put("score", i.score())
                    .put("start", i.start())
                    .put("end", i.end()));
  }

  private static <E extends Entry> void each(
      ObjectNode out,
      String list,
      List<Stored> entries,
      Class<E> kind,
      BiConsumer<ObjectNode, E> fill) {
    ArrayNode all = out.putArray(list);
    for (Stored stored : entries) {
      if (kind.isInstance(stored.entry())) {
        fill.accept(all.addObject().put("index", stored.index()), kind.cast(stored.entry()));
      }
    }
  }
}
