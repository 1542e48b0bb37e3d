package org.sweetie.models.assist;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sweetie.models.retrieve.ContentWords;

/**
 * Scores sentences by the share of a question's content words that they hold, rare words counting
 * more, and lets none pass whose item leaves too much of the question untouched.
 *
 * <p>Score 0 to 1: half the share that the sentence holds, half the share that its item holds; 0
 * where the item's share is under {@link #ENOUGH}.
 */
final class Coverage implements ScoringModel {
  /** The share of a question that an item must hold before the library is said to tell. */
  static final double ENOUGH = 0.5;

  private final Question question;
  private final Map<String, List<Set<String>>> wanted = new HashMap<>();

  Coverage(Question question) {
    this.question = question;
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    List<Set<Integer>> held = new ArrayList<>();
    Map<String, Set<Integer>> heldByItem = new HashMap<>();
    for (TextSegment segment : segments) {
      Sourced source = Sourced.of(segment);
      Set<Integer> here = held(segment.text(), source.language());
      held.add(here);
      heldByItem
          .computeIfAbsent(source.item(), id -> held(source.title(), source.language()))
          .addAll(here);
    }
    double[] weights = weights(held);
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      String item = Sourced.of(segments.get(i)).item();
      double ofItem = share(heldByItem.getOrDefault(item, Set.of()), weights);
      double ofSentence = share(held.get(i), weights);
      scores.add(ofItem < ENOUGH || ofSentence == 0 ? 0 : (ofItem + ofSentence) / 2);
    }
    return Response.from(scores);
  }

  /** Which words of the question a text holds, by number. */
  private Set<Integer> held(String text, String language) {
    List<Set<String>> words = wanted.computeIfAbsent(language, question::terms);
    Set<String> terms = ContentWords.in(language).terms(text);
    Set<Integer> held = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).stream().anyMatch(terms::contains)) {
        held.add(i);
      }
    }
    return held;
  }

  /** Inverse sentence frequency among the sentences at hand (Spaerck Jones 1972, smoothed). */
  private double[] weights(List<Set<Integer>> held) {
    double[] weights = new double[question.words().size()];
    for (int i = 0; i < weights.length; i++) {
      int word = i;
      long with = held.stream().filter(h -> h.contains(word)).count();
      weights[i] = Math.log(1 + (held.size() + 1) / (with + 1.0));
    }
    return weights;
  }

  private static double share(Set<Integer> held, double[] weights) {
    double all = 0;
    double some = 0;
    for (int i = 0; i < weights.length; i++) {
      all += weights[i];
      some += held.contains(i) ? weights[i] : 0;
    }
    return all == 0 ? 0 : some / all;
  }
}
