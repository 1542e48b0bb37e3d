package org.sweetie.evidence.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.log.ProvableLog;
import org.sweetie.evidence.verify.CaseDigest;
import org.sweetie.evidence.verify.CaseDigest.Withheld;
import org.sweetie.evidence.verify.MerkleProof;

/**
 * Everything the log holds on one case, and nothing else: whole conversations, what is withheld of
 * it, and the house's entries it rests on.
 *
 * @param opened the entry that opened the case; its last one, where it was opened twice
 * @param conversations each with all its entries, in the order of the case
 * @param people everybody ever enrolled, in log order; used for checking, never handed over
 * @param known how many conversations the log knows in all, and how many of them were never flagged
 */
record CaseFile(
    Stored opened,
    Map<String, List<Stored>> conversations,
    List<Withheld> withheld,
    House house,
    List<Stored> people,
    Known known,
    String digest) {
  static final String SEALED = "sealed for safeguarding (CONDUCT B10)";
  static final String EMPTY = "the log holds nothing of it, or its key was erased";

  /** Conversations on record. */
  record Known(int conversations, int notFlagged) {}

  /** The house's entries, by kind, in log order. */
  record House(
      List<Stored> approvals,
      List<Stored> mandates,
      List<Stored> personas,
      List<Stored> operations,
      List<Stored> stops) {}

  Entry.CaseOpened entry() {
    return (Entry.CaseOpened) opened.entry();
  }

  /** Reads the log for a case. */
  static CaseFile read(ProvableLog log, String caseId) {
    Scan scan = new Scan(caseId);
    log.read(0, scan::take);
    Stored opened = scan.opened;
    if (opened == null) {
      throw new HandoverRefused(
          "there is no case '"
              + caseId
              + "' on record: open one, or look with 'sweetie case list'");
    }
    Map<String, List<Stored>> whole = new LinkedHashMap<>();
    List<Withheld> withheld = new ArrayList<>();
    for (String id :
        new java.util.LinkedHashSet<>(((Entry.CaseOpened) opened.entry()).conversations())) {
      List<Stored> entries = log.conversation(new ConversationId(id));
      if (entries.isEmpty()) {
        withheld.add(new Withheld(id, EMPTY));
      } else if (isSealed(entries)) {
        withheld.add(new Withheld(id, SEALED));
      } else {
        whole.put(id, entries);
      }
    }
    String digest = digest(log, caseId, whole, withheld);
    return new CaseFile(opened, whole, withheld, scan.house(), scan.people, scan.known(), digest);
  }

  private static boolean isSealed(List<Stored> entries) {
    return entries.stream()
        .anyMatch(
            stored ->
                stored.entry() instanceof Entry.StateChanged change
                    && change.to().equals("safeguarding"));
  }

  private static String digest(
      ProvableLog log, String caseId, Map<String, List<Stored>> whole, List<Withheld> withheld) {
    List<CaseDigest.Conversation> leaves = new ArrayList<>();
    whole.forEach(
        (id, entries) ->
            leaves.add(
                new CaseDigest.Conversation(
                    id, entries.stream().map(each -> leaf(log, each)).toList())));
    return CaseDigest.of(caseId, leaves, withheld);
  }

  private static CaseDigest.Leaf leaf(ProvableLog log, Stored stored) {
    byte[] hash = MerkleProof.leafHash(log.sealed(stored.index()).leaf());
    return new CaseDigest.Leaf(stored.index(), HexFormat.of().formatHex(hash));
  }

  /** All entries of its conversations, in the order of the case. */
  List<Stored> told() {
    return conversations.values().stream().flatMap(List::stream).toList();
  }

  /** One walk over the log. */
  private static final class Scan {
    private final String caseId;
    private @org.jspecify.annotations.Nullable Stored opened;
    private final List<Stored> approvals = new ArrayList<>();
    private final List<Stored> mandates = new ArrayList<>();
    private final List<Stored> personas = new ArrayList<>();
    private final List<Stored> operations = new ArrayList<>();
    private final List<Stored> stops = new ArrayList<>();
    private final List<Stored> people = new ArrayList<>();
    private final Set<ConversationId> seen = new HashSet<>();
    private final Set<ConversationId> flagged = new HashSet<>();

    Scan(String caseId) {
      this.caseId = caseId;
    }

    void take(Stored stored) {
      Entry entry = stored.entry();
      if (entry instanceof Entry.MessageReceived message) {
        seen.add(message.conversation());
      } else if (entry instanceof Entry.Findings findings) {
        if (findings.flagged()) {
          flagged.add(findings.conversation());
        }
      } else if (entry.conversation() == null) {
        house(stored, entry);
      }
    }

    private void house(Stored stored, Entry entry) {
      if (entry instanceof Entry.CaseOpened open && open.id().equals(caseId)) {
        opened = stored;
      } else if (entry instanceof Entry.Approval approval && approval.caseId().equals(caseId)) {
        approvals.add(stored);
      } else if (entry instanceof Entry.Mandate) {
        mandates.add(stored);
      } else if (entry instanceof Entry.PersonaLoaded) {
        personas.add(stored);
      } else if (entry instanceof Entry.Operation) {
        operations.add(stored);
      } else if (entry instanceof Entry.Stop || entry instanceof Entry.Resume) {
        stops.add(stored);
      } else if (entry instanceof Entry.Person) {
        people.add(stored);
      }
    }

    House house() {
      return new House(approvals, mandates, personas, operations, stops);
    }

    Known known() {
      seen.removeAll(flagged);
      return new Known(seen.size() + flagged.size(), seen.size());
    }
  }
}
