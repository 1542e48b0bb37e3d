package org.sweetie.engine.turn;

import java.time.Duration;

/** Lets time pass before a reply goes out. Time is the caller's: the engine has no clock. */
public interface Pacer {
  /** No time at all. */
  Pacer AT_ONCE = (delay, send) -> send.run();

  /** Runs something once a time has passed, on a thread that may wait for the disk. */
  void after(Duration delay, Runnable send);
}
