package org.sweetie.engine.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.MandateRefused;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.Entry.Candidate;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Turn.Speaker;

/**
 * Runs the persona again from the record alone and holds every reply against it, byte for byte
 * (CONDUCT B11).
 *
 * <p>What a model found is an assessment on record and is taken from there; what the persona was
 * offered to say, how the gate judged it and what was sent is made again. For one thread.
 */
public final class Replayer {
  private final TextReader reader;
  private final ConductGate gate;
  private final MandateOffice office;
  private final Function<Entry.PersonaLoaded, Proposer> personas;
  private final ConversationBook book = new ConversationBook();
  private final Map<String, Proposer> loaded = new HashMap<>();
  private final Map<ConversationId, Entry.Release> releases = new HashMap<>();
  private final StopSwitch stops = new StopSwitch();
  private final List<Difference> differences = new ArrayList<>();
  private int replies;

  /**
   * @param office an office with the trusted authorities and no mandate filed yet
   * @param personas compiles a persona from its files on record
   */
  public Replayer(
      TextReader reader,
      ConductGate gate,
      MandateOffice office,
      Function<Entry.PersonaLoaded, Proposer> personas) {
    this.reader = reader;
    this.gate = gate;
    this.office = office;
    this.personas = personas;
  }

  /** Takes in the record's entries, in order. */
  public void take(Stored stored) {
    Entry entry = stored.entry();
    if (entry instanceof Entry.PersonaLoaded persona) {
      load(stored.index(), persona);
    } else if (entry instanceof Entry.Mandate mandate) {
      file(stored.index(), mandate);
    } else if (entry instanceof Entry.Stop stop) {
      stops.press(stop.scope());
    } else if (entry instanceof Entry.Resume) {
      stops.resume();
    } else if (entry instanceof Entry.Candidates candidates) {
      draw(stored.index(), candidates);
    } else if (entry instanceof Entry.Release release) {
      releases.put(release.conversation(), release);
    } else if (entry instanceof Entry.Reply reply) {
      compare(stored.index(), reply);
    }
    book.add(stored);
  }

  private void load(long index, Entry.PersonaLoaded persona) {
    Proposer proposer = personas.apply(persona);
    if (!proposer.hash().equals(persona.hash())) {
      differ(
          index,
          "the persona's files give the hash "
              + proposer.hash()
              + ", the record says "
              + persona.hash());
    }
    loaded.put(persona.hash(), proposer);
  }

  private void file(long index, Entry.Mandate mandate) {
    try {
      office.file(mandate.document(), mandate.signature(), mandate.authorityKey());
    } catch (MandateRefused refused) {
      differ(index, "a mandate on record is not accepted: " + refused.getMessage());
    }
  }

  private void draw(long index, Entry.Candidates recorded) {
    Proposer persona = loaded.get(recorded.personaHash());
    Optional<ConversationRecord> known = book.find(recorded.conversation());
    if (persona == null || known.isEmpty()) {
      differ(
          index,
          "candidates of the persona "
              + recorded.personaHash()
              + ", which is not on record before them");
      return;
    }
    if (!gate.hash().equals(recorded.policyHash())) {
      differ(
          index,
          "judged by the policy " + recorded.policyHash() + ", this program holds " + gate.hash());
      return;
    }
    compare(index, recorded, again(recorded, known.get(), persona));
  }

  private Candidates.Drawn again(
      Entry.Candidates recorded, ConversationRecord known, Proposer persona) {
    GateContext context =
        Judgement.context(
            known,
            reader,
            office.standing(known.source(), recorded.at()),
            persona.age(),
            stops.holds(known.id()));
    if (recorded.candidates().size() == 1
        && recorded.candidates().get(0).rule().equals(TurnDesk.CLOSING_RULE)) {
      Candidate closing = recorded.candidates().get(0);
      return Candidates.Drawn.of(
          new Candidate(
              closing.text(),
              closing.rule(),
              recorded.seed(),
              recorded.stateBefore(),
              gate.judgeClosing(closing.text(), context)));
    }
    return new Candidates(persona, gate)
        .draw(
            known.scriptState(),
            lastMessage(known),
            recorded.seed(),
            recorded.at(),
            known.source().account(),
            context);
  }

  private void compare(long index, Entry.Candidates recorded, Candidates.Drawn drawn) {
    List<Candidate> again = drawn.candidates();
    // Earlier versions recorded no faults.
    if (!recorded.faults().isEmpty() && !recorded.faults().equals(drawn.faults())) {
      differ(index, "the script's faults differ");
    }
    int common = Math.min(again.size(), recorded.candidates().size());
    for (int i = 0; i < common; i++) {
      if (!again.get(i).equals(recorded.candidates().get(i))) {
        differ(
            index,
            "candidate "
                + (i + 1)
                + " differs: "
                + firstDifference(recorded.candidates().get(i), again.get(i)));
        return;
      }
    }
    if (again.size() != recorded.candidates().size()) {
      differ(
          index,
          again.size() + " candidates again, " + recorded.candidates().size() + " on record");
    }
  }

  private static String firstDifference(Candidate recorded, Candidate again) {
    if (!recorded.text().equals(again.text())) {
      int at = 0;
      while (at < Math.min(recorded.text().length(), again.text().length())
          && recorded.text().charAt(at) == again.text().charAt(at)) {
        at++;
      }
      return "its text from unit " + at + " on";
    }
    if (!recorded.rule().equals(again.rule())) {
      return "its rule, " + recorded.rule() + " on record and " + again.rule() + " again";
    }
    return recorded.verdicts().equals(again.verdicts())
        ? "the script's state after it"
        : "the gate's verdicts";
  }

  private void compare(long index, Entry.Reply reply) {
    if (reply.kind().equals("organisation")) {
      return;
    }
    replies++;
    Entry.Candidates pending =
        book.find(reply.conversation()).map(ConversationRecord::pending).orElse(null);
    Candidate due = pending == null ? null : due(reply, pending);
    if (due == null) {
      differ(index, "a reply for which no candidate was due");
    } else if (!due.text().equals(reply.text())) {
      differ(index, "the reply is not the candidate that was due, " + due.rule());
    }
  }

  private @Nullable Candidate due(Entry.Reply reply, Entry.Candidates pending) {
    if (reply.releasedBy() == null) {
      return pending.candidates().stream().filter(Candidate::passed).findFirst().orElse(null);
    }
    Entry.Release release = releases.get(reply.conversation());
    if (release == null || release.number() != pending.number()) {
      return null;
    }
    boolean chosen = release.chosen() >= 0 && release.chosen() < pending.candidates().size();
    return chosen ? pending.candidates().get(release.chosen()) : null;
  }

  private void differ(long index, String what) {
    differences.add(new Difference(index, what));
  }

  /** What differed so far, in order; empty where everything came out the same. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** How many replies of the persona were compared so far. */
  public int replies() {
    return replies;
  }

  /** One difference, at the log entry it shows at. */
  public record Difference(long index, String what) {}

  private String lastMessage(ConversationRecord known) {
    List<String> lines = known.lines(Speaker.COUNTERPART);
    return lines.isEmpty() ? "" : reader.read(lines.get(lines.size() - 1)).text();
  }
}
