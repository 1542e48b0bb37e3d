package org.sweetie.console.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sweetie.console.access.ApprovalKeys;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.handover.CaseFile;
import org.sweetie.console.handover.CaseFile.ApprovalLine;
import org.sweetie.console.handover.CaseWork;
import org.sweetie.engine.turn.ConversationBook;

/** Cases in memory, as far as their pages need them. */
final class SampleCases implements CaseWork {
  private static final String FINGERPRINT =
      "5f2b7c1e9a4d3f60718293a4b5c6d7e8f90112233445566778899aabbccddeef";

  private final ConversationBook book;
  private final Map<String, CaseFile> files = new HashMap<>();
  private final Map<String, List<ApprovalLine>> approvals = new HashMap<>();

  SampleCases(ConversationBook book) {
    this.book = book;
  }

  @Override
  public List<CaseFile> all() {
    return List.copyOf(files.values());
  }

  @Override
  public Optional<CaseFile> find(String id) {
    return Optional.ofNullable(files.get(id)).map(this::withApprovals);
  }

  private CaseFile withApprovals(CaseFile file) {
    List<ApprovalLine> given = approvals.getOrDefault(file.id(), List.of());
    List<CaseFile.Recipient> recipients =
        file.recipients().stream()
            .map(
                r ->
                    new CaseFile.Recipient(
                        r.fingerprint(),
                        r.name(),
                        r.validUntil(),
                        given,
                        given.size() >= 2,
                        2 - given.size() + " more approvals are needed."))
            .toList();
    return new CaseFile(
        file.id(),
        file.title(),
        file.openedBy(),
        file.openedAt(),
        file.conversations(),
        recipients,
        file.exports());
  }

  @Override
  public List<String> eligible() {
    return book.all().stream()
        .filter(r -> !r.rulings().isEmpty())
        .map(r -> r.id().value())
        .toList();
  }

  @Override
  public String open(String title, List<String> conversations, SignedIn by) {
    if (conversations.isEmpty()) {
      throw new Refused("Choose at least one conversation.");
    }
    String id = "case-" + (files.size() + 1);
    files.put(
        id,
        new CaseFile(
            id, title, by.id(), "5 Jan 2026, 16:30:00 UTC", conversations, List.of(), List.of()));
    return id;
  }

  @Override
  public String nameRecipient(String caseId, String pem, SignedIn by) {
    if (!pem.contains("BEGIN CERTIFICATE")) {
      throw new Refused("That is no certificate in PEM form.");
    }
    CaseFile file = files.get(caseId);
    CaseFile.Recipient recipient =
        new CaseFile.Recipient(
            FINGERPRINT, "CN=Example Recipient", "1 Jan 2027", List.of(), false, "");
    files.put(
        caseId,
        new CaseFile(
            file.id(),
            file.title(),
            file.openedBy(),
            file.openedAt(),
            file.conversations(),
            List.of(recipient),
            file.exports()));
    return FINGERPRINT;
  }

  @Override
  public byte[] statement(String caseId, String fingerprint, SignedIn by) {
    String text = "I approve the handover of case " + caseId + "\nto sha256:" + fingerprint + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void approve(
      String caseId, String fingerprint, byte[] statement, byte[] signature, SignedIn by) {
    if (by.publicKey() == null || !ApprovalKeys.signed(by.publicKey(), statement, signature)) {
      throw new Refused("The signature is not by the key you registered.");
    }
    List<ApprovalLine> given = new ArrayList<>(approvals.getOrDefault(caseId, List.of()));
    given.add(new ApprovalLine("a" + given.size(), by.id(), "5 Jan 2026, 16:40:00 UTC"));
    approvals.put(caseId, given);
  }

  @Override
  public String export(String caseId, String fingerprint, SignedIn by) {
    throw new Refused("The sample house hands nothing over.");
  }

  @Override
  public Optional<Path> file(String caseId, String exportId) {
    return Optional.empty();
  }

  @Override
  public Checked check(String caseId, String exportId, SignedIn by) {
    return new Checked(true, List.of("nothing was made here"));
  }
}
