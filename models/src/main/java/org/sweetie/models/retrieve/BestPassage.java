package org.sweetie.models.retrieve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.engine.library.LibraryItem;

/** Finds the few sentences of an item that hold most words of a query. */
final class BestPassage {
  private static final int SENTENCES = 3;
  private static final int UNITS = 400;

  private final Asked asked;
  private final Map<String, Set<String>> terms = new HashMap<>();

  BestPassage(Asked asked) {
    this.asked = asked;
  }

  /**
   * The best run of up to three sentences; where nothing matches, the first. Of a longer sentence
   * the whole.
   */
  Passage in(LibraryItem item) {
    String text = item.text();
    List<Passage> sentences = Sentences.of(text);
    if (sentences.isEmpty()) {
      return new Passage(0, text.length());
    }
    ContentWords words = ContentWords.in(item.language());
    Set<String> wanted = terms.computeIfAbsent(item.language(), l -> words.terms(asked.text()));
    List<Set<String>> found =
        sentences.stream().map(s -> shared(words.terms(s.of(text)), wanted)).toList();
    return best(sentences, found);
  }

  private static Set<String> shared(Set<String> some, Set<String> others) {
    some.retainAll(others);
    return some;
  }

  private static Passage best(List<Passage> sentences, List<Set<String>> found) {
    Passage best = sentences.get(0);
    int most = found.get(0).size();
    for (int first = 0; first < sentences.size(); first++) {
      Set<String> held = new HashSet<>();
      int start = sentences.get(first).start();
      for (int last = first; last < Math.min(first + SENTENCES, sentences.size()); last++) {
        int end = sentences.get(last).end();
        held.addAll(found.get(last));
        if (held.size() > most && (last == first || end - start <= UNITS)) {
          most = held.size();
          best = new Passage(start, end);
        }
      }
    }
    return best;
  }
}
