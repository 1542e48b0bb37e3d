package org.sweetie.console.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sweetie.console.access.Refused;
import org.sweetie.console.access.Role;
import org.sweetie.console.access.Room;
import org.sweetie.console.access.SignedIn;
import org.sweetie.console.access.Waiting;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.ConversationRecord;
import org.sweetie.engine.turn.TurnDesk;

/** What a person does with live conversations: take a seat, choose a reply, stop. */
public final class LiveDesk implements Waiting {
  private final ConversationBook book;
  private final TurnDesk turns;
  private final Seats seats;

  public LiveDesk(ConversationBook book, TurnDesk turns) {
    this.book = book;
    this.turns = turns;
    this.seats = new Seats(id -> book.find(id).filter(r -> r.state().isOpen()).isPresent());
  }

  /** The conversations that go on, those that wait for a person first. */
  List<ConversationRecord> live() {
    return book.all().stream()
        .filter(r -> r.state().isOpen() && !r.turns().isEmpty())
        .sorted(Comparator.comparing(r -> r.pending() == null))
        .toList();
  }

  Set<ConversationId> seatsOf(SignedIn person) {
    return seats.of(person.id());
  }

  /**
   * A conversation for a person who sits with it.
   *
   * @throws Refused when it is unknown, sealed, or would be the person's sixth
   */
  ConversationRecord sit(String id, SignedIn person) {
    ConversationRecord record = find(id, person);
    if (record.state().isOpen() && !seats.take(person.id(), record.id())) {
      throw new Refused(
          "You accompany "
              + Seats.MOST
              + " live conversations already. Leave one first: nobody is asked to carry more (C6).");
    }
    return record;
  }

  /**
   * A conversation this person may see.
   *
   * @throws Refused when it is unknown or sealed
   */
  ConversationRecord find(String id, SignedIn person) {
    ConversationRecord record =
        known(id).orElseThrow(() -> new Refused("There is no conversation '" + id + "'."));
    boolean sealed = record.state() == ConversationState.SAFEGUARDING;
    if (sealed && !person.is(Role.SAFEGUARDING_LEAD)) {
      throw new Refused(
          "This conversation is sealed because a child may be at risk. A safeguarding lead has"
              + " it now.");
    }
    return record;
  }

  private Optional<ConversationRecord> known(String id) {
    return id.isBlank() || id.length() > 200 ? Optional.empty() : book.find(new ConversationId(id));
  }

  void leave(String id, SignedIn person) {
    seats.leave(person.id(), find(id, person).id());
  }

  /**
   * Releases a candidate.
   *
   * @throws Refused with the desk's reason when it did not go out
   */
  void release(String id, int number, int index, SignedIn by, String reason) {
    ConversationRecord record = sit(id, by);
    done(turns.release(record.id(), number, by.id(), index, reason));
  }

  /**
   * Withholds the reply.
   *
   * @throws Refused when nothing waits any more
   */
  void withhold(String id, int number, SignedIn by, String reason) {
    ConversationRecord record = sit(id, by);
    done(turns.withhold(record.id(), number, by.id(), reason));
  }

  private static void done(TurnDesk.Outcome outcome) {
    if (!outcome.done()) {
      throw new Refused("Not sent: " + outcome.reason() + ".");
    }
  }

  /** Stops one conversation or all (CONDUCT B8). */
  void stop(String scope, SignedIn by, String reason) {
    if (!scope.equals(StopForm.ALL) && known(scope).isEmpty()) {
      throw new Refused("There is no conversation '" + scope + "' to stop.");
    }
    turns.stop(scope, by.id(), reason.isBlank() ? "stopped from the console" : reason);
  }

  /** Whether a conversation of this id is on record and goes on no longer. */
  boolean isOver(String id) {
    return known(id).filter(r -> !r.state().isOpen()).isPresent();
  }

  void resume(SignedIn by, String reason) {
    if (reason.isBlank()) {
      throw new Refused("Lifting the stop needs a reason; it stays on record.");
    }
    turns.resume(by.id(), reason);
  }

  boolean stopped() {
    return turns.stopped();
  }

  @Override
  public List<Item> waitingFor(SignedIn person) {
    if (!person.mayEnter(Room.LIVE)) {
      return List.of();
    }
    List<ConversationRecord> live = live();
    int waiting = (int) live.stream().filter(r -> r.pending() != null).count();
    return List.of(
            new Item(
                waiting,
                waiting == 1 ? "reply waits for you" : "replies wait for you",
                "/live",
                true),
            new Item(
                live.size(),
                live.size() == 1 ? "conversation goes on" : "conversations go on",
                "/live",
                false))
        .stream()
        .filter(item -> item.count() > 0)
        .toList();
  }
}
