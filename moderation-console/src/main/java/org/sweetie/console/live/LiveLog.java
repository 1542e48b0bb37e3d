package org.sweetie.console.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A log that can be followed. Followers are only told how far it has grown and read the entries
 * from the log itself, at their own pace: there is no gap, no duplicate, and no buffer that a slow
 * one could overrun.
 *
 * <p>An entry is told when its append has returned, so whatever an inner log does on append (the
 * book of conversations) is done by then.
 */
public final class LiveLog implements EvidenceLog {
  private final EvidenceLog log;
  private final Sinks.Many<Long> grown = Sinks.many().replay().latest();

  /** The size of the log when each append under way began, and how many began at that size. */
  private final TreeMap<Long, Integer> underWay = new TreeMap<>();

  private final long sizeWhenOpened;

  public LiveLog(EvidenceLog log) {
    this.log = log;
    this.sizeWhenOpened = log.size();
    tell();
  }

  /** How many entries there were when this was made: who read them since need not read again. */
  public long sizeWhenOpened() {
    return sizeWhenOpened;
  }

  @Override
  public Receipt append(Entry entry) {
    long began = begin();
    try {
      return log.append(entry);
    } finally {
      end(began);
    }
  }

  private synchronized long begin() {
    long size = log.size();
    underWay.merge(size, 1, Integer::sum);
    return size;
  }

  private synchronized void end(long began) {
    underWay.compute(began, (size, count) -> count == null || count == 1 ? null : count - 1);
    tell();
  }

  /** Everything below the oldest append under way has returned. */
  private synchronized void tell() {
    grown.emitNext(
        underWay.isEmpty() ? log.size() : underWay.firstKey(), Sinks.EmitFailureHandler.FAIL_FAST);
  }

  /**
   * The entries from an index on: first those on record, then each as it is appended, in order,
   * each once. Never ends. An entry whose key was erased is passed over, as in {@link #read}.
   */
  public Flux<Stored> entries(long fromIndex) {
    return Flux.defer(
        () -> {
          AtomicLong next = new AtomicLong(fromIndex);
          return grown
              .asFlux()
              .onBackpressureLatest()
              .publishOn(Schedulers.boundedElastic(), 1)
              .concatMapIterable(size -> upTo(size, next), 1);
        });
  }

  private List<Stored> upTo(long size, AtomicLong next) {
    List<Stored> entries = new ArrayList<>();
    long from = next.get();
    if (from < size) {
      log.read(from, stored -> addBelow(size, stored, entries));
      next.set(size);
    }
    return entries;
  }

  private static void addBelow(long size, Stored stored, List<Stored> entries) {
    if (stored.index() < size) {
      entries.add(stored);
    }
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
