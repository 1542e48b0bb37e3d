package org.sweetie.evidence.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Two people, two keys, for this case as it is and this recipient, and neither of them wrote a
 * ruling of the case (CONDUCT C2).
 */
final class ApprovalCheck {
  private ApprovalCheck() {}

  static String hold(CaseRecord record, Trust trust) {
    List<OpenedEntry> approvals = record.of("approval");
    List<String> ids = approvals.stream().map(each -> each.text("id")).toList();
    if (ids.size() != 2 || !Set.copyOf(ids).equals(Set.copyOf(record.approvals()))) {
      throw new Fault(
          "the package holds the approvals " + ids + ", expected two: " + record.approvals());
    }
    Set<String> keys = new HashSet<>();
    List<String> people = new ArrayList<>();
    for (OpenedEntry approval : approvals) {
      String by = approval.text("by");
      keys.add(signed(approval, by, record, trust));
      people.add(by);
    }
    if (Set.copyOf(people).size() != 2 || keys.size() != 2) {
      throw new Fault("the two approvals are not by two people with two keys: " + people);
    }
    return "approved by " + people.get(0) + " and " + people.get(1) + ", " + ruled(record, people);
  }

  /** The key it is signed with. */
  private static String signed(OpenedEntry approval, String by, CaseRecord record, Trust trust) {
    String what = "the approval of " + by;
    Optional<Trust.Approver> approver =
        trust.approvers().stream().filter(each -> each.id().equals(by)).findFirst();
    if (approver.isEmpty()) {
      throw new Fault(what + " is by nobody whom TRUST.json names as an approver");
    }
    String key = approver.get().key();
    byte[] statement = approval.bytes("statement");
    Ed25519.verify(
        Base64Strict.decode(key, "the key of " + by), statement, approval.bytes("signature"), what);
    JsonNode said = Json.object(statement, what);
    canonical(said, statement, what);
    Map<String, String> expected =
        Map.of(
            "format", PackageFiles.APPROVAL_FORMAT,
            "case", record.id(),
            "recipient", record.recipient(),
            "caseDigest", record.digest(),
            "by", by);
    expected.forEach((field, value) -> same(said, field, value, what));
    if (!approval.text("caseId").equals(record.id())
        || !approval.text("recipient").equals(record.recipient())) {
      throw new Fault(what + " is filed under another case or recipient than it is signed for");
    }
    return key;
  }

  private static void canonical(JsonNode said, byte[] statement, String what) {
    try {
      if (Arrays.equals(CanonicalJson.of(said), statement)) {
        return;
      }
    } catch (IllegalArgumentException beyond) {
      throw new Fault(what + " is not in canonical JSON: " + beyond.getMessage(), beyond);
    }
    throw new Fault(what + " is not in canonical JSON (RFC 8785)");
  }

  private static void same(JsonNode said, String field, String expected, String what) {
    String found = Json.text(said, field, what);
    if (!found.equals(expected)) {
      throw new Fault(
          what + " is for the " + field + " " + found + ", and this package has " + expected);
    }
  }

  private static String ruled(CaseRecord record, List<String> people) {
    Set<String> decided = new HashSet<>();
    for (OpenedEntry ruling : record.of("ruling")) {
      if (people.contains(ruling.text("by"))) {
        throw new Fault(
            ruling.text("by") + " ruled on a conversation of the case and also approved it");
      }
      decided.add(ruling.conversation().orElse(""));
    }
    for (String conversation : record.conversations()) {
      if (!decided.contains(conversation)) {
        throw new Fault(
            "nobody ruled on the conversation " + conversation + ", and it was handed over");
      }
    }
    return "neither of whom ruled on it";
  }
}
