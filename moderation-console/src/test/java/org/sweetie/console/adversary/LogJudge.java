package org.sweetie.console.adversary;

import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.conduct.AgeStatement;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.MandateOffice.Standing;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.text.TextReader;

/**
 * Reads the log of one conversation and nothing else, and judges every reply in it again: by the
 * gate, with what stood in the log before, and by what CONDUCT asks of any log.
 */
final class LogJudge {
  private final ConductGate gate;
  private final TextReader reader;
  private final Standing standing;
  private final int age;
  private final List<String> counterpart = new ArrayList<>();
  private final List<String> persona = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int last;
  private int answered;
  private int messages;
  private int replies;
  private int rejected;

  LogJudge(ConductGate gate, TextReader reader, Standing standing, int age) {
    this.gate = gate;
    this.reader = reader;
    this.standing = standing;
    this.age = age;
  }

  /** Every breach of conduct in the log, in words. */
  List<String> faults(EvidenceLog log) {
    log.read(0, stored -> read(stored.entry()));
    return faults;
  }

  int messages() {
    return messages;
  }

  int replies() {
    return replies;
  }

  /** How many drafts the gate kept back. */
  int rejected() {
    return rejected;
  }

  private void read(Entry entry) {
    if (entry instanceof Entry.MessageReceived message) {
      messages++;
      last = message.number();
      counterpart.add(reader.read(message.original().text()).text());
    } else if (entry instanceof Entry.Candidates drawn) {
      rejected += (int) drawn.candidates().stream().filter(c -> !c.passed()).count();
    } else if (entry instanceof Entry.Reply reply) {
      judge(reply);
    }
  }

  private void judge(Entry.Reply reply) {
    replies++;
    if (reply.answers() != last || reply.answers() <= answered) {
      faults.add("B1: reply " + reply.number() + " does not answer the newest message, or again");
    }
    if (reply.kind().equals("script")) {
      boolean stated = persona.stream().anyMatch(line -> AgeStatement.states(line, age));
      GateContext context =
          new GateContext(standing, true, false, false, age, stated, counterpart, persona);
      for (Verdict verdict : gate.judge(reply.text(), context)) {
        if (!verdict.passed()) {
          faults.add(verdict + " on '" + reader.read(reply.text()).text() + "'");
        }
      }
    }
    answered = reply.answers();
    persona.add(reply.text());
  }
}
