package org.sweetie.console.adversary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.conduct.AgeStatement;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.MandateOffice.Standing;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Proposer;

/**
 * A turn without the decisions and the mandate's signature: the script proposes as often as at the
 * desk, the gate judges, the first draft that passes is the reply, and all of it is logged. Nothing
 * ends a conversation early, so more is said than any desk would say.
 */
final class ShortWay {
  private static final int TRIES = 4;
  private static final String NEUTRAL = "...";
  private static final Inbound.Source ROOM = new Inbound.Source("web", "web:room", "guest");

  private final Proposer persona;
  private final ConductGate gate;
  private final TextReader reader;
  private final Standing standing;

  ShortWay(Proposer persona, ConductGate gate, TextReader reader, Standing standing) {
    this.persona = persona;
    this.gate = gate;
    this.reader = reader;
    this.standing = standing;
  }

  EvidenceLog hold(ConversationId id, Adversary adversary, long seed, int messages) {
    EvidenceLog log = new MemoryLog();
    List<String> counterpart = new ArrayList<>();
    List<String> said = new ArrayList<>();
    String state = "";
    for (int number = 1; number < 2 * messages; number += 2) {
      String message = adversary.next();
      log.append(
          new Entry.MessageReceived(
              Mandates.START, id, number, ROOM, Mandates.START, TextBytes.of(message)));
      counterpart.add(reader.read(message).text());
      List<Entry.Candidate> drafts = drafts(state, seed + 31L * number, counterpart, said);
      log.append(
          new Entry.Candidates(
              Mandates.START,
              id,
              number,
              persona.hash(),
              gate.hash(),
              "m-1",
              seed,
              state,
              drafts,
              List.of()));
      Entry.Candidate chosen =
          drafts.stream().filter(Entry.Candidate::passed).findFirst().orElse(null);
      if (chosen != null) {
        log.append(
            new Entry.Reply(
                Mandates.START,
                id,
                number + 1,
                number,
                chosen.text(),
                "script",
                chosen.rule(),
                "m-1",
                null));
        said.add(chosen.text());
        state = chosen.stateAfter();
      }
    }
    return log;
  }

  private List<Entry.Candidate> drafts(
      String state, long seed, List<String> counterpart, List<String> said) {
    boolean stated = said.stream().anyMatch(line -> AgeStatement.states(line, persona.age()));
    GateContext context =
        new GateContext(standing, true, false, false, persona.age(), stated, counterpart, said);
    String last = counterpart.get(counterpart.size() - 1);
    List<Entry.Candidate> drafts = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String message : List.of(last, NEUTRAL)) {
      for (int i = 0; i < TRIES; i++) {
        Proposer.Proposal draft =
            persona.propose(state, message, seed + i, Mandates.START, "guest");
        if (!draft.text().isBlank() && seen.add(draft.text())) {
          drafts.add(
              new Entry.Candidate(
                  draft.text(),
                  draft.rule(),
                  seed + i,
                  draft.stateAfter(),
                  gate.judge(draft.text(), context)));
        }
      }
    }
    return drafts;
  }
}
