package org.sweetie.models.assist;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.models.retrieve.Passage;

/** The sentences of the items that a library finds for a question asked in one language. */
final class SentenceRetriever implements ContentRetriever {
  private final LibraryIndex index;
  private final Splitter splitter;
  private final String language;
  private final int items;

  /**
   * @param items how many items' sentences to give at most
   */
  SentenceRetriever(LibraryIndex index, Splitter splitter, String language, int items) {
    this.index = index;
    this.splitter = splitter;
    this.language = language;
    this.items = items;
  }

  @Override
  public List<Content> retrieve(Query query) {
    List<Content> contents = new ArrayList<>();
    int rank = 0;
    for (LibraryIndex.Hit hit : index.search(query.text(), language, items)) {
      add(hit.item(), rank++, contents);
    }
    return contents;
  }

  private void add(LibraryItem item, int rank, List<Content> to) {
    for (Passage sentence : splitter.sentences(item)) {
      int start = sentence.start();
      int end = sentence.end();
      to.add(
          new Sourced(item.id(), item.title(), item.language(), start, end, rank)
              .content(item.text()));
    }
  }
}
