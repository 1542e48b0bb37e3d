package org.sweetie.evidence.handover;

import java.util.List;

/**
 * A case may not be handed over as it stands: what is missing, each in words that say what to do.
 */
public final class HandoverRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> missing;

  HandoverRefused(String caseId, List<String> missing) {
    super("case '" + caseId + "' cannot be handed over: " + String.join("; ", missing));
    this.missing = List.copyOf(missing);
  }

  HandoverRefused(String message) {
    super(message);
    this.missing = List.of(message);
  }

  /** What is missing, one by one. */
  public List<String> missing() {
    return missing;
  }
}
