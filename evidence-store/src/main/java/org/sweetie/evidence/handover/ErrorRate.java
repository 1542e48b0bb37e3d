package org.sweetie.evidence.handover;

/**
 * How often reading is wrong in one language, as measured (CONDUCT C9).
 *
 * @param language ISO 639-1
 * @param measure what was counted: {@code false alarms per conversation}
 * @param value 0 to 1
 * @param measuredOn which corpus, with its size
 */
public record ErrorRate(String language, String measure, double value, String measuredOn) {
  public ErrorRate {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("error rate " + value + ": expected 0 to 1");
    }
  }
}
