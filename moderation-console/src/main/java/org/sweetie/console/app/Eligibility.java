package org.sweetie.console.app;

import java.util.List;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.turn.ConversationBook;
import org.sweetie.engine.turn.ConversationRecord;

/**
 * Which conversations may leave the house: those that a person's last ruling confirmed (CONDUCT
 * C2). A finding that was taken back leaves it no more.
 */
final class Eligibility {
  /** The finding of a ruling, as it stands on record. */
  private static final String CONFIRMED = "confirmed";

  private final ConversationBook book;

  private Eligibility(ConversationBook book) {
    this.book = book;
  }

  /** As the log has it now. */
  static Eligibility read(EvidenceLog log) {
    ConversationBook book = new ConversationBook();
    log.read(0, book::add);
    return new Eligibility(book);
  }

  /** Everything that may go into a case; sealed conversations never. */
  List<String> conversations() {
    return book.all().stream()
        .filter(r -> isConfirmed(r) && !isSealed(r))
        .map(r -> r.id().value())
        .toList();
  }

  /**
   * Those of a case whose last ruling does not confirm them. A sealed one is not among them: it is
   * withheld, and the package says so.
   */
  List<String> refuted(List<String> conversations) {
    return conversations.stream()
        .flatMap(id -> book.find(new ConversationId(id)).stream())
        .filter(r -> !isConfirmed(r) && !isSealed(r))
        .map(r -> r.id().value())
        .toList();
  }

  private static boolean isSealed(ConversationRecord record) {
    return record.state() == ConversationState.SAFEGUARDING;
  }

  private static boolean isConfirmed(ConversationRecord record) {
    List<Entry.Ruling> rulings = record.rulings();
    return !rulings.isEmpty() && rulings.get(rulings.size() - 1).finding().equals(CONFIRMED);
  }
}
