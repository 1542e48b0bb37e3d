package org.sweetie.console.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sweetie.engine.turn.Pacer;

/**
 * What a running house does later or now and then: replies that take their time to be typed, a look
 * at the persona's folder. What is still due when it closes is not done.
 */
final class Timetable implements Pacer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
  private static final int THREADS = 2;

  private final ScheduledExecutorService waiting =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "timetable");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void after(Duration delay, Runnable send) {
    keep(waiting.schedule(() -> run(send), delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Does something again and again, the same time after it ended. */
  void every(Duration pause, Runnable task) {
    keep(
        waiting.scheduleWithFixedDelay(
            () -> run(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Nothing waits for what is due: a fault of it is told by {@link #run}. */
  private static void keep(Future<?> due) {
    if (due.isCancelled()) {
      LOG.debug("The house closes; something that was due is not done");
    }
  }

  /** A fault of one task must not keep the others from their time. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      LOG.error("Something that was due could not be done: {}", fault.getMessage(), fault);
    }
  }

  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
