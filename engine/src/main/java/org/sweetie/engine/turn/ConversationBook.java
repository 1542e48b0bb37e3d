package org.sweetie.engine.turn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;

/**
 * Every conversation of a log, kept up to date entry by entry. A projection: it holds nothing that
 * the log does not tell. Safe for use by many threads.
 */
public final class ConversationBook {
  private final Map<ConversationId, ConversationRecord> records = new ConcurrentHashMap<>();

  /** Takes in one entry; entries that belong to no conversation are passed over. */
  public void add(Stored stored) {
    ConversationId id = stored.entry().conversation();
    if (id != null) {
      records.compute(id, (key, known) -> next(key, known, stored));
    }
  }

  private static @Nullable ConversationRecord next(
      ConversationId id, @Nullable ConversationRecord known, Stored stored) {
    ConversationRecord before = known;
    if (before == null) {
      Source source = source(stored.entry());
      if (source == null) {
        return null;
      }
      before = ConversationRecord.fresh(id, source);
    }
    return before.with(stored);
  }

  private static @Nullable Source source(Entry entry) {
    if (entry instanceof Entry.MessageReceived message) {
      return message.source();
    }
    if (entry instanceof Entry.MediaDropped dropped) {
      return dropped.source();
    }
    return entry instanceof Entry.Gap gap ? gap.source() : null;
  }

  /** The conversation of an id. */
  public Optional<ConversationRecord> find(ConversationId id) {
    return Optional.ofNullable(records.get(id));
  }

  /** All conversations, the one that spoke last first. */
  public List<ConversationRecord> all() {
    return records.values().stream()
        .sorted(
            Comparator.comparing(
                    (ConversationRecord r) -> r.lastAt().orElse(java.time.Instant.EPOCH))
                .reversed()
                .thenComparing(r -> r.id().value()))
        .toList();
  }
}
