package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.EvidenceLog.Receipt;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.evidence.EvidenceLogContract;
import org.sweetie.engine.message.ConversationId;

/** What every log on disk keeps to, beyond what every log does. */
abstract class StoredLogContract extends EvidenceLogContract {
  /** The log to write to; empty at first. */
  abstract EvidenceLog writing();

  /** The same log as one reads it. */
  abstract EvidenceLog reading();

  @Override
  protected EvidenceLog log() {
    EvidenceLog writing = writing();
    EvidenceLog reading = reading();
    return new EvidenceLog() {
      @Override
      public Receipt append(Entry entry) {
        return writing.append(entry);
      }

      @Override
      public long size() {
        return reading.size();
      }

      @Override
      public void read(long from, Consumer<Stored> reader) {
        reading.read(from, reader);
      }

      @Override
      public List<Stored> conversation(ConversationId id) {
        return reading.conversation(id);
      }
    };
  }

  @Test
  void anEmptyLogHasNothingToShow() {
    assertThat(reading().size()).isZero();
    assertThat(all(0)).isEmpty();
    assertThat(reading().conversation(new ConversationId("never seen"))).isEmpty();
  }

  @Test
  void entriesComeBackInOrderWithTheirIndexes() {
    List<Entry> entries = Entries.oneOfEach();

    List<Receipt> receipts = entries.stream().map(writing()::append).toList();

    assertThat(reading().size()).isEqualTo(entries.size());
    List<Stored> stored = all(0);
    for (int i = 0; i < entries.size(); i++) {
      assertThat(receipts.get(i).index()).isEqualTo(i);
      assertThat(receipts.get(i).leafHash()).matches("[0-9a-f]{64}");
      assertThat(stored.get(i).index()).isEqualTo(i);
      assertThat(Entries.same(stored.get(i).entry(), entries.get(i))).isTrue();
    }
  }

  @Test
  void readingStartsWhereItIsTold() {
    Entries.oneOfEach().forEach(writing()::append);

    assertThat(all(19)).extracting(Stored::index).containsExactly(19L, 20L);
    assertThat(all(21)).isEmpty();
    assertThat(all(1_000)).isEmpty();
    assertThatThrownBy(() -> all(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aMessageOfAMegabyteAndOneOfControlCharactersComeBackWhole() {
    Entry long1 = Entries.message(1, "x\u00e9".repeat(500_000));
    Entry odd = Entries.message(2, "\u0000\u0001\u001b\r\n\t\u007f");
    writing().append(long1);
    writing().append(odd);

    List<Stored> stored = all(0);

    assertThat(stored.get(0).entry()).isEqualTo(long1);
    assertThat(stored.get(1).entry()).isEqualTo(odd);
  }

  List<Stored> all(long from) {
    List<Stored> all = new ArrayList<>();
    reading().read(from, all::add);
    return all;
  }
}
