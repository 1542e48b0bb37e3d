package org.sweetie.engine.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.conduct.ConductGate;
import org.sweetie.engine.conduct.GateContext;
import org.sweetie.engine.conduct.MandateOffice;
import org.sweetie.engine.conduct.ReviewedTexts;
import org.sweetie.engine.conduct.SafeguardingSigns;
import org.sweetie.engine.conduct.Verdict;
import org.sweetie.engine.decision.ConversationMachine;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.decision.Decision;
import org.sweetie.engine.decision.Decision.Answer;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.Entry.Candidate;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Analyzer;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.turn.Turn.Speaker;

/**
 * One message, all the way: in, recorded, read, decided, answered, recorded, out.
 *
 * <p>Recorded before acted on: whatever the log does not take is not acted on. Conversations run
 * side by side, the turns of one conversation one after the other. Everything it knows of a
 * conversation it knows from the log, so a restart changes nothing.
 */
public final class TurnDesk implements Inbox {
  private static final String SYSTEM = "system";
  static final String CLOSING_RULE = "mandate:closing";

  private final EvidenceLog log;
  private final ConversationBook book;
  private final TextReader reader;
  private final Analyzer analyzer;
  private volatile Proposer persona;
  private final ConductGate gate;
  private final SafeguardingSigns signs;
  private final MandateOffice office;
  private final Outbox outbox;
  private final InstantSource clock;
  private final long seed;
  private final Pacer pacer;
  private final StopSwitch stops;
  private final Map<ConversationId, Session> sessions = new ConcurrentHashMap<>();

  /**
   * @param parts what the turn is made of
   * @param outbox where replies go
   * @param clock the time of every entry
   * @param seed where all chance of all conversations follows from
   */
  public TurnDesk(TurnParts parts, Outbox outbox, InstantSource clock, long seed) {
    this(parts, outbox, clock, seed, Pacer.AT_ONCE);
  }

  /**
   * @param parts what the turn is made of
   * @param outbox where replies go
   * @param clock the time of every entry
   * @param seed where all chance of all conversations follows from
   * @param pacer lets the persona take her time to type
   */
  public TurnDesk(TurnParts parts, Outbox outbox, InstantSource clock, long seed, Pacer pacer) {
    this.book = parts.book();
    this.log = parts.log();
    this.reader = parts.reader();
    this.analyzer = parts.analyzer();
    this.persona = parts.persona();
    this.gate = parts.gate();
    this.signs = parts.signs();
    this.office = parts.office();
    this.outbox = outbox;
    this.pacer = pacer;
    this.clock = clock;
    this.seed = seed;
    this.stops = StopSwitch.of(log);
  }

  @Override
  public void receive(Inbound inbound, Runnable onRecord) {
    Session session = sessions.computeIfAbsent(inbound.conversation(), id -> new Session());
    synchronized (session) {
      if (inbound instanceof Inbound.Text text) {
        answer(session, text, onRecord);
      } else if (inbound instanceof Inbound.Media media) {
        drop(media, onRecord);
      } else if (inbound instanceof Inbound.Gap gap) {
        log.append(new Entry.Gap(clock.instant(), gap.conversation(), gap.source(), gap.reason()));
        onRecord.run();
      }
    }
  }

  /** The walk. */
  private void answer(Session session, Inbound.Text message, Runnable onRecord) {
    Instant now = clock.instant();
    Proposer current = persona;
    int number = record(message, now);
    onRecord.run();
    Readable readable = reader.read(message.original().text());
    MessageFindings found = find(session, message, number, now);
    Decision decision = decide(message, readable, found, now);
    move(message.conversation(), decision.state(), decision.reason(), SYSTEM);
    if (decision.answer() == Answer.NONE) {
      notSent(message.conversation(), number, decision.reason());
      return;
    }
    List<Candidate> candidates =
        propose(current, message, readable, number, decision.answer(), now);
    if (awaitsRelease(message.source(), decision.state(), now)) {
      return;
    }
    Optional<Candidate> first = candidates.stream().filter(Candidate::passed).findFirst();
    if (first.isPresent()) {
      reply(session, message.conversation(), number, first.get(), null);
    } else {
      notSent(message.conversation(), number, "no candidate passed the conduct gate");
      move(
          message.conversation(),
          ConversationState.SUPERVISED,
          "no candidate passed the conduct gate",
          SYSTEM);
    }
  }

