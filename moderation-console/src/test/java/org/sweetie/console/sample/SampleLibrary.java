package org.sweetie.console.sample;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.library.Librarian;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;

/** One item, found by any of its words. */
final class SampleLibrary implements LibraryIndex, Librarian {
  private static final LibraryItem ITEM =
      new LibraryItem(
          "guide-1",
          "Talking with a class about safety online",
          "Begin with what pupils like about chatting. Explain that an adult who asks to keep a"
              + " talk secret is breaking a rule. Agree on whom a pupil can tell: a parent, a"
              + " teacher, a helpline. End with an exercise in which pupils write their own rules.",
          "en",
          "guide",
          "",
          List.of("prevention", "school"),
          "https://example.org/guides/1",
          "2025-05-01");
  private static final String QUOTE =
      "Agree on whom a pupil can tell: a parent, a teacher, a helpline.";

  @Override
  public void add(Collection<LibraryItem> items) {
    throw new UnsupportedOperationException("the sample library holds one item");
  }

  @Override
  public List<Hit> search(String query, @Nullable String language, int k) {
    int start = ITEM.text().indexOf(QUOTE);
    boolean found = List.of(query.split(" ")).stream().anyMatch(word -> ITEM.text().contains(word));
    return found ? List.of(new Hit(ITEM, 1, start, start + QUOTE.length())) : List.of();
  }

  @Override
  public Optional<LibraryItem> find(String id) {
    return id.equals(ITEM.id()) ? Optional.of(ITEM) : Optional.empty();
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Answer ask(String question, @Nullable String language) {
    int start = ITEM.text().indexOf(QUOTE);
    return new Answer(
        QUOTE + " [1]",
        false,
        List.of(new Citation(ITEM.id(), start, start + QUOTE.length(), QUOTE)));
  }

  @Override
  public void close() {}
}
