package org.sweetie.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.EvidenceLogContract;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;

class LiveLogTest extends EvidenceLogContract {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Override
  protected EvidenceLog log() {
    return new LiveLog(new MemoryLog());
  }

  private static Entry entry(int n) {
    return new Entry.Access(Instant.EPOCH, "somebody", "read", "thing " + n, "why");
  }

  @Test
  void aFollowerGetsWhatIsOnRecordFirstAndThenWhatComes() {
    LiveLog log = new LiveLog(new MemoryLog());
    log.append(entry(0));
    log.append(entry(1));

    List<Long> seen = new ArrayList<>();
    log.entries(1)
        .doOnNext(
            stored -> {
              if (stored.index() < 4) {
                log.append(entry((int) stored.index() + 1));
              }
            })
        .map(EvidenceLog.Stored::index)
        .take(4)
        .doOnNext(seen::add)
        .blockLast(SOON);

    assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noFollowerMissesOrRepeatsAnEntryHoweverManyWriteAtOnce(long seed) throws Exception {
    int writers = 8;
    int each = 400;
    LiveLog log = new LiveLog(new Jittery(new MemoryLog(), new Random(seed)));
    List<List<Long>> seen = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(3);
    for (int follower = 0; follower < 3; follower++) {
      List<Long> mine = new ArrayList<>();
      seen.add(mine);
      log.entries(0)
          .map(EvidenceLog.Stored::index)
          .take(writers * each)
          .doOnComplete(done::countDown)
          .subscribe(mine::add);
    }

    ExecutorService pool = Executors.newFixedThreadPool(writers);
    for (int w = 0; w < writers; w++) {
      pool.submit(
          () -> {
            for (int i = 0; i < each; i++) {
              log.append(entry(i));
            }
          });
    }
    pool.shutdown();

    assertThat(done.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    List<Long> all = LongStream.range(0, writers * each).boxed().toList();
    seen.forEach(mine -> assertThat(mine).isEqualTo(all));
  }

  @Test
  void anEntryIsToldOnlyWhenItsAppendHasReturned() {
    List<String> order = new ArrayList<>();
    EvidenceLog slowToReturn =
        new Jittery(new MemoryLog(), new Random(1)) {
          @Override
          public Receipt append(Entry entry) {
            Receipt receipt = super.append(entry);
            order.add("booked " + receipt.index());
            return receipt;
          }
        };
    LiveLog log = new LiveLog(slowToReturn);

    log.append(entry(0));
    log.entries(0).take(1).doOnNext(s -> order.add("told " + s.index())).blockLast(SOON);

    assertThat(order).containsExactly("booked 0", "told 0");
  }

  @Test
  void aFailedAppendIsPassedOnAndHoldsNobodyUp() {
    MemoryLog memory = new MemoryLog();
    LiveLog log =
        new LiveLog(
            new Jittery(memory, new Random(1)) {
              @Override
              public Receipt append(Entry entry) {
                if (entry.equals(entry(1))) {
                  throw new LogUnavailable("the disk is full", null);
                }
                return super.append(entry);
              }
            });
    log.append(entry(0));

    assertThatThrownBy(() -> log.append(entry(1))).isInstanceOf(LogUnavailable.class);
    log.append(entry(2));

    assertThat(log.entries(0).take(2).map(EvidenceLog.Stored::entry).collectList().block(SOON))
        .containsExactly(entry(0), entry(2));
  }

  /** A log whose appends return after more or less work. */
  private static class Jittery implements EvidenceLog {
    private final EvidenceLog log;
    private final Random random;

    Jittery(EvidenceLog log, Random random) {
      this.log = log;
      this.random = random;
    }

    @Override
    public Receipt append(Entry entry) {
      Receipt receipt = log.append(entry);
      for (int i = random.nextInt(4); i > 0; i--) {
        Thread.yield();
      }
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
}
