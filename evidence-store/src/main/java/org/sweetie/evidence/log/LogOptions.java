package org.sweetie.evidence.log;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a log writes.
 *
 * @param checkpointEvery how long a batch may wait for a signed checkpoint that covers it; not
 *     negative
 * @param clock tells when a checkpoint is due
 * @param random makes keys and nonces
 */
public record LogOptions(Duration checkpointEvery, InstantSource clock, SecureRandom random) {
  public LogOptions {
    if (checkpointEvery.isNegative()) {
      throw new IllegalArgumentException(
          "checkpoint every " + checkpointEvery + ": expected zero or more");
    }
  }

  /** A checkpoint every second, the system's clock, the system's randomness. */
  public static LogOptions standard() {
    return new LogOptions(Duration.ofSeconds(1), InstantSource.system(), new SecureRandom());
  }
}
