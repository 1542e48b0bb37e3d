package org.sweetie.evidence.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;

/**
 * Whether a case may leave the house (CONDUCT C2): a ruling by a named person on every
 * conversation, and two approvals for exactly this, by two people with two keys, neither of whom
 * wrote a ruling.
 */
final class Approvals {
  private final CaseFile file;
  private final String recipient;
  private final List<String> missing = new ArrayList<>();
  private final Set<String> people = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  private Approvals(CaseFile file, String recipient) {
    this.file = file;
    this.recipient = recipient;
  }

  /**
   * The two approvals of these ids, held against the case and the recipient.
   *
   * @throws HandoverRefused naming everything that is missing
   */
  static List<Stored> require(CaseFile file, String recipient, List<String> ids) {
    Approvals approvals = new Approvals(file, recipient);
    approvals.rulings();
    List<Stored> found = approvals.each(new LinkedHashSet<>(ids));
    if (!approvals.missing.isEmpty()) {
      throw new HandoverRefused(file.entry().id(), approvals.missing);
    }
    return found;
  }

  private void rulings() {
    if (file.conversations().isEmpty()) {
      missing.add("no conversation of it may be handed over: " + file.withheld());
    }
    file.conversations()
        .forEach(
            (id, entries) -> {
              if (entries.stream().noneMatch(each -> each.entry() instanceof Entry.Ruling)) {
                missing.add("nobody ruled on the conversation '" + id + "': a person has to first");
              }
            });
  }

  private List<Stored> each(Set<String> ids) {
    List<Stored> found = new ArrayList<>();
    for (String id : ids) {
      Optional<Stored> approval = find(id);
      if (approval.isEmpty()) {
        missing.add("no approval '" + id + "' of this case is on record");
      } else {
        hold(approval.get());
        found.add(approval.get());
      }
    }
    if (ids.size() != 2) {
      missing.add(ids.size() + " approvals were given: expected two, by two people");
    } else if (found.size() == 2 && (people.size() != 2 || keys.size() != 2)) {
      missing.add(
          "both approvals are by one person or with one key: expected two people with two keys");
    }
    return found;
  }

  private Optional<Stored> find(String id) {
    return file.house().approvals().stream()
        .filter(each -> ((Entry.Approval) each.entry()).id().equals(id))
        .reduce((first, second) -> second);
  }

  private void hold(Stored stored) {
    Entry.Approval approval = (Entry.Approval) stored.entry();
    String what = "approval '" + approval.id() + "' by " + approval.by();
    Optional<String> key = keyOf(approval.by(), stored.index());
    people.add(approval.by());
    if (key.isEmpty()) {
      missing.add(what + ": this person had no key enrolled when it was given");
    } else {
      keys.add(key.get());
      signed(approval, key.get(), what);
    }
    boolean author =
        file.told().stream()
            .anyMatch(
                each -> each.entry() instanceof Entry.Ruling r && r.by().equals(approval.by()));
    if (author) {
      missing.add(what + ": this person ruled on the case, so somebody else has to approve it");
    }
  }

  private void signed(Entry.Approval approval, String key, String what) {
    ApprovalStatement statement;
    try {
      statement = ApprovalStatement.parse(approval.statement());
    } catch (IllegalArgumentException malformed) {
      missing.add(what + ": " + malformed.getMessage());
      return;
    }
    if (!statement.signedBy(key, approval.signature())) {
      missing.add(what + ": it is not signed with the key enrolled for this person");
    }
    boolean filed =
        statement.by().equals(approval.by())
            && statement.caseId().equals(file.entry().id())
            && statement.recipient().equals(approval.recipient());
    if (!filed) {
      missing.add(what + ": it is filed under another person, case or recipient than it says");
    }
    if (!statement.recipient().equals(recipient)) {
      missing.add(
          what + ": it is for the recipient " + statement.recipient() + ", not " + recipient);
    }
    if (!statement.caseDigest().equals(file.digest())) {
      missing.add(what + ": the case has changed since it was given, so it has to be given again");
    }
  }

  /** The key a person had enrolled before that entry; none where it was taken back. */
  private Optional<String> keyOf(String person, long before) {
    return file.people().stream()
        .filter(each -> each.index() < before)
        .map(each -> (Entry.Person) each.entry())
        .filter(each -> each.id().equals(person))
        .reduce((first, second) -> second)
        .flatMap(each -> Optional.ofNullable(each.publicKey()));
  }
}
