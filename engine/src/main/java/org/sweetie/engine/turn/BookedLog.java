package org.sweetie.engine.turn;

import java.util.List;
import java.util.function.Consumer;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;

/**
 * A log that keeps a {@link ConversationBook} up to date: an entry is in the book as soon as its
 * append returns.
 */
public final class BookedLog implements EvidenceLog {
  private final EvidenceLog log;
  private final ConversationBook book;

  /** Reads the whole log into the book first. */
  public BookedLog(EvidenceLog log, ConversationBook book) {
    this.log = log;
    this.book = book;
    log.read(0, book::add);
  }

  @Override
  public Receipt append(Entry entry) {
    Receipt receipt = log.append(entry);
    book.add(new Stored(receipt.index(), entry));
    return receipt;
  }

  @Override
  public long size() {
    return log.size();
  }

  @Override
  public void read(long from, Consumer<Stored> reader) {
    log.read(from, reader);
  }

  @Override
  public List<Stored> conversation(ConversationId id) {
    return log.conversation(id);
  }
}
