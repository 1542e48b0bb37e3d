package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.Entry;

/** A writer of its own process, killed with SIGKILL in mid-work. */
class KillTest {
  private static final int KILLS = Integer.getInteger("evidence.kills", 50);
  private static final int THREADS = 8;

  @TempDir Path folder;

  @Test
  @Timeout(240)
  void fiftyKillsAtRandomPointsLoseNoAcknowledgedRecord() throws IOException {
    Home home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    Random random = new Random(20_260_105);
    Map<Long, Long> acknowledged = new HashMap<>();

    for (int kill = 0; kill < KILLS; kill++) {
      int lines = random.nextInt(kill % 5 == 0 ? 3 : 150);
      acknowledged.putAll(runAndKill(home, 1 + (long) kill * 10_000_000, lines));
      requireAll(home, acknowledged);
    }

    assertThat(acknowledged).hasSizeGreaterThan(KILLS * 40);
    assertThat(Verification.of(home).faults()).isEmpty();
  }

  /** Runs a writer, kills it after so many acknowledged records, and gives index to seed. */
  private static Map<Long, Long> runAndKill(Home home, long seed, int lines) throws IOException {
    Process process = start(home, seed, THREADS);
    Map<Long, Long> acknowledged = new HashMap<>();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("open");
      String line = "";
      for (int n = 0; n < lines && line != null; n++) {
        line = out.readLine();
        note(line, acknowledged);
      }
      // Through its handle: the process object would close the stream that is still to be read.
      process.toHandle().destroyForcibly();
      // What it had printed before it died was acknowledged too; its last line may be cut off.
      while ((line = out.readLine()) != null) {
        note(line, acknowledged);
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    return acknowledged;
  }

  private static void note(String line, Map<Long, Long> acknowledged) {
    if (line != null && line.matches("[0-9]+ [0-9]+")) {
      String[] parts = line.split(" ");
      acknowledged.put(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
  }

  private static void requireAll(Home home, Map<Long, Long> acknowledged) {
    try (DiskLog log = DiskLog.open(home, LogOptions.standard())) {
      Map<Long, Entry> found = new HashMap<>();
      log.read(0, stored -> found.put(stored.index(), stored.entry()));
      List<Long> lost = new ArrayList<>();
      acknowledged.forEach(
          (index, seed) -> {
            if (!Appender.entry(seed).equals(found.get(index))) {
              lost.add(index);
            }
          });
      assertThat(lost).isEmpty();
    }
  }

  private static Process start(Home home, long seed, int threads) throws IOException {
    return java(Appender.class, home.toString(), Long.toString(seed), Integer.toString(threads));
  }

  private static Process java(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  @Timeout(60)
  void aRefusedAttemptInTheWritersOwnProcessDoesNotOpenTheHomeToOthers() throws Exception {
    Home home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    try (DiskLog writer = DiskLog.open(home, LogOptions.standard())) {
      assertThat(writer.size()).isZero();
      assertThatThrownBy(() -> DiskLog.open(home, LogOptions.standard()))
          .isInstanceOf(HomeInUse.class);

      assertThat(said(java(LockProbe.class, home.toString()))).isEqualTo("in use");
    }
    assertThat(said(java(LockProbe.class, home.toString()))).isEqualTo("opened");
  }

  private static String said(Process process) throws IOException {
    try (BufferedReader out = process.inputReader()) {
      return out.readLine();
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  @Timeout(60)
  void aSecondProcessIsRefusedAndAReaderIsNot() throws IOException {
    Home home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    Process process = start(home, 1, 2);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("open");
      long[] last = {0};
      for (int n = 0; n < 20; n++) {
        last[0] = Math.max(last[0], Long.parseLong(out.readLine().split(" ")[0]));
      }

      assertThatThrownBy(() -> DiskLog.open(home, LogOptions.standard()))
          .isInstanceOf(HomeInUse.class)
          .hasMessageContaining("another sweetie works on " + home)
          .hasMessageContaining("process " + process.pid());
      try (LogReader reader = LogReader.open(home)) {
        assertThat(reader.size()).isGreaterThan(last[0]);
        long[] read = {0};
        reader.read(0, stored -> read[0]++);
        assertThat(read[0]).isGreaterThan(last[0]);
        assertThat(Verification.of(home).faults()).isEmpty();
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }
}
