package org.sweetie.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.EvidenceLog.Receipt;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;

/** What every evidence log holds to. */
public abstract class EvidenceLogContract {
  private static final Instant AT = Instant.parse("2026-01-05T16:02:11Z");

  /** A new empty log. */
  protected abstract EvidenceLog log();

  private static Entry.MessageReceived message(String conversation, int number, String text) {
    return new Entry.MessageReceived(
        AT,
        new ConversationId(conversation),
        number,
        new Source("web", "web:room", "guest"),
        AT,
        TextBytes.of(text));
  }

  private static List<Stored> all(EvidenceLog log) {
    List<Stored> read = new ArrayList<>();
    log.read(0, read::add);
    return read;
  }

  @Test
  void entriesComeBackAsTheyWentInAndInOrder() {
    EvidenceLog log = log();

    Receipt first = log.append(message("c1", 1, "hello"));
    Receipt second = log.append(new Entry.Stop(AT, "all", "p1", "a drill"));

    assertThat(first.index()).isZero();
    assertThat(second.index()).isEqualTo(1);
    assertThat(all(log))
        .containsExactly(
            new Stored(0, message("c1", 1, "hello")),
            new Stored(1, new Entry.Stop(AT, "all", "p1", "a drill")));
  }

  @Test
  void loneSurrogatesAndControlCharactersComeBackUnitForUnit() {
    EvidenceLog log = log();
    String odd = "a\ud800b\u0000\u202ec\udc00";

    log.append(message("c1", 1, odd));

    assertThat(((Entry.MessageReceived) all(log).get(0).entry()).original().text()).isEqualTo(odd);
  }

  @Test
  void aConversationIsFoundWithoutTheOthers() {
    EvidenceLog log = log();
    log.append(message("c1", 1, "one"));
    log.append(message("c2", 1, "other"));
    log.append(message("c1", 2, "two"));

    assertThat(log.conversation(new ConversationId("c1")))
        .extracting(Stored::index)
        .containsExactly(0L, 2L);
    assertThat(log.conversation(new ConversationId("unknown"))).isEmpty();
  }

  @Test
  void readingFromTheMiddleStartsThere() {
    EvidenceLog log = log();
    IntStream.range(0, 5).forEach(i -> log.append(message("c1", i + 1, "line " + i)));

    List<Long> indices = new ArrayList<>();
    log.read(3, stored -> indices.add(stored.index()));

    assertThat(indices).containsExactly(3L, 4L);
  }

  @Test
  void everyReceiptOfManyWritersIsAnEntryOfItsOwn() throws Exception {
    EvidenceLog log = log();
    ExecutorService writers = Executors.newFixedThreadPool(16);

    List<Future<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Entry entry = message("c" + i % 7, i, "line " + i);
      receipts.add(writers.submit(() -> log.append(entry)));
    }
    List<Long> indices = new ArrayList<>();
    for (Future<Receipt> receipt : receipts) {
      indices.add(receipt.get().index());
    }
    writers.shutdown();

    assertThat(log.size()).isEqualTo(400);
    assertThat(indices).doesNotHaveDuplicates();
    List<Stored> written = all(log);
    for (int i = 0; i < 400; i++) {
      assertThat(written.get(indices.get(i).intValue()).entry())
          .isEqualTo(message("c" + i % 7, i, "line " + i));
    }
  }
}
