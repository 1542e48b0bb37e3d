package org.sweetie.models.retrieve;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An item and its score over several rankings by reciprocal rank fusion (Cormack, Clarke and
 * Buettcher 2009).
 *
 * <p>Computed here and not by LangChain4j's fuser, because that one gives an order without scores
 * and leaves ties as they come.
 */
record Fused(String id, double score) {
  private static final int K = 60;

  private static final Comparator<Fused> BEST_FIRST =
      Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::id);

  /** The ids of all rankings, best first, equal ones by id. */
  static List<Fused> of(Collection<List<String>> rankings) {
    Map<String, Double> scores = new HashMap<>();
    for (List<String> ranking : rankings) {
      for (int i = 0; i < ranking.size(); i++) {
        scores.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .map(e -> new Fused(e.getKey(), e.getValue()))
        .sorted(BEST_FIRST)
        .toList();
  }
}
