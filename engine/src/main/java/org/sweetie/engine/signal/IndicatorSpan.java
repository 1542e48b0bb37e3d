package org.sweetie.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * The words that carry an indicator.
 *
 * @param score 0 to 1
 * @param start first UTF-16 unit of the original text
 * @param end one past the last UTF-16 unit
 * @param group the same number on the parts of a span that continues in the next message; null for
 *     one that does not
 */
public record IndicatorSpan(
    Indicator name, double score, int start, int end, @Nullable Integer group) {
  public IndicatorSpan {
    Spans.check(score, start, end);
  }
}
