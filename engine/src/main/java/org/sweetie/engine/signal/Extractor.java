package org.sweetie.engine.signal;

import java.util.List;

/** Finds identifiers in one text. Safe for use by many threads. */
public interface Extractor {
  /**
   * The identifiers of a text, ordered by start, none overlapping another.
   *
   * @param text the original text: identifiers are validated on what was written, not on a normal
   *     form
   * @param region ISO 3166-1 alpha-2 region in which a national telephone number is read
   */
  List<IdentifierSpan> extract(String text, String region);
}
