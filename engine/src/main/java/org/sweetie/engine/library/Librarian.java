package org.sweetie.engine.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions of professionals from the library, and from nothing else. Safe for use by many
 * threads.
 */
public interface Librarian {
  /**
   * Answers a question with quotations, refuses one that seeks access to children (CONDUCT C10), or
   * says that the library does not tell.
   *
   * @param language ISO 639-1 of the question; null to detect it
   */
  Answer ask(String question, @Nullable String language);

  /**
   * An answer.
   *
   * @param text in the language of the question
   * @param refused whether the question was refused; then the text names a helpline and there are
   *     no citations
   * @param citations the passages the text rests on, in order; empty where the library does not
   *     tell
   */
  record Answer(String text, boolean refused, List<Citation> citations) {
    public Answer {
      citations = List.copyOf(citations);
    }
  }

  /**
   * A passage of an item, word for word.
   *
   * @param item its id
   * @param start first UTF-16 unit of the item's text
   * @param end one past the last unit
   * @param quote the item's text from start to end
   */
  record Citation(String item, int start, int end, String quote) {}
}
