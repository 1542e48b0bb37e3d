package org.sweetie.engine.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.turn.Turn.Speaker;

/**
 * A conversation as the log tells it: a projection that can be thrown away and made again.
 * Immutable.
 *
 * @param turns everything said, in order
 * @param findings what reading found, in order of the messages
 * @param pending candidates that wait for a person; null where none do
 * @param rulings what people ruled, in order
 * @param scriptState the script's state after the last reply that was sent; null before the first
 */
public record ConversationRecord(
    ConversationId id,
    Source source,
    ConversationState state,
    List<Turn> turns,
    List<Entry.Findings> findings,
    Entry.@Nullable Candidates pending,
    List<Entry.StateChanged> transitions,
    List<Entry.Candidates> proposals,
    List<Entry.Ruling> rulings,
    List<Entry.Gap> gaps,
    List<Entry.MediaDropped> mediaDropped,
    List<Entry.NotSent> notSent,
    @Nullable String scriptState) {

  public ConversationRecord {
    turns = List.copyOf(turns);
    findings = List.copyOf(findings);
    transitions = List.copyOf(transitions);
    proposals = List.copyOf(proposals);
    rulings = List.copyOf(rulings);
    gaps = List.copyOf(gaps);
    mediaDropped = List.copyOf(mediaDropped);
    notSent = List.copyOf(notSent);
  }

  /** A conversation of which nothing is on record yet, in the state its first message finds. */
  static ConversationRecord fresh(ConversationId id, Source source) {
    return new ConversationRecord(
        id,
        source,
        ConversationState.ENGAGED,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The number the next turn gets. */
  public int nextNumber() {
    return turns.size() + 1;
  }

  /** The running risk after the last message read; 0 before the first. */
  public double risk() {
    return findings.isEmpty() ? 0 : findings.get(findings.size() - 1).risk();
  }

  /** Whether the running risk ever crossed the threshold. */
  public boolean flagged() {
    return findings.stream().anyMatch(Entry.Findings::flagged);
  }

  /** The number of the first message that crossed it. */
  public Optional<Integer> flaggedAt() {
    return findings.stream()
        .filter(Entry.Findings::flagged)
        .map(Entry.Findings::number)
        .findFirst();
  }

  /** When its first turn was recorded. */
  public Optional<Instant> firstAt() {
    return turns.stream().map(Turn::at).findFirst();
  }

  /** When its last turn was recorded. */
  public Optional<Instant> lastAt() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1).at());
  }

  /** The original texts of one speaker, in order. */
  public List<String> lines(Speaker speaker) {
    return turns.stream().filter(t -> t.speaker() == speaker).map(Turn::text).toList();
  }

  /** Whether message {@code number} has had its one answer. */
  public boolean answered(int number) {
    return turns.stream().anyMatch(t -> t.number() > number && t.speaker() != Speaker.COUNTERPART);
  }

  /**
   * This record with one more entry of the same conversation. Entries of other kinds leave it as it
   * is.
   */
  ConversationRecord with(Stored stored) {
    Builder next = new Builder(this);
    next.add(stored);
    return next.build();
  }

  /** Collects the change one entry makes. */
  private static final class Builder {
    private final ConversationRecord before;
    private ConversationState state;
    private final List<Turn> turns;
    private final List<Entry.Findings> findings;
    private Entry.@Nullable Candidates pending;
    private final List<Entry.StateChanged> transitions;
    private final List<Entry.Candidates> proposals;
    private final List<Entry.Ruling> rulings;
    private final List<Entry.Gap> gaps;
    private final List<Entry.MediaDropped> media;
    private final List<Entry.NotSent> notSent;
    private @Nullable String scriptState;

    Builder(ConversationRecord before) {
      this.before = before;
      state = before.state;
      turns = new ArrayList<>(before.turns);
      findings = new ArrayList<>(before.findings);
      pending = before.pending;
      transitions = new ArrayList<>(before.transitions);
      proposals = new ArrayList<>(before.proposals);
      rulings = new ArrayList<>(before.rulings);
      gaps = new ArrayList<>(before.gaps);
      media = new ArrayList<>(before.mediaDropped);
      notSent = new ArrayList<>(before.notSent);
      scriptState = before.scriptState;
    }

    void add(Stored stored) {
      Entry entry = stored.entry();
      if (entry instanceof Entry.MessageReceived message) {
        said(stored.index(), message);
      } else if (entry instanceof Entry.Reply reply) {
        said(stored.index(), reply);
      } else if (entry instanceof Entry.Candidates candidates) {
        proposals.add(candidates);
        pending = candidates;
      } else if (entry instanceof Entry.StateChanged change) {
        transitions.add(change);
        state = ConversationState.ofWire(change.to());
        pending = state.isOpen() ? pending : null;
      } else {
        note(entry);
      }
    }

    private void said(long index, Entry.MessageReceived message) {
      turns.add(
          new Turn(
              message.number(),
              Speaker.COUNTERPART,
              message.receivedAt(),
              message.original().text(),
              null,
              null,
              index));
      pending = null;
    }

    private void said(long index, Entry.Reply reply) {
      Speaker speaker =
          reply.kind().equals("organisation") ? Speaker.ORGANISATION : Speaker.PERSONA;
      turns.add(
          new Turn(
              reply.number(),
              speaker,
              reply.at(),
              reply.text(),
              reply.rule(),
              reply.releasedBy(),
              index));
      candidate(reply).ifPresent(sent -> scriptState = sent.stateAfter());
      pending = null;
    }

    private Optional<Entry.Candidate> candidate(Entry.Reply reply) {
      return proposals.stream()
          .filter(proposal -> proposal.number() == reply.answers())
          .flatMap(proposal -> proposal.candidates().stream())
          .filter(c -> c.text().equals(reply.text()) && c.rule().equals(reply.rule()))
          .findFirst();
    }

    private void note(Entry entry) {
      if (entry instanceof Entry.Findings found) {
        findings.add(found);
      } else if (entry instanceof Entry.Release release) {
        pending = release.chosen() < 0 ? null : pending;
      } else if (entry instanceof Entry.Ruling ruling) {
        rulings.add(ruling);
      } else if (entry instanceof Entry.Gap gap) {
        gaps.add(gap);
      } else if (entry instanceof Entry.MediaDropped dropped) {
        media.add(dropped);
      } else if (entry instanceof Entry.NotSent not) {
        notSent.add(not);
        pending = null;
      }
    }

    ConversationRecord build() {
      return new ConversationRecord(
          before.id,
          before.source,
          state,
          turns,
          findings,
          pending,
          transitions,
          proposals,
          rulings,
          gaps,
          media,
          notSent,
          scriptState);
    }
  }
}
