package org.sweetie.engine.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of the library for professionals.
 *
 * @param language ISO 639-1
 * @param type guide, webinar, course, case discussion, article
 * @param country ISO 3166-1 alpha-2 or a name; empty where it is about none
 * @param url where it stands in the library; empty where it has none
 * @param published ISO-8601 date as given; null where it is not known
 */
public record LibraryItem(
    String id,
    String title,
    String text,
    String language,
    String type,
    String country,
    List<String> topics,
    String url,
    @Nullable String published) {
  public LibraryItem {
    if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "item id '" + id + "': expected an id without white space");
    }
    topics = List.copyOf(topics);
  }
}
