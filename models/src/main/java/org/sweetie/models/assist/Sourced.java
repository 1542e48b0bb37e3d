package org.sweetie.models.assist;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import java.util.Objects;

/**
 * A sentence of an item and where it stands.
 *
 * @param rank of the item in the search, from 0
 */
record Sourced(String item, String title, String language, int start, int end, int rank) {
  private static final String ITEM = "item";
  private static final String TITLE = "title";
  private static final String LANGUAGE = "language";
  private static final String START = "start";
  private static final String END = "end";
  private static final String RANK = "rank";

  /** As LangChain4j's parts carry it. */
  Content content(String itemText) {
    Metadata metadata =
        new Metadata()
            .put(ITEM, item)
            .put(TITLE, title)
            .put(LANGUAGE, language)
            .put(START, start)
            .put(END, end)
            .put(RANK, rank);
    return Content.from(TextSegment.from(itemText.substring(start, end), metadata));
  }

  static Sourced of(TextSegment segment) {
    Metadata metadata = segment.metadata();
    return new Sourced(
        text(metadata, ITEM),
        text(metadata, TITLE),
        text(metadata, LANGUAGE),
        number(metadata, START),
        number(metadata, END),
        number(metadata, RANK));
  }

  private static String text(Metadata metadata, String key) {
    return Objects.requireNonNull(metadata.getString(key), key);
  }

  private static int number(Metadata metadata, String key) {
    return Objects.requireNonNull(metadata.getInteger(key), key);
  }
}
