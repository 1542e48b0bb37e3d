package org.sweetie.models.extract;

import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.IdentifierType;

/**
 * What a finder proposes, in units of the passage it read.
 *
 * @param weight of two that overlap the heavier stays
 */
record Candidate(
    IdentifierType type,
    int start,
    int end,
    String normalized,
    double score,
    int weight,
    @Nullable String platform) {
  static Candidate of(
      IdentifierType type, int start, int end, String normalized, double score, int weight) {
    return new Candidate(type, start, end, normalized, score, weight, null);
  }
}
