package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;

/** Any file of a home, changed at random: what is wrong is named, or nothing is lost by it. */
class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("evidence.mutations", 400);
  private static final long SEED = Long.getLong("evidence.seed", 91);

  @TempDir Path folder;
  private final List<Entry> entries = new ArrayList<>();
  private Path original;

  @BeforeEach
  void fill() {
    original = folder.resolve("original");
    Home home = Home.openOrCreate(original, Home.Purpose.LIVE);
    for (int run = 0; run < 3; run++) {
      try (DiskLog log = DiskLog.open(home, LogOptions.standard())) {
        for (int n = 0; n < 4; n++) {
          ConversationId id = new ConversationId("c" + n);
          entries.add(Entries.message(id, 10 * run + n + 1, "text " + run + n));
          log.append(entries.get(entries.size() - 1));
        }
        log.append(Entries.message(new ConversationId("gone"), run + 1, "erased"));
        log.erase(new ConversationId("gone"));
      }
    }
  }

  @Test
  void noChangeOfAnyFileGoesUnnamedAndCostsARecord() throws IOException {
    Random random = new Random(SEED);
    List<String> missed = new ArrayList<>();

    for (int i = 0; i < MUTATIONS; i++) {
      Path copy = folder.resolve("copy-" + i);
      copyHome(copy);
      String what = mutate(copy, random);
      if (!named(copy) && !entries.equals(read(copy))) {
        missed.add(what);
      }
      delete(copy);
    }

    assertThat(missed).as("seed %s", SEED).isEmpty();
  }

  @Test
  void aHomeThatNobodyChangedIsWhole() throws IOException {
    assertThat(named(original)).isFalse();
    assertThat(read(original)).isEqualTo(entries);
  }

  private static boolean named(Path at) {
    try {
      Home home = Home.open(at);
      if (!Verification.of(home).ok()) {
        return true;
      }
      DiskLog.open(home, LogOptions.standard()).close();
      return false;
    } catch (LogDamaged | HomeUnusable named) {
      return true;
    }
  }

  private static List<Entry> read(Path at) {
    List<Entry> read = new ArrayList<>();
    try (LogReader log = LogReader.open(Home.open(at))) {
      log.read(0, stored -> read.add(stored.entry()));
    }
    return read;
  }

  private static String mutate(Path home, Random random) throws IOException {
    List<Path> files = DiskLogTest.filesUnder(home).stream().sorted().toList();
    Path file = files.get(random.nextInt(files.size()));
    byte[] bytes = Files.readAllBytes(file);
    byte[] other = mutated(bytes, random);
    Files.write(file, other);
    return home.relativize(file) + ": " + bytes.length + " to " + other.length + " bytes";
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    byte[] other = bytes.clone();
    switch (random.nextInt(5)) {
      case 0 -> other = Arrays.copyOf(bytes, at);
      case 1 -> other = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(80));
      case 2 -> Arrays.fill(other, at, Math.min(bytes.length, at + 64), (byte) 0);
      case 3 -> System.arraycopy(bytes, 0, other, at, bytes.length - at);
      default -> other[at] ^= (byte) (1 << random.nextInt(8));
    }
    return other;
  }

  private void copyHome(Path to) throws IOException {
    for (Path file : DiskLogTest.filesUnder(original)) {
      Path target = to.resolve(original.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void delete(Path at) throws IOException {
    for (Path file : DiskLogTest.filesUnder(at)) {
      Files.delete(file);
    }
  }
}