  private int record(Inbound.Text message, Instant now) {
    int number = book.find(message.conversation()).map(ConversationRecord::nextNumber).orElse(1);
    log.append(
        new Entry.MessageReceived(
            now,
            message.conversation(),
            number,
            message.source(),
            message.receivedAt(),
            message.original()));
    return number;
  }

  private MessageFindings find(Session session, Inbound.Text message, int number, Instant now) {
    ConversationRecord known = known(message.conversation());
    Reading reading = session.reading(analyzer, known, number);
    MessageFindings found =
        reading.read(
            new Utterance(
                number,
                Speaker.COUNTERPART.name(),
                message.receivedAt(),
                message.original().text()));
    ConversationFindings soFar = reading.soFar();
    log.append(
        new Entry.Findings(
            now,
            message.conversation(),
            number,
            found.risk(),
            soFar.flagged(),
            soFar.language(),
            soFar.model(),
            found.indicators(),
            found.identifiers()));
    return found;
  }

  private Decision decide(
      Inbound.Text message, Readable readable, MessageFindings found, Instant now) {
    ConversationRecord known = known(message.conversation());
    return ConversationMachine.decide(
        Judgement.facts(
            known,
            readable,
            found,
            signs.in(readable.text(), found.identifiers()),
            office.standing(message.source(), now),
            persona.age(),
            now));
  }

  private List<Candidate> propose(
      Proposer current,
      Inbound.Text message,
      Readable readable,
      int number,
      Answer answer,
      Instant now) {
    ConversationRecord known = known(message.conversation());
    GateContext context = context(known, now);
    long turnSeed = Seeds.of(seed, known.id(), number);
    String closing =
        context.standing().mandate() == null ? null : context.standing().mandate().closingText();
    String stateBefore = known.scriptState();
    Candidates.Drawn drawn =
        answer == Answer.CLOSING && closing != null
            ? Candidates.Drawn.of(closing(closing, turnSeed, stateBefore, context))
            : new Candidates(current, gate)
                .draw(
                    stateBefore,
                    readable.text(),
                    turnSeed,
                    now,
                    message.source().account(),
                    context);
    log.append(
        new Entry.Candidates(
            now,
            known.id(),
            number,
            current.hash(),
            gate.hash(),
            context.standing().mandate() == null ? "" : context.standing().mandate().id(),
            turnSeed,
            stateBefore == null ? "" : stateBefore,
            drawn.candidates(),
            drawn.faults()));
    return drawn.candidates();
  }

  private Candidate closing(
      String text, long turnSeed, @Nullable String stateBefore, GateContext context) {
    return new Candidate(
        text,
        CLOSING_RULE,
        turnSeed,
        stateBefore == null ? "" : stateBefore,
        gate.judgeClosing(text, context));
  }

  private boolean awaitsRelease(Source source, ConversationState state, Instant now) {
    return state == ConversationState.SUPERVISED
        || Judgement.isSupervised(office.standing(source, now).mandate());
  }

  /**
   * A person lets a candidate go out (CONDUCT B15). It is judged once more, since a mandate may
   * have ended meanwhile.
   *
   * @param number the message it answers
   * @param index which of the pending candidates, from 0
   */
  public Outcome release(ConversationId id, int number, String by, int index, String reason) {
    Session session = sessions.computeIfAbsent(id, key -> new Session());
    synchronized (session) {
      Entry.Candidates pending = known(id).pending();
      if (pending == null
          || pending.number() != number
          || index < 0
          || index >= pending.candidates().size()) {
        return Outcome.refused(
            "message " + number + " has no candidate " + (index + 1) + " waiting any more");
      }
      Candidate chosen = pending.candidates().get(index);
      Optional<Verdict> failed = failed(chosen, context(known(id), clock.instant()));
      if (failed.isPresent()) {
        notSent(id, number, failed.get().rule() + ": " + failed.get().reason());
        return Outcome.refused(failed.get().rule() + ": " + failed.get().reason());
      }
      log.append(new Entry.Release(clock.instant(), id, number, by, index, reason));
      return reply(session, id, number, chosen, by);
    }
  }

  private Optional<Verdict> failed(Candidate chosen, GateContext context) {
    List<Verdict> again =
        chosen.rule().equals(CLOSING_RULE)
            ? gate.judgeClosing(chosen.text(), context)
            : gate.judge(chosen.text(), context);
    return again.stream().filter(v -> !v.passed()).findFirst();
  }

