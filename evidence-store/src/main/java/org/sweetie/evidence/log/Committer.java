package org.sweetie.evidence.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.evidence.LogUnavailable;

/**
 * Gathers the records of many callers into batches and hands them to one thread: whoever comes
 * while a batch is being flushed goes into the next.
 */
final class Committer implements AutoCloseable {
  private static final int MAX_BYTES = 16 << 20;

  /** What becomes of a batch. Both run on the committer's thread. */
  interface Target {
    /** Makes the batch durable and answers every caller. */
    void commit(List<Pending> batch);

    /** Nothing came for a while. */
    void idle();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final Target target;
  private final long idleNanos;
  private final Thread thread;
  private long gatherNanos;
  private int lastBatch = 1;
  private boolean closing;

  Committer(String name, Target target, Duration idleAfter) {
    this.target = target;
    this.idleNanos = Math.max(1_000_000, idleAfter.toNanos());
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void submit(List<Pending> pending) {
    lock.lock();
    try {
      if (closing) {
        throw new LogUnavailable("the log is closed: open it again", null);
      }
      queue.addAll(pending);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      List<Pending> batch = take();
      while (batch != null) {
        runOne(batch);
        batch = take();
      }
    } finally {
      refuseRest();
    }
  }

  private void runOne(List<Pending> batch) {
    if (batch.isEmpty()) {
      target.idle();
      return;
    }
    long start = System.nanoTime();
    try {
      target.commit(batch);
    } finally {
      // Nobody waits for ever, whatever went wrong; who has an answer keeps it.
      batch.forEach(p -> p.fail(new LogUnavailable("the log failed: close and open it", null)));
    }
    gatherNanos = Math.min(1_000_000, (System.nanoTime() - start) / 4);
    lastBatch = batch.size();
  }

  /** The next batch; an empty one when nothing came for a while; null at the end. */
  private @Nullable List<Pending> take() {
    lock.lock();
    try {
      long patience = idleNanos;
      while (queue.isEmpty() && !closing && patience > 0) {
        patience = awaitNanos(patience);
      }
      gather();
      return queue.isEmpty() && closing ? null : drain();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits a fraction of a flush for as many callers as came last time: those just answered are on
   * their way back, and a batch that leaves without them costs them a whole flush.
   */
  private void gather() {
    long patience = gatherNanos;
    while (!queue.isEmpty() && queue.size() < lastBatch && !closing && patience > 0) {
      patience = awaitNanos(patience);
    }
  }

  private long awaitNanos(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException nobodyElseHasThisThread) {
      return 0;
    }
  }

  private List<Pending> drain() {
    List<Pending> batch = new ArrayList<>(queue.size());
    long bytes = 0;
    while (!queue.isEmpty() && bytes < MAX_BYTES) {
      Pending next = queue.remove();
      bytes += Batch.size(next.record());
      batch.add(next);
    }
    return batch;
  }

  private void refuseRest() {
    lock.lock();
    try {
      closing = true;
      queue.forEach(p -> p.fail(new LogUnavailable("the log was closed: open it again", null)));
      queue.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Commits what waits and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    joinThread();
  }

  private void joinThread() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        TimeUnit.MILLISECONDS.timedJoin(thread, Long.MAX_VALUE);
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
