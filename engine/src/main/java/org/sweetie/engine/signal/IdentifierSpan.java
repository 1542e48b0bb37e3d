package org.sweetie.engine.signal;

import org.jspecify.annotations.Nullable;

/**
 * An identifier as claimed in text: the whole surface it covers, obfuscation included.
 *
 * @param start first UTF-16 unit of the original text
 * @param end one past the last UTF-16 unit
 * @param text the surface: the original text from start to end
 * @param normalized the one form all spellings of it share (CONTRACTS.md, section 2)
 * @param score 0 to 1
 * @param platform the platform of a handle where one is said, lower case; otherwise null
 * @param group the same number on the parts of a span that continues in the next message; null for
 *     one that does not
 */
public record IdentifierSpan(
    IdentifierType type,
    int start,
    int end,
    String text,
    String normalized,
    double score,
    @Nullable String platform,
    @Nullable Integer group) {
  public IdentifierSpan {
    Spans.check(score, start, end);
  }
}
