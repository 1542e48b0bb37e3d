package org.sweetie.console.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A fixed number of threads that take one thing after another until all are done. */
final class Workers {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Workers() {}

  /** Time on the clock, and processor time of the whole process, in nanoseconds. */
  static final class Spent {
    private long nanos;
    private long cpuNanos;

    private Spent(long nanos, long cpuNanos) {
      this.nanos = nanos;
      this.cpuNanos = cpuNanos;
    }

    Spent() {
      this(0, 0);
    }

    void add(Spent more) {
      nanos += more.nanos;
      cpuNanos += more.cpuNanos;
    }

    long nanos() {
      return nanos;
    }

    long cpuNanos() {
      return cpuNanos;
    }
  }

  /**
   * Does the work and waits for it.
   *
   * @return from the first thread's start to the last one's end
   * @throws CompletionException with what went wrong first, where something did
   */
  static <T> Spent run(int workers, List<T> things, Consumer<T> work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
    Thread[] threads = new Thread[workers];
    long cpuBegan = SYSTEM.getProcessCpuTime();
    long began = System.nanoTime();
    for (int i = 0; i < workers; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int at = next.getAndIncrement();
                    at < things.size();
                    at = next.getAndIncrement()) {
                  work.accept(things.get(at));
                }
              },
              "bench-" + i);
      threads[i].setUncaughtExceptionHandler((thread, fault) -> wrong.compareAndSet(null, fault));
      threads[i].start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (wrong.get() != null) {
      throw new CompletionException("the benchmark's work failed", wrong.get());
    }
    return new Spent(System.nanoTime() - began, SYSTEM.getProcessCpuTime() - cpuBegan);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring; run it again", e);
    }
  }
}
