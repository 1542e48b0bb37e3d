package org.sweetie.models.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.signal.Indicator;

/** Indicators found in single messages against those labelled. For one thread. */
public final class ActCounts {
  private final Map<Indicator, long[]> cells = new EnumMap<>(Indicator.class);
  private long messages;

  /** Counts one message. */
  public void add(Set<Indicator> labelled, Set<Indicator> found) {
    messages++;
    for (Indicator act : Indicator.values()) {
      boolean is = labelled.contains(act);
      boolean seen = found.contains(act);
      if (is || seen) {
        cells.computeIfAbsent(act, a -> new long[3])[is && seen ? 0 : seen ? 1 : 2]++;
      }
    }
  }

  /** The counts of an indicator over all messages. */
  public Confusion of(Indicator act) {
    long[] c = cells.getOrDefault(act, new long[3]);
    return new Confusion(c[0], c[1], c[2], messages - c[0] - c[1] - c[2]);
  }

  /** Whether any message was labelled. */
  public boolean isEmpty() {
    return cells.values().stream().allMatch(c -> c[0] + c[2] == 0);
  }
}