  /**
   * A person withholds the reply to a message: nothing is sent, and the conversation stays open.
   */
  public Outcome withhold(ConversationId id, int number, String by, String reason) {
    Session session = sessions.computeIfAbsent(id, key -> new Session());
    synchronized (session) {
      Entry.Candidates pending = known(id).pending();
      if (pending == null || pending.number() != number) {
        return Outcome.refused("message " + number + " has no candidates waiting any more");
      }
      log.append(new Entry.Release(clock.instant(), id, number, by, -1, reason));
      return new Outcome(true, "withheld");
    }
  }

  private Outcome reply(
      Session session,
      ConversationId id,
      int number,
      Candidate chosen,
      @Nullable String releasedBy) {
    ConversationRecord known = known(id);
    Instant now = clock.instant();
    if (stops.holds(id)) {
      notSent(id, number, "B8: the stop switch holds");
      return Outcome.refused("B8: the stop switch holds");
    }
    boolean closing = chosen.rule().equals(CLOSING_RULE);
    MandateOffice.Standing standing = office.standing(known.source(), now);
    if (standing.mandate() == null) {
      notSent(id, number, "B7: " + standing.reason());
      return Outcome.refused("B7: " + standing.reason());
    }
    Entry.Reply reply =
        new Entry.Reply(
            now,
            id,
            known.nextNumber(),
            number,
            chosen.text(),
            closing ? "closing" : "script",
            chosen.rule(),
            standing.mandate().id(),
            releasedBy);
    log.append(reply);
    session.said(reply);
    if (closing) {
      Outcome outcome = send(known, number, chosen.text());
      move(id, ConversationState.ENDED, "B9: the closing message was the last word", SYSTEM);
      return outcome;
    }
    Duration delay = persona.delay(chosen.text(), chosen.seed());
    if (delay.isZero()) {
      return send(known, number, chosen.text());
    }
    pacer.after(delay, () -> sendTyped(session, id, number, chosen.text()));
    return new Outcome(true, "on its way");
  }

  /** A reply that took its time to type goes out, unless meanwhile it may no longer. */
  private void sendTyped(Session session, ConversationId id, int number, String text) {
    synchronized (session) {
      ConversationRecord known = known(id);
      MandateOffice.Standing standing = office.standing(known.source(), clock.instant());
      if (!known.state().isOpen()) {
        notSent(id, number, "the conversation ended before the reply was typed");
      } else if (standing.mandate() == null) {
        notSent(id, number, "B7: " + standing.reason());
      } else {
        send(known, number, text);
      }
    }
  }

  /**
   * Takes another persona from here on. Turns that are under way end with the one they began with;
   * no conversation is dropped. It must be on record before.
   */
  public void reload(Proposer next) {
    persona = next;
  }

  private Outcome send(ConversationRecord known, int number, String text) {
    if (stops.holds(known.id())) {
      notSent(known.id(), number, "B8: the stop switch holds");
      return Outcome.refused("B8: the stop switch holds");
    }
    if (outbox.send(known.id(), known.source(), text)) {
      return new Outcome(true, "sent");
    }
    log.append(
        new Entry.Gap(
            clock.instant(),
            known.id(),
            known.source(),
            "the reply found no counterpart on the channel"));
    return Outcome.refused(
        "the counterpart is no longer on the channel; the reply stays on record");
  }

  /**
   * Media were offered: nothing of them is kept, the conversation stops, a person reports (CONDUCT
   * B14).
   */
  private void drop(Inbound.Media media, Runnable onRecord) {
    Instant now = clock.instant();
    log.append(
        new Entry.MediaDropped(
            now,
            media.conversation(),
            media.source(),
            media.receivedAt(),
            media.declaredType(),
            media.declaredSize()));
    onRecord.run();
    move(
        media.conversation(),
        ConversationState.ENDED,
        "B14: the counterpart offered media, which were dropped unread; a person reports by the mandate's route",
        SYSTEM);
  }

  /**
   * Stops one conversation, or all and every future one until {@link #resume}. It holds before this
   * returns.
   *
   * @param scope a conversation id, or {@code all}
   */
  public void stop(String scope, String by, String reason) {
    stops.press(scope);
    log.append(new Entry.Stop(clock.instant(), scope, by, reason));
    for (ConversationRecord conversation : book.all()) {
      if (scope.equals(StopSwitch.ALL) || scope.equals(conversation.id().value())) {
        end(conversation.id(), "B8: stopped: " + reason, by);
      }
    }
  }

