package org.sweetie.bridge.channel;

import java.time.Instant;

final class Times {
  static final Instant NOW = Instant.parse("2026-01-05T16:00:00Z");

  private Times() {}
}
