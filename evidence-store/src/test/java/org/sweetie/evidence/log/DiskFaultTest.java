package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog.Stored;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.evidence.disk.FaultyDisk;

class DiskFaultTest {
  @TempDir Path folder;

  private Home home(FaultyDisk disk) {
    Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    return Home.open(folder.resolve("home"), disk);
  }

  /** Time stands still: a checkpoint comes only at opening, at closing and when asked for. */
  private static LogOptions frozen() {
    return new LogOptions(
        Duration.ofHours(1), InstantSource.fixed(Instant.EPOCH), new SecureRandom());
  }

  private static List<Entry> read(Home home) {
    List<Entry> entries = new ArrayList<>();
    try (LogReader reader = LogReader.open(home)) {
      reader.read(0, stored -> entries.add(stored.entry()));
    }
    return entries;
  }

  @Test
  void aFullDiskRefusesTheRecordAndTheLogGoesOnWhenThereIsRoom() {
    FaultyDisk disk = new FaultyDisk(1);
    Home home = home(disk);
    try (DiskLog log = DiskLog.open(home, frozen())) {
      log.append(Entries.message(1, "before"));
      disk.room(100);

      assertThatThrownBy(() -> log.append(Entries.message(2, "does not fit")))
          .isInstanceOf(LogUnavailable.class)
          .hasMessageContaining("No space left");
      assertThat(log.size()).isEqualTo(1);

      disk.room(Long.MAX_VALUE);
      assertThat(log.append(Entries.message(3, "after")).index()).isEqualTo(1);
    }

    assertThat(read(home))
        .containsExactly(Entries.message(1, "before"), Entries.message(3, "after"));
    assertThat(Verification.of(home).ok()).isTrue();
  }

  @Test
  void aFullDiskBeforeANewKeyIsDurableStoresNothingSealedWithIt() {
    FaultyDisk disk = new FaultyDisk(1);
    Home home = home(disk);
    try (DiskLog log = DiskLog.open(home, frozen())) {
      disk.room(10);

      assertThatThrownBy(() -> log.append(Entries.message(1, "no room for the key")))
          .isInstanceOf(LogUnavailable.class);

      disk.room(Long.MAX_VALUE);
      log.append(Entries.message(2, "later"));
    }

    assertThat(read(home)).containsExactly(Entries.message(2, "later"));
  }

  @Test
  void afterAFailedFlushTheLogTakesNothingUntilItIsOpenedAgain() {
    FaultyDisk disk = new FaultyDisk(1);
    Home home = home(disk);
    DiskLog log = DiskLog.open(home, frozen());
    log.append(Entries.message(1, "before"));
    disk.failFlushes(1);

    assertThatThrownBy(() -> log.append(Entries.message(2, "unflushed")))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("Input/output error");
    assertThatThrownBy(() -> log.append(Entries.message(3, "refused")))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("open it");
    assertThat(log.size()).isEqualTo(1);
    log.close();

    try (DiskLog again = DiskLog.open(home, frozen())) {
      again.append(Entries.message(4, "after"));
    }
    assertThat(read(home))
        .containsExactly(Entries.message(1, "before"), Entries.message(4, "after"));
  }

  @Test
  void aBatchThatCanNotEvenBeCutOffIsCutOffAtTheNextOpening() {
    FaultyDisk disk = new FaultyDisk(1);
    Home home = home(disk);
    DiskLog log = DiskLog.open(home, frozen());
    log.append(Entries.message(1, "before"));
    disk.room(60);
    disk.cutPowerAfter(2);

    assertThatThrownBy(() -> log.append(Entries.message(2, "half")))
        .isInstanceOf(LogUnavailable.class);
    closed(log);
    disk.room(Long.MAX_VALUE);
    disk.cutPowerAfter(Long.MAX_VALUE);

    try (DiskLog again = DiskLog.open(home, frozen())) {
      assertThat(again.tornBytes()).isEqualTo(60);
      assertThat(again.size()).isEqualTo(1);
    }
  }

  @Test
  void shortWritesAreFinished() {
    FaultyDisk disk = new FaultyDisk(5);
    Home home = home(disk);
    disk.shortWrites();
    List<Entry> entries = new ArrayList<>();
    try (DiskLog log = DiskLog.open(home, frozen())) {
      for (int n = 1; n <= 20; n++) {
        entries.add(Entries.message(n, "m".repeat(n * 50)));
        log.append(entries.get(n - 1));
      }
    }

    assertThat(read(home)).isEqualTo(entries);
  }

