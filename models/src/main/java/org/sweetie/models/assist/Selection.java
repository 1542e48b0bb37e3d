package org.sweetie.models.assist;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which of the sentences that were ranked an answer quotes, in what order. */
final class Selection {
  private static final int MOST = 4;

  /** A sentence this much weaker than the best one says something else. */
  private static final double NEAR_BEST = 0.7;

  /** Best first; equal ones as the search and their items order them. */
  private static final Comparator<Content> BEST_FIRST =
      Comparator.comparingDouble(Selection::score)
          .reversed()
          .thenComparingInt(c -> Sourced.of(c.textSegment()).rank())
          .thenComparingInt(c -> Sourced.of(c.textSegment()).start());

  private Selection() {}

  /**
   * Up to four sentences: those nearly as good as the best one, and what follows the best one,
   * which often says what it announces; in the order in which they stand in their items.
   *
   * @param all sentences in order of their items and within them
   * @param ranked those among them that answer the question, with their scores
   */
  static List<TextSegment> of(List<Content> all, List<Content> ranked) {
    List<TextSegment> sentences = all.stream().map(Content::textSegment).toList();
    Map<TextSegment, Integer> places = new LinkedHashMap<>();
    sentences.forEach(sentence -> places.putIfAbsent(sentence, places.size()));
    TreeMap<Integer, TextSegment> chosen = new TreeMap<>();
    double best = 0;
    for (Content content : ranked.stream().sorted(BEST_FIRST).toList()) {
      int place = places.getOrDefault(content.textSegment(), 0);
      if (chosen.isEmpty()) {
        best = score(content);
        add(place, sentences, chosen);
        addNeighbour(place, sentences, chosen);
      } else if (score(content) >= NEAR_BEST * best && chosen.size() < MOST) {
        add(place, sentences, chosen);
      }
    }
    return new ArrayList<>(chosen.values());
  }

  private static void add(int place, List<TextSegment> from, Map<Integer, TextSegment> to) {
    to.put(place, from.get(place));
  }

  private static void addNeighbour(
      int place, List<TextSegment> from, Map<Integer, TextSegment> to) {
    if (areOfOneItem(place, place + 1, from)) {
      add(place + 1, from, to);
    } else if (areOfOneItem(place, place - 1, from)) {
      add(place - 1, from, to);
    }
  }

  private static boolean areOfOneItem(int place, int other, List<TextSegment> all) {
    return other >= 0
        && other < all.size()
        && Sourced.of(all.get(place)).item().equals(Sourced.of(all.get(other)).item());
  }

  private static double score(Content content) {
    return content.metadata().get(ContentMetadata.RERANKED_SCORE) instanceof Double score
        ? score
        : 0;
  }
}