  private void end(ConversationId id, String reason, String by) {
    moveInTurn(id, ConversationState.ENDED, reason, by);
  }

  /**
   * A person sees that a child may be at risk: the persona stops and the record is sealed (CONDUCT
   * B10).
   */
  public void safeguard(ConversationId id, String by, String reason) {
    moveInTurn(id, ConversationState.SAFEGUARDING, reason, by);
  }

  /**
   * A person sends reviewed help text, in the organisation's name, to somebody who may be a child
   * at risk (CONDUCT B10, B15). The persona is over by then; each text goes out once.
   *
   * @param texts the reviewed texts
   * @param name which of them
   */
  public Outcome sendHelp(ConversationId id, String by, ReviewedTexts texts, String name) {
    Session session = sessions.computeIfAbsent(id, key -> new Session());
    synchronized (session) {
      ConversationRecord known = known(id);
      Optional<String> text = texts.text(name);
      if (text.isEmpty()) {
        return Outcome.refused("B15: there is no reviewed text '" + name + "'");
      }
      if (known.state() != ConversationState.SAFEGUARDING) {
        return Outcome.refused(
            "B10: help text is for conversations in which a child may be at risk");
      }
      if (known.lines(Speaker.ORGANISATION).contains(text.get())) {
        return Outcome.refused("B4: this text was sent before; nothing is sent twice");
      }
      if (stops.holds(id)) {
        return Outcome.refused("B8: the stop switch holds");
      }
      return help(known, by, name, text.get());
    }
  }

  private Outcome help(ConversationRecord known, String by, String name, String text) {
    int answers =
        known.turns().stream()
            .filter(turn -> turn.speaker() == Speaker.COUNTERPART)
            .mapToInt(Turn::number)
            .max()
            .orElse(0);
    log.append(
        new Entry.Reply(
            clock.instant(),
            known.id(),
            known.nextNumber(),
            answers,
            text,
            "organisation",
            "reviewed:" + name,
            "",
            by));
    return send(known, answers, text);
  }

  private void moveInTurn(ConversationId id, ConversationState to, String reason, String by) {
    Session session = sessions.computeIfAbsent(id, key -> new Session());
    synchronized (session) {
      move(id, to, reason, by);
    }
  }

  /** Lifts a stop of everything: new conversations may be answered again; ended ones stay ended. */
  public void resume(String by, String reason) {
    log.append(new Entry.Resume(clock.instant(), by, reason));
    stops.resume();
  }

  /** Whether everything is stopped. */
  public boolean stopped() {
    return stops.holdsAll();
  }

  private void move(ConversationId id, ConversationState to, String reason, String by) {
    ConversationState from = known(id).state();
    if (from != to && from.mayMoveTo(to)) {
      log.append(new Entry.StateChanged(clock.instant(), id, from.wire(), to.wire(), reason, by));
    }
  }

  private void notSent(ConversationId id, int number, String reason) {
    int colon = reason.indexOf(':');
    String rule = colon > 0 && colon <= 3 ? reason.substring(0, colon) : "gate";
    log.append(new Entry.NotSent(clock.instant(), id, number, rule, reason));
  }

  private GateContext context(ConversationRecord known, Instant now) {
    return Judgement.context(
        known,
        reader,
        office.standing(known.source(), now),
        persona.age(),
        stops.holds(known.id()));
  }

  private ConversationRecord known(ConversationId id) {
    return book.find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "conversation '" + id + "' is not on record; open one that is listed"));
  }

  /** What came of a person's choice: {@code done}, and why or why not. */
  public record Outcome(boolean done, String reason) {
    static Outcome refused(String reason) {
      return new Outcome(false, reason);
    }
  }

  /**
   * One conversation while it is live: its lock, and its reading, which the log can make again at
   * any time.
   */
  private static final class Session {
    private @Nullable Reading reading;

    Reading reading(Analyzer analyzer, ConversationRecord known, int before) {
      Reading current = reading;
      if (current == null) {
        current = analyzer.begin(known.id().value(), null);
        for (Turn turn : known.turns()) {
          if (turn.number() < before) {
            current.read(
                new Utterance(turn.number(), turn.speaker().name(), turn.at(), turn.text()));
          }
        }
        reading = current;
      }
      return current;
    }

    void said(Entry.Reply reply) {
      if (reading != null) {
        reading.read(
            new Utterance(reply.number(), Speaker.PERSONA.name(), reply.at(), reply.text()));
      }
    }
  }
}
