package org.sweetie.evidence.verify;

import java.util.List;

/**
 * A package after its checks.
 *
 * @param entries the opened entries in log order, for a replay; empty unless every check held
 */
public record Verified(Report report, List<OpenedEntry> entries) {
  public Verified {
    entries = List.copyOf(entries);
  }
}
