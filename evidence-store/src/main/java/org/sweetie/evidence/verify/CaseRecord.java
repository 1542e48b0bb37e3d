package org.sweetie.evidence.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What case.json says the package is, beside the entries that have to bear it out.
 *
 * @param id the case
 * @param demo whether it comes from a demo home
 * @param conversations those handed over, in the order of the case
 * @param withheld those that are not, and why
 * @param approvals the ids of the two approvals
 * @param recipient SHA-256 of the recipient's certificate
 * @param entries every entry of the package, opened, in log order
 */
record CaseRecord(
    String id,
    boolean demo,
    List<String> conversations,
    List<CaseDigest.Withheld> withheld,
    List<String> approvals,
    String recipient,
    List<OpenedEntry> entries) {
  /** The kinds of house entries a package may hold; everything else belongs to a conversation. */
  private static final Set<String> HOUSE =
      Set.of("caseOpened", "approval", "mandate", "personaLoaded", "operation", "stop", "resume");

  static CaseRecord read(byte[] json, List<OpenedEntry> entries) {
    String what = PackageFiles.CASE;
    JsonNode node = Json.object(json, what);
    if (!Json.text(node, "format", what).equals(PackageFiles.CASE_FORMAT)) {
      throw new Fault(what + " is not of the format " + PackageFiles.CASE_FORMAT);
    }
    List<CaseDigest.Withheld> withheld =
        Json.list(node, "withheld", what).stream()
            .map(
                each ->
                    new CaseDigest.Withheld(
                        Json.text(each, "conversation", what), Json.text(each, "reason", what)))
            .toList();
    CaseRecord record =
        new CaseRecord(
            Json.text(node, "case", what),
            Json.flag(node, "demo", what),
            Json.texts(node, "conversations", what),
            withheld,
            Json.texts(node, "approvals", what),
            Json.text(node, "recipient", what),
            entries);
    String stated = Json.text(node, "caseDigest", what);
    if (!record.digest().equals(stated)) {
      throw new Fault(
          what + " states the digest " + stated + ", and the entries have " + record.digest());
    }
    return record;
  }

  /** Entries of one kind. */
  List<OpenedEntry> of(String kind) {
    return entries.stream().filter(entry -> entry.is(kind)).toList();
  }

  /** Each conversation's entries, in the order of the case. */
  Map<String, List<OpenedEntry>> byConversation() {
    Map<String, List<OpenedEntry>> all = new LinkedHashMap<>();
    conversations.forEach(id -> all.put(id, new ArrayList<>()));
    for (OpenedEntry entry : entries) {
      entry
          .conversation()
          .ifPresent(id -> all.computeIfAbsent(id, x -> new ArrayList<>()).add(entry));
    }
    return all;
  }

  /** The digest over what is really here. */
  String digest() {
    List<CaseDigest.Conversation> leaves = new ArrayList<>();
    byConversation()
        .forEach(
            (id, all) ->
                leaves.add(
                    new CaseDigest.Conversation(
                        id,
                        all.stream()
                            .map(e -> new CaseDigest.Leaf(e.index(), e.leafHash()))
                            .toList())));
    return CaseDigest.of(id, leaves, withheld);
  }

  /** Nothing is here that does not belong to the case, and the case was opened over just this. */
  String scope() {
    for (OpenedEntry entry : entries) {
      boolean belongs =
          entry.conversation().map(conversations::contains).orElse(HOUSE.contains(entry.kind()));
      if (!belongs) {
        throw new Fault(
            "entry " + entry.index() + " (" + entry.kind() + ") does not belong to the case " + id);
      }
    }
    List<OpenedEntry> opened = of("caseOpened");
    if (opened.size() != 1 || !opened.get(0).text("id").equals(id)) {
      throw new Fault("the package does not hold the one entry that opened the case " + id);
    }
    List<String> told = new ArrayList<>(conversations);
    withheld.forEach(each -> told.add(each.conversation()));
    List<String> whole = Json.texts(opened.get(0).node(), "conversations", "the case");
    if (!Set.copyOf(told).equals(Set.copyOf(whole)) || told.size() != Set.copyOf(whole).size()) {
      throw new Fault(
          "the case was opened over " + whole + ", and the package accounts for " + told);
    }
    return conversations.size() + " conversations, " + withheld.size() + " declared as withheld";
  }

  /** Every conversation is whole: its turns count from 1 without a hole, and none is sealed. */
  String whole() {
    int turns = 0;
    for (Map.Entry<String, List<OpenedEntry>> each : byConversation().entrySet()) {
      int expected = 0;
      for (OpenedEntry entry : each.getValue()) {
        if (entry.is("messageReceived") || entry.is("reply")) {
          expected++;
          if (entry.number("number") != expected) {
            throw new Fault(
                "turn " + expected + " of a conversation is missing before entry " + entry.index());
          }
        }
      }
      turns += expected;
    }
    return turns + " turns, none missing";
  }

  /**
   * Every persona that was asked for replies is here, so that they can be replayed (CONDUCT B11).
   */
  String replayable() {
    Set<String> loaded =
        of("personaLoaded").stream().map(each -> each.text("hash")).collect(Collectors.toSet());
    for (OpenedEntry candidates : of("candidates")) {
      String persona = candidates.text("personaHash");
      if (!loaded.contains(persona)) {
        throw new Fault(
            "entry "
                + candidates.index()
                + " cites the persona "
                + persona
                + ", which is not here");
      }
    }
    return loaded.size() + " personas with their files";
  }

  /** No safeguarding record is handed over (CONDUCT B10). */
  String unsealed() {
    for (OpenedEntry change : of("stateChanged")) {
      if (change.text("to").equals("safeguarding")) {
        throw new Fault(
            "entry "
                + change.index()
                + " sealed its conversation for safeguarding: it may not be here");
      }
    }
    return "no conversation here was sealed for safeguarding";
  }
}
