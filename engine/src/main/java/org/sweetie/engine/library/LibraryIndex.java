package org.sweetie.engine.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds items of the library. Safe for use by many threads. */
public interface LibraryIndex extends AutoCloseable {
  /** Takes items in; one with the id of an earlier one takes its place. Durable when it returns. */
  void add(Collection<LibraryItem> items);

  /**
   * The items that answer a query best, best first.
   *
   * @param language ISO 639-1 of the query; null to detect it
   * @param k how many at most
   */
  List<Hit> search(String query, @Nullable String language, int k);

  /** The item of an id. */
  Optional<LibraryItem> find(String id);

  /** How many items there are. */
  int size();

  @Override
  void close();

  /**
   * An item found.
   *
   * @param score comparable within one answer only; higher is better
   * @param start first UTF-16 unit of the passage of the item's text that fits best
   * @param end one past its last unit
   */
  record Hit(LibraryItem item, double score, int start, int end) {}
}
