package org.sweetie.console.library;

import java.util.List;
import java.util.Optional;

/** The library as its pages need it. May wait for the disk and for a model. */
public interface ReadingRoom {
  /** The items nearest to a query, best first, at most {@code k}. */
  List<Hit> search(String query, int k);

  /** An answer made of citations, or a refusal with where to find help (CONDUCT C10). */
  Answered ask(String question);

  /** One item. */
  Optional<Item> item(String id);

  /** One search result. */
  record Hit(String item, String title, String snippet, String about) {}

  /**
   * An answer.
   *
   * @param refused whether the question was refused; then the text says where to find help
   */
  record Answered(String question, String text, boolean refused, List<Citation> citations) {
    public Answered {
      citations = List.copyOf(citations);
    }
  }

  /** A quote with where it stands: UTF-16 units of the item's text. */
  record Citation(String item, String title, int start, int end, String quote) {}

  /** An item whole. */
  record Item(String id, String title, String text, String about, String url) {}
}
