package org.sweetie.evidence.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.message.ConversationId;

/**
 * A process that appends from several threads until it is killed, and prints each record once it is
 * acknowledged: its index and the seed its content comes from.
 */
public final class Appender {
  private Appender() {}

  /** Arguments: home, first seed, number of threads. */
  public static void main(String[] arguments) throws InterruptedException {
    Home home = Home.open(Path.of(arguments[0]));
    long first = Long.parseLong(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    DiskLog log = DiskLog.open(home, LogOptions.standard());
    say("open");
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      long seed = first + (long) t * 1_000_000;
      Thread thread = new Thread(() -> append(log, seed));
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
  }

  private static void append(DiskLog log, long seed) {
    for (long each = seed; ; each++) {
      say(log.append(entry(each)).index() + " " + each);
    }
  }

  /** The entry of a seed, the same in every process. */
  static Entry entry(long seed) {
    Random random = new Random(seed);
    ConversationId id = new ConversationId("c" + random.nextInt(40));
    int length = random.nextInt(50) == 0 ? 80_000 : random.nextInt(900);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(Long.toString(random.nextLong(), 36)).append(' ');
    }
    return Entries.message(id, (int) (seed % 1_000_000), text.toString());
  }

  /** One whole line in one write, so that a kill does not mix two. */
  private static synchronized void say(String line) {
    PrintStream out = System.out;
    byte[] bytes = (line + "\n").getBytes();
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
