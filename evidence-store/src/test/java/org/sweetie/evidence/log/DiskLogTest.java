package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.EvidenceLog.Receipt;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.crypt.SealedRecord;

class DiskLogTest extends StoredLogContract {
  @TempDir Path folder;
  private Home home;
  private DiskLog log;

  @BeforeEach
  void open() {
    home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    log = DiskLog.open(home, LogOptions.standard());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Override
  EvidenceLog writing() {
    return log;
  }

  @Override
  EvidenceLog reading() {
    return log;
  }

  private void reopen() {
    log.close();
    log = DiskLog.open(home, LogOptions.standard());
  }

  @Test
  void everythingIsThereAfterReopening() {
    List<Entry> entries = Entries.oneOfEach();
    entries.forEach(log::append);
    byte[] root = log.root(entries.size());

    reopen();

    assertThat(log.root(entries.size())).isEqualTo(root);
    assertThat(all(0)).hasSize(entries.size());
    assertThat(log.conversation(Entries.CONVERSATION)).hasSize(10);
    assertThat(log.append(Entries.message(9, "more")).index()).isEqualTo(entries.size());
  }

  @Test
  void sixtyFourWritersEachFindTheirOwnRecords() throws Exception {
    Map<Long, Entry> acknowledged = new ConcurrentHashMap<>();
    ExecutorService writers = Executors.newFixedThreadPool(64);
    try {
      List<Callable<Void>> work =
          IntStream.range(0, 64).mapToObj(w -> writer(w, acknowledged)).toList();
      for (Future<Void> done : writers.invokeAll(work)) {
        done.get();
      }
    } finally {
      writers.shutdown();
    }

    assertThat(acknowledged).hasSize(64 * 10);
    reopen();
    List<Stored> stored = all(0);
    assertThat(stored).hasSize(64 * 10);
    stored.forEach(each -> assertThat(each.entry()).isEqualTo(acknowledged.get(each.index())));
    assertThat(Verification.of(home).ok()).isTrue();
  }

  private Callable<Void> writer(int writer, Map<Long, Entry> acknowledged) {
    return () -> {
      for (int n = 1; n <= 10; n++) {
        Entry entry = Entries.message(new ConversationId("w" + writer % 8), n, writer + ":" + n);
        Receipt receipt = log.append(entry);
        acknowledged.put(receipt.index(), entry);
      }
      return null;
    };
  }

  @Test
  void manyEntriesOfOneCallerShareAFlush() {
    long before = log.frames.frames();
    List<Entry> entries =
        IntStream.rangeClosed(1, 500).mapToObj(n -> Entries.message(n, "line " + n)).toList();

    List<Receipt> receipts = log.appendAll(entries);

    assertThat(receipts).extracting(Receipt::index).containsExactlyElementsOf(range(500));
    assertThat(all(0)).extracting(Stored::entry).containsExactlyElementsOf(entries);
    assertThat(log.frames.frames() - before).isLessThan(10);
    assertThat(log.appendAll(List.of())).isEmpty();
  }

  private static List<Long> range(long end) {
    return LongStream.range(0, end).boxed().toList();
  }

  @Test
  void anInterruptedWriterHarmsNobody() {
    Thread.currentThread().interrupt();
    Receipt first = log.append(Entries.message(1, "a"));
    boolean stillInterrupted = Thread.interrupted();

    Receipt second = log.append(Entries.message(2, "b"));

    assertThat(stillInterrupted).isTrue();
    assertThat(List.of(first.index(), second.index())).containsExactly(0L, 1L);
    assertThat(all(0)).hasSize(2);
  }

  @Test
  void proofsReadAsTheTestVectorsDo() {
    for (int n = 1; n <= 5; n++) {
      log.append(Entries.message(n, "m" + n));
    }
    List<byte[]> leaves = IntStream.range(0, 5).mapToObj(i -> log.sealed(i).leaf()).toList();

    assertThat(log.root(5)).isEqualTo(MerkleTreeTest.SlowTree.root(leaves));
    assertThat(log.inclusion(2, 4).proof())
        .containsExactlyElementsOf(MerkleTreeTest.SlowTree.path(2, leaves.subList(0, 4)));
    assertThat(log.inclusion(2, 4).toJson())
        .matches(
            "\\{\"leafIdx\":2,\"treeSize\":4,\"root\":\"[^\"]{44}\",\"leafHash\":\"[^\"]{44}\","
                + "\"proof\":\\[\"[^\"]{44}\",\"[^\"]{44}\"]}");
    assertThat(log.consistency(2, 5).toJson()).startsWith("{\"size1\":2,\"size2\":5,\"root1\":\"");
    assertThatThrownBy(() -> log.inclusion(4, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.inclusion(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.consistency(0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aRecordIsDisclosedByItsOwnKey() {
    log.append(Entries.message(1, "a"));
    log.append(Entries.message(2, "b"));
    SealedRecord second = log.sealed(1);

    byte[] json = second.open(log.leafKey(1).orElseThrow());

    assertThat(new EntryCodec().decode(json)).isEqualTo(Entries.message(2, "b"));
    assertThatThrownBy(() -> second.open(log.leafKey(0).orElseThrow()))
        .hasMessageContaining("not committed");
  }

  @Test
  void anErasedConversationIsGoneAndEveryProofStands() throws IOException {
    ConversationId other = new ConversationId("other");
    log.append(Entries.message(1, "to be erased"));
    log.append(Entries.message(other, 1, "to stay"));
    SignedCheckpoint before = log.checkpoint();
    String proof = log.inclusion(0, 2).toJson();
    byte[] kek = Files.readAllBytes(home.keys().resolve("kek"));

    log.erase(Entries.CONVERSATION);

    assertThat(log.conversation(Entries.CONVERSATION)).isEmpty();
    assertThat(all(0)).extracting(Stored::index).containsExactly(1L);
    assertThat(log.leafKey(0)).isEmpty();
    reopen();
    assertThat(all(0)).extracting(Stored::index).containsExactly(1L);
    assertThat(log.inclusion(0, 2).toJson()).isEqualTo(proof);
    assertThat(log.root(2)).isEqualTo(before.root());
    assertThat(Verification.of(home).faults()).isEmpty();
    assertThat(Files.readAllBytes(home.keys().resolve("kek"))).isNotEqualTo(kek);
  }

  @Test
  void aConversationThatGoesOnAfterErasureHasANewKey() {
    log.append(Entries.message(1, "old"));
    log.erase(Entries.CONVERSATION);

    log.append(Entries.message(2, "new"));

    assertThat(log.conversation(Entries.CONVERSATION))
        .extracting(Stored::index)
        .containsExactly(1L);
    assertThat(log.sealed(0).keyId()).isNotEqualTo(log.sealed(1).keyId());
    assertThat(log.erase(new ConversationId("never seen"))).isEmpty();
  }

  @Test
  @DisplayName("A2, B14: no text of a conversation stands in clear anywhere under the home")
  void noTextStandsInClearUnderTheHome() throws IOException {
    String marked = "marked-text-7f3a-\u00e9";
    log.append(Entries.message(1, marked));
    log.append(new Entry.Foreign(Entries.NOON, "note", "{\"t\":\"" + marked + "\"}"));
    log.append(Entries.message(new ConversationId("named-conversation-9c"), 1, "hello"));
    log.close();

    for (Path file : filesUnder(home.folder())) {
      byte[] bytes = Files.readAllBytes(file);
      String latin = new String(bytes, StandardCharsets.ISO_8859_1);
      String utf8 =
          new String(marked.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertThat(latin).as(file.toString()).doesNotContain(utf8, "marked-text-7f3a");
      assertThat(latin)
          .doesNotContain(Hashes.base64("marked-text-7f3a".getBytes()).substring(0, 20));
      assertThat(latin).doesNotContain("named-conversation-9c", "messageReceived");
      assertThat(new String(bytes, StandardCharsets.UTF_16BE)).doesNotContain("marked-text-7f3a");
    }
  }

  @Test
  void everythingIsForItsOwnerAlone() throws IOException {
    log.append(Entries.message(1, "a"));
    log.checkpoint();
    log.erase(Entries.CONVERSATION);
    log.close();

    for (Path file : filesUnder(home.folder())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
    try (Stream<Path> paths = Files.walk(home.folder())) {
      paths
          .filter(Files::isDirectory)
          .forEach(
              dir -> assertThat(dir).matches(d -> permissions(d).equals("rwx------"), "is 0700"));
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  static List<Path> filesUnder(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aCheckpointIsASignedNote() {
    log.append(Entries.message(1, "a"));

    SignedCheckpoint checkpoint = log.checkpoint();

    String[] lines = checkpoint.note().split("\n");
    assertThat(lines).hasSize(5);
    assertThat(lines[0]).isEqualTo(log.verifierKey().name());
    assertThat(lines[1]).isEqualTo("1");
    assertThat(lines[2]).isEqualTo(Hashes.base64(log.root(1)));
    assertThat(lines[3]).isEmpty();
    assertThat(lines[4]).startsWith("\u2014 " + lines[0] + " ");
    assertThat(SignedCheckpoint.parse(checkpoint.note(), log.verifierKey()).root())
        .isEqualTo(log.root(1));
  }

  @Test
  void aCheckpointFollowsTheBatchesByItself() {
    log.close();
    LogOptions eager = new LogOptions(Duration.ZERO, InstantSource.system(), new SecureRandom());
    log = DiskLog.open(home, eager);
    log.append(Entries.message(1, "a"));
    log.append(Entries.message(2, "b"));

    try (LogReader reader = LogReader.open(home)) {
      assertThat(reader.checkpoint().size()).isBetween(1L, 2L);
    }
  }

  @Test
  void theLeafHashOfAReceiptIsThatOfTheStoredBytes() {
    Receipt receipt = log.append(Entries.message(1, "a"));

    byte[] leaf = log.sealed(0).leaf();

    assertThat(HexFormat.of().parseHex(receipt.leafHash())).isEqualTo(Hashes.leaf(leaf));
    assertThat(leaf.length).isLessThanOrEqualTo(SealedRecord.MAX_LEAF);
  }

  @Test
  void aLogRolledBackToAnEarlierCopyIsRefused() throws IOException {
    log.append(Entries.message(1, "a"));
    log.close();
    byte[] earlier = Files.readAllBytes(home.records());
    log = DiskLog.open(home, LogOptions.standard());
    log.append(Entries.message(2, "b"));
    log.close();

    Files.write(home.records(), earlier);

    assertThatThrownBy(() -> DiskLog.open(home, LogOptions.standard()))
        .isInstanceOf(LogDamaged.class)
        .hasMessageContaining("cut off or rolled back");
    assertThat(Files.readAllBytes(home.records())).isEqualTo(earlier);
    assertThat(Verification.of(home).faults()).anyMatch(fault -> fault.contains("rolled back"));
  }

  @Test
  void whatIsGoneFromAHomeIsNamed() throws IOException {
    log.append(Entries.message(1, "a"));
    log.close();
    for (String file :
        List.of("log/records", "log/checkpoint", "keys/kek", "keys/vault", "keys/log-key.pem")) {
      Path path = home.folder().resolve(file);
      Path aside = folder.resolve("aside");
      Files.move(path, aside);

      assertThatThrownBy(() -> DiskLog.open(home, LogOptions.standard()))
          .isInstanceOf(LogDamaged.class)
          .hasMessageContaining(path.toString());
      assertThat(Verification.of(home).ok()).as(file).isFalse();

      Files.move(aside, path);
    }
    assertThat(Verification.of(home).ok()).isTrue();
    log = DiskLog.open(home, LogOptions.standard());
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void anyFlippedByteOfTheRecordsIsNamed() throws IOException {
    log.append(Entries.message(1, "first"));
    log.append(Entries.message(2, "second"));
    log.append(Entries.message(3, "third"));
    log.close();
    byte[] whole = Files.readAllBytes(home.records());

    List<Integer> missed = new ArrayList<>();
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x40;
      Files.write(home.records(), flipped);
      if (Verification.of(home).ok() || (at % 5 == 0 && opens())) {
        missed.add(at);
      }
      if (!Arrays.equals(Files.readAllBytes(home.records()), flipped)) {
        missed.add(-at);
      }
    }

    assertThat(missed).isEmpty();
    byte[] flipped = whole.clone();
    flipped[whole.length - 20] ^= 1;
    Files.write(home.records(), flipped);
    assertThat(Verification.of(home).toJson()).contains("\"ok\":false", "record 2 was changed");
  }

  private boolean opens() {
    try {
      DiskLog.open(home, LogOptions.standard()).close();
      return true;
    } catch (LogDamaged named) {
      return false;
    }
  }

  @Test
  void aWholeLogVerifies() {
    Entries.oneOfEach().forEach(log::append);
    log.append(Entries.message(1, "long ".repeat(40_000)));
    log.checkpoint();

    Verification verification = Verification.of(home);

    String root = HexFormat.of().formatHex(log.root(22));
    assertThat(verification.toJson())
        .isEqualTo("{\"size\":22,\"root\":\"" + root + "\",\"ok\":true}");
  }

  @Test
  void aClosedLogTakesNothing() {
    log.close();

    assertThatThrownBy(() -> log.append(Entries.message(1, "a")))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("closed");
  }
}
