package org.sweetie.evidence.handover;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.MandateFormat;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;

/**
 * Chooses what of the house's own entries goes along with a case: what a stranger needs to check
 * and to replay it, and nothing of other cases or of the people who work here.
 *
 * <p>People stay behind: their names are nobody's business outside, and an approver's key counts
 * because TRUST.json names it, not because the package brings it.
 */
final class HouseEntries {
  private final CaseFile file;
  private final MandateFormat format;
  private final Set<String> spaces = new HashSet<>();
  private final Set<String> mandates = new HashSet<>();
  private final Set<String> personas = new HashSet<>();
  private long last = -1;

  private HouseEntries(CaseFile file, MandateFormat format) {
    this.file = file;
    this.format = format;
  }

  /** The entries that go along, in log order. */
  static List<Stored> of(CaseFile file, List<Stored> approvals, MandateFormat format) {
    HouseEntries chosen = new HouseEntries(file, format);
    file.told().forEach(chosen::cite);
    List<Stored> all = new ArrayList<>(approvals);
    all.add(file.opened());
    all.addAll(chosen.mandates());
    all.addAll(chosen.personas());
    all.addAll(chosen.stops());
    if (file.house().operations().size() == 1) {
      // Nothing ties an operation to a case; where there is one alone, it is this one's.
      all.addAll(file.house().operations());
    }
    all.sort(java.util.Comparator.comparingLong(Stored::index));
    return all;
  }

  private void cite(Stored stored) {
    last = Math.max(last, stored.index());
    if (stored.entry() instanceof Entry.MessageReceived message) {
      spaces.add(message.source().space());
    } else if (stored.entry() instanceof Entry.Candidates candidates) {
      mandates.add(candidates.mandateId());
      personas.add(candidates.personaHash());
    } else if (stored.entry() instanceof Entry.Reply reply) {
      mandates.add(reply.mandateId());
    }
  }

  /** The mandates cited, and those for the same spaces: a replay weighs them all. */
  List<Stored> mandates() {
    Set<String> taken = new HashSet<>();
    List<Stored> chosen = new ArrayList<>();
    for (Stored stored : file.house().mandates()) {
      Entry.Mandate mandate = (Entry.Mandate) stored.entry();
      Mandate said = format.read(mandate.document());
      boolean ours =
          mandates.contains(mandate.id()) || said.spaces().stream().anyMatch(spaces::contains);
      String document = new String(mandate.document(), StandardCharsets.ISO_8859_1);
      if (ours && stored.index() < last && taken.add(document)) {
        chosen.add(stored);
      }
    }
    return chosen;
  }

  private List<Stored> personas() {
    Set<String> taken = new HashSet<>();
    return file.house().personas().stream()
        .filter(
            stored -> {
              String hash = ((Entry.PersonaLoaded) stored.entry()).hash();
              return personas.contains(hash) && taken.add(hash);
            })
        .toList();
  }

  private List<Stored> stops() {
    return file.house().stops().stream()
        .filter(stored -> stored.index() < last)
        .filter(
            stored ->
                !(stored.entry() instanceof Entry.Stop stop)
                    || stop.scope().equals("all")
                    || file.conversations().containsKey(stop.scope()))
        .toList();
  }
}
