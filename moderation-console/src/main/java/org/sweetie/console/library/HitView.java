package org.sweetie.console.library;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sweetie.engine.library.LibraryIndex.Hit;
import org.sweetie.engine.library.LibraryItem;

/**
 * One search result with the passage that fits best, set off in some of the text around it.
 *
 * @param about type, country, language, date and topics in one line
 */
record HitView(
    String id,
    String title,
    String language,
    String before,
    String passage,
    String after,
    int start,
    int end,
    String about) {
  private static final int AROUND = 90;
  private static final int MOST_PASSAGE = 260;

  static HitView of(Hit hit) {
    String text = hit.item().text();
    int start = Math.max(0, Math.min(hit.start(), text.length()));
    int end = Math.max(start, Math.min(hit.end(), text.length()));
    int shownEnd = end - start > MOST_PASSAGE ? wordEnd(text, start + MOST_PASSAGE) : end;
    int from = start <= AROUND ? 0 : wordStart(text, start - AROUND);
    int to = shownEnd + AROUND >= text.length() ? text.length() : wordEnd(text, shownEnd + AROUND);
    return new HitView(
        hit.item().id(),
        hit.item().title(),
        hit.item().language(),
        (from > 0 ? "\u2026" : "") + text.substring(Math.min(from, start), start),
        text.substring(start, shownEnd),
        text.substring(shownEnd, Math.max(shownEnd, to)) + (to < text.length() ? "\u2026" : ""),
        start,
        end,
        about(hit.item()));
  }

  /** The start of the first word at or after a place. */
  private static int wordStart(String text, int at) {
    int space = text.indexOf(' ', at);
    return space < 0 ? at : space + 1;
  }

  /** The end of the last word at or before a place. */
  private static int wordEnd(String text, int at) {
    int space = text.lastIndexOf(' ', at);
    return space < 0 ? at : space;
  }

  static String about(LibraryItem item) {
    List<String> topics = item.topics();
    return Stream.of(
            item.type(),
            item.country(),
            item.language(),
            Objects.requireNonNullElse(item.published(), ""),
            String.join(", ", topics))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" \u00b7 "));
  }
}
