package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a piece of what may be said cannot be listed.
 *
 * @param flow where it comes from and through what it went, in order
 */
record Unlisted(Sayings.Cause cause, List<String> flow) {
  private static final int LONGEST_FLOW = 8;

  Unlisted {
    flow = List.copyOf(flow);
  }

  static Unlisted of(Sayings.Cause cause, String where) {
    return new Unlisted(cause, List.of(where));
  }

  /** The same after one more station; a way that goes in circles is cut. */
  Unlisted through(String station) {
    if (flow.size() >= LONGEST_FLOW || flow.contains(station)) {
      return this;
    }
    List<String> longer = new ArrayList<>(flow);
    longer.add(station);
    return new Unlisted(cause, longer);
  }
}
