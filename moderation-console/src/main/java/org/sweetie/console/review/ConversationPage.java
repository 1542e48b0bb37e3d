package org.sweetie.console.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignedIn;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.turn.ConversationRecord;

/**
 * Everything the page of one conversation shows.
 *
 * @param scores whether explanations of scores are among it (CONDUCT B13)
 * @param model what assessed: the hash of the manifest of models, rules and lexicons
 */
record ConversationPage(
    Summary summary,
    String channel,
    List<TurnView> turns,
    RiskLine risk,
    List<Claimed> claimed,
    List<Step> steps,
    List<Verdicts> verdicts,
    List<RulingLine> rulings,
    List<String> gaps,
    boolean scores,
    boolean sealed,
    String model,
    String language) {

  /** An identifier as claimed by the account, with the messages that claim it (CONDUCT C8). */
  record Claimed(String type, String value, String messages) {}

  /** A change of state. */
  record Step(String at, String from, String to, String reason, String by) {}

  /** What the script offered to one message and what the gate said. */
  record Verdicts(int number, List<Offered> offered) {}

  /** One line offered. */
  record Offered(String text, String rule, boolean passed, String why) {}

  /** A ruling on record. */
  record RulingLine(String at, String by, String finding, String reason) {}

  static ConversationPage of(
      ConversationRecord record, Showing showing, double threshold, SignedIn reader) {
    boolean scores = reader.is(Role.ANALYST);
    List<Entry.Findings> findings = record.findings();
    return new ConversationPage(
        showing.summary(record),
        record.source().channel(),
        showing.turns(record, scores),
        RiskLine.of(findings, threshold),
        claimed(findings),
        record.transitions().stream().map(ConversationPage::step).toList(),
        record.proposals().stream().map(p -> verdicts(p, showing)).toList(),
        record.rulings().stream().map(ConversationPage::ruling).toList(),
        gaps(record),
        scores,
        record.state() == ConversationState.SAFEGUARDING,
        findings.isEmpty() ? "" : findings.get(findings.size() - 1).model(),
        findings.isEmpty() ? "" : findings.get(findings.size() - 1).language());
  }

  private static List<Claimed> claimed(List<Entry.Findings> findings) {
    return findings.stream()
        .flatMap(f -> f.identifiers().stream())
        .map(i -> List.of(i.type().wire(), i.normalized()))
        .distinct()
        .map(key -> claimed(key.get(0), key.get(1), findings))
        .toList();
  }

  private static Claimed claimed(String type, String value, List<Entry.Findings> findings) {
    String messages =
        findings.stream()
            .filter(
                f ->
                    f.identifiers().stream()
                        .anyMatch(
                            i -> i.type().wire().equals(type) && i.normalized().equals(value)))
            .map(f -> String.valueOf(f.number()))
            .collect(Collectors.joining(", "));
    return new Claimed(Showing.words(type), VisibleText.of(value), messages);
  }

  private static Step step(Entry.StateChanged s) {
    return new Step(
        Showing.time(s.at()), stateWords(s.from()), stateWords(s.to()), s.reason(), s.by());
  }

  private static String stateWords(String wire) {
    return Showing.words(ConversationState.ofWire(wire));
  }

  private static Verdicts verdicts(Entry.Candidates proposal, Showing showing) {
    return new Verdicts(
        proposal.number(), proposal.candidates().stream().map(c -> offered(c, showing)).toList());
  }

  private static Offered offered(Entry.Candidate candidate, Showing showing) {
    return new Offered(
        showing.masked(candidate.text()), candidate.rule(), candidate.passed(), why(candidate));
  }

  /** The rules that said no, with their reasons; where none did, how many looked. */
  private static String why(Entry.Candidate candidate) {
    String no =
        candidate.verdicts().stream()
            .filter(v -> !v.passed())
            .map(v -> v.rule() + ": " + v.reason())
            .collect(Collectors.joining("; "));
    return no.isEmpty() ? "passed " + candidate.verdicts().size() + " rules" : no;
  }

  private static RulingLine ruling(Entry.Ruling r) {
    return new RulingLine(Showing.time(r.at()), r.by(), Finding.label(r.finding()), r.reason());
  }

  /** Something that is missing, and when. */
  private record Missing(Instant at, String what) {
    String line() {
      return Showing.time(at) + ": " + what;
    }
  }

  private static List<String> gaps(ConversationRecord record) {
    Stream<Missing> gaps =
        record.gaps().stream().map(g -> new Missing(g.at(), "gap, " + g.reason()));
    Stream<Missing> media =
        record.mediaDropped().stream().map(m -> new Missing(m.at(), dropped(m)));
    Stream<Missing> unsent = record.notSent().stream().map(n -> new Missing(n.at(), unsent(n)));
    return Stream.of(gaps, media, unsent)
        .flatMap(all -> all)
        .sorted(Comparator.comparing(Missing::at))
        .map(Missing::line)
        .toList();
  }

  private static String dropped(Entry.MediaDropped m) {
    String size = m.declaredSize() < 0 ? "size not declared" : m.declaredSize() + " bytes declared";
    return "dropped unread, declared " + VisibleText.of(m.declaredType()) + ", " + size;
  }

  private static String unsent(Entry.NotSent n) {
    return "reply to message " + n.answers() + " not sent, " + n.reason();
  }
}