  @Test
  void aTailTornAtAnyByteIsCutOffAndNothingElse() throws IOException {
    Home home = home(new FaultyDisk(1));
    DiskLog log = DiskLog.open(home, frozen());
    log.append(Entries.message(1, "kept"));
    byte[] kept = Files.readAllBytes(home.records());
    byte[] signed = Files.readAllBytes(home.checkpointFile());
    log.append(Entries.message(2, "torn"));
    byte[] whole = Files.readAllBytes(home.records());
    log.close();
    Random random = new Random(17);

    for (int cut = kept.length; cut < whole.length; cut++) {
      byte[] torn = Arrays.copyOf(whole, cut);
      // Now and then the file has its full length and garbage or nothing in it.
      if (cut % 3 == 0) {
        torn = Arrays.copyOf(torn, whole.length);
      } else if (cut % 3 == 1) {
        byte[] garbage = new byte[random.nextInt(whole.length - cut)];
        random.nextBytes(garbage);
        torn = concat(torn, garbage);
      }
      Files.write(home.records(), torn);
      Files.write(home.checkpointFile(), signed);
      if (Arrays.equals(torn, whole)) {
        continue;
      }

      try (DiskLog again = DiskLog.open(home, frozen())) {
        assertThat(again.size()).as("cut at " + cut).isEqualTo(1);
        assertThat(again.tornBytes()).isEqualTo(torn.length - kept.length);
      }
      assertThat(Files.readAllBytes(home.records())).isEqualTo(kept);
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPowerCutAtAnyStepLosesNothingAcknowledged(long seed) throws IOException {
    Random random = new Random(seed);
    Map<Long, Entry> acknowledged = new TreeMap<>();
    Map<Long, Entry> attempted = new TreeMap<>();
    int number = 0;

    for (int round = 0; round < 25; round++) {
      FaultyDisk disk = new FaultyDisk(random.nextLong());
      Home home = home(disk);
      disk.cutPowerAfter(random.nextInt(60));
      try (DiskLog log = DiskLog.open(home, frozen())) {
        requireAll(log, acknowledged);
        while (number < 100_000) {
          Entry entry = entry(++number, random);
          attempted.put(log.size(), entry);
          acknowledged.put(log.append(entry).index(), entry);
        }
      } catch (LogUnavailable powerCut) {
        assertThat(powerCut).hasMessageContaining("power is off");
      }
      disk.settle();
    }

    try (DiskLog log = DiskLog.open(home(new FaultyDisk(seed)), frozen())) {
      requireAll(log, acknowledged);
    }
    assertThat(Verification.of(home(new FaultyDisk(seed))).faults()).isEmpty();
    assertThat(acknowledged).hasSizeGreaterThan(50);
  }

  private static Entry entry(int number, Random random) {
    ConversationId id = new ConversationId("c" + random.nextInt(30));
    return Entries.message(id, number, "text ".repeat(1 + random.nextInt(300)));
  }

  /** What was acknowledged stands where it was, equal; at most the last append stands beyond. */
  private static void requireAll(DiskLog log, Map<Long, Entry> acknowledged) {
    Map<Long, Entry> found = new TreeMap<>();
    log.read(0, stored -> found.put(stored.index(), stored.entry()));
    acknowledged.forEach((index, entry) -> assertThat(found.get(index)).isEqualTo(entry));
    found.forEach(acknowledged::putIfAbsent);
  }

  @Test
  void anErasureCutShortAtAnyStepIsEitherDoneOrNot() throws IOException {
    for (int steps = 0; steps < 8; steps++) {
      Path at = folder.resolve("erase-" + steps);
      Home.openOrCreate(at, Home.Purpose.LIVE);
      FaultyDisk disk = new FaultyDisk(steps);
      Home home = Home.open(at, disk);
      ConversationId other = new ConversationId("other");
      DiskLog log = DiskLog.open(home, frozen());
      log.append(Entries.message(1, "erased"));
      log.append(Entries.message(other, 1, "kept"));
      disk.cutPowerAfter(steps);
      boolean told = erased(log);
      closed(log);
      disk.cutPowerAfter(Long.MAX_VALUE);

      try (DiskLog again = DiskLog.open(home, frozen())) {
        List<Stored> left = again.conversation(Entries.CONVERSATION);
        assertThat(told && !left.isEmpty()).isFalse();
        assertThat(again.conversation(other)).hasSize(1);
      }
      assertThat(Verification.of(home).faults()).isEmpty();
      assertThat(Files.readAllLines(home.keys().resolve("kek"))).hasSize(2);
    }
  }

  private static boolean erased(DiskLog log) {
    try {
      return log.erase(Entries.CONVERSATION).isPresent();
    } catch (LogUnavailable powerCut) {
      return false;
    }
  }

  private static void closed(DiskLog log) {
    try {
      log.close();
    } catch (LogUnavailable powerCut) {
      assertThat(powerCut).hasMessageContaining("power is off");
    }
  }
}
