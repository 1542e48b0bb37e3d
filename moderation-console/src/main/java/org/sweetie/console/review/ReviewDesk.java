package org.sweetie.console.review;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sweetie.console.access.Reads;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.access.Waiting;
import org.sweetie.engine.conduct.ReviewedTexts;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.ConversationRecord;
import org.sweetie.engine.turn.Turn;
import org.sweetie.engine.turn.TurnDesk;

/** What a reviewer may see and does, put on record. Waits for the disk. */
public final class ReviewDesk implements Waiting {
  private static final int LEAST_REASON = 5;
  private static final int MOST_REASON = 4000;

  private final ConversationBook book;
  private final EvidenceLog log;
  private final TurnDesk turns;
  private final Reads reads;
  private final InstantSource time;
  private final ReviewedTexts texts;

  public ReviewDesk(
      ConversationBook book,
      EvidenceLog log,
      TurnDesk turns,
      Reads reads,
      InstantSource time,
      ReviewedTexts texts) {
    this.texts = texts;
    this.book = book;
    this.log = log;
    this.turns = turns;
    this.reads = reads;
    this.time = time;
  }

  /** The flagged conversations this person may see, sealed ones first, then by risk. */
  List<ConversationRecord> queue(SignedIn person) {
    return book.all().stream()
        .filter(r -> r.flagged() || sealed(r))
        .filter(r -> maySee(r, person))
        .sorted(
            Comparator.comparing((ConversationRecord r) -> !sealed(r))
                .thenComparing(r -> -r.risk()))
        .toList();
  }

  /**
   * A conversation of the queue.
   *
   * @throws Refused when there is none, or it is sealed and the person is no safeguarding lead
   */
  ConversationRecord open(String id, SignedIn person) {
    ConversationRecord record =
        find(id).orElseThrow(() -> new Refused("There is no flagged conversation '" + id + "'."));
    if (!maySee(record, person)) {
      throw new Refused(
          "This record is sealed because a child may be at risk. Only a safeguarding lead opens"
              + " it; call one now.");
    }
    return record;
  }

  private Optional<ConversationRecord> find(String id) {
    if (id.isBlank() || id.length() > 200) {
      return Optional.empty();
    }
    return book.find(new ConversationId(id)).filter(r -> r.flagged() || sealed(r));
  }

  private static boolean sealed(ConversationRecord record) {
    return record.state() == ConversationState.SAFEGUARDING;
  }

  private static boolean maySee(ConversationRecord record, SignedIn person) {
    return !sealed(record) || person.is(Role.SAFEGUARDING_LEAD);
  }

  /** Puts a ruling on record; one of safeguarding also stops and seals (CONDUCT B10, C2). */
  void rule(ConversationRecord record, SignedIn by, Finding finding, String reason) {
    needReason(reason, "A ruling needs its reason");
    log.append(new Entry.Ruling(time.instant(), record.id(), by.id(), finding.wire(), reason));
    if (finding == Finding.SAFEGUARDING) {
      turns.safeguard(record.id(), by.id(), "B10: ruled safeguarding: " + reason);
    }
  }

  /** The reviewed texts this person may send in a conversation; none unless it is sealed. */
  Map<String, String> helpFor(ConversationRecord record, SignedIn person) {
    return sealed(record) && person.is(Role.SAFEGUARDING_LEAD) ? texts.all() : Map.of();
  }

  /**
   * Sends a reviewed text in the organisation's name (CONDUCT B10, B15).
   *
   * @throws Refused with the desk's reason when it did not go out
   */
  void help(ConversationRecord record, SignedIn by, String name) {
    if (!by.is(Role.SAFEGUARDING_LEAD)) {
      throw new Refused("Only a safeguarding lead sends help text; call one now.");
    }
    TurnDesk.Outcome outcome = turns.sendHelp(record.id(), by.id(), texts, name);
    if (!outcome.done()) {
      throw new Refused("Not sent: " + outcome.reason() + ".");
    }
  }

  /**
   * The original of one message, after the look at it is on record (CONDUCT C5).
   *
   * @throws Refused when no reason is given or there is no such message
   */
  String original(ConversationRecord record, int number, SignedIn by, String reason) {
    needReason(reason, "Seeing an original needs a reason");
    Turn turn =
        record.turns().stream()
            .filter(t -> t.number() == number)
            .findFirst()
            .orElseThrow(() -> new Refused("There is no message " + number + "."));
    reads.now(by, "read original", record.id().value() + " message " + number, reason);
    return turn.text();
  }

  private static void needReason(String reason, String what) {
    if (reason.length() < LEAST_REASON || reason.length() > MOST_REASON) {
      throw new Refused(
          what + " in " + LEAST_REASON + " to " + MOST_REASON + " characters; it stays on record.");
    }
  }

  @Override
  public List<Item> waitingFor(SignedIn person) {
    if (!person.is(Role.ANALYST) && !person.is(Role.SAFEGUARDING_LEAD)) {
      return List.of();
    }
    List<ConversationRecord> open =
        queue(person).stream().filter(r -> r.rulings().isEmpty()).toList();
    int sealed = (int) open.stream().filter(ReviewDesk::sealed).count();
    int flagged = open.size() - sealed;
    return Stream.of(
            new Item(sealed, "sealed, a child may be at risk", "/flagged", true),
            new Item(flagged, "flagged, waiting for a ruling", "/flagged", false))
        .filter(item -> item.count() > 0)
        .toList();
  }
}
