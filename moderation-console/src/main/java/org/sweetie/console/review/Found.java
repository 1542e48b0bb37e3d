package org.sweetie.console.review;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sweetie.engine.evidence.Entry;

/**
 * Something found in one message, indicator or identifier alike.
 *
 * @param start first UTF-16 unit of the original text
 * @param end one past the last UTF-16 unit
 * @param name the wire name of the indicator or of the identifier's type
 * @param value the normal form of an identifier; empty for an indicator
 */
record Found(int start, int end, boolean identifier, String name, String value, double score) {
  /** Everything found, in reading order. */
  static List<Found> in(Entry.Findings findings) {
    Stream<Found> indicators =
        findings.indicators().stream()
            .map(i -> new Found(i.start(), i.end(), false, i.name().wire(), "", i.score()));
    Stream<Found> identifiers =
        findings.identifiers().stream()
            .map(
                i ->
                    new Found(
                        i.start(), i.end(), true, i.type().wire(), i.normalized(), i.score()));
    return Stream.concat(indicators, identifiers)
        .sorted(Comparator.comparingInt(Found::start).thenComparingInt(Found::end))
        .toList();
  }
}
