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
 * <p>Score 0 to 1: what the sentence holds, what its item holds and what the title holds, weighted
 * {@link #SENTENCE}, {@link #ITEM} and {@link #TITLE}; 0 where the item holds less than {@link
 * #ENOUGH}.
 */
final class Coverage implements ScoringModel {
  /** The share of a question that an item must hold before the library is said to tell. */
  static final double ENOUGH = 0.5;

  private static final double SENTENCE = 0.4;
  private static final double ITEM = 0.4;
  private static final double TITLE = 0.2;

  /** An item's first sentence speaks of what its title says, in whatever words. */
  private static final double OPENING = 0.5;

  private static final int SHORTEST_STEM = 4;
  private static final double SAME_SHARE = 0.7;

  private final Question question;
  private final Map<String, List<Set<String>>> wanted = new HashMap<>();

  Coverage(Question question) {
    this.question = question;
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    List<Set<Integer>> held = new ArrayList<>();
    Map<String, Set<Integer>> heldByItem = new HashMap<>();
    Map<String, Set<Integer>> heldByTitle = new HashMap<>();
    for (TextSegment segment : segments) {
      Sourced source = Sourced.of(segment);
      Set<Integer> here = held(segment.text(), source.language());
      held.add(here);
      Set<Integer> title =
          heldByTitle.computeIfAbsent(source.item(), id -> held(source.title(), source.language()));
      heldByItem.computeIfAbsent(source.item(), id -> new HashSet<>(title)).addAll(here);
    }
    return Response.from(scores(segments, held, heldByItem, heldByTitle));
  }

  private List<Double> scores(
      List<TextSegment> segments,
      List<Set<Integer>> held,
      Map<String, Set<Integer>> heldByItem,
      Map<String, Set<Integer>> heldByTitle) {
    double[] weights = weights(held);
    Set<String> begun = new HashSet<>();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      String item = Sourced.of(segments.get(i)).item();
      double ofItem = share(heldByItem.getOrDefault(item, Set.of()), weights);
      double ofTitle = share(heldByTitle.getOrDefault(item, Set.of()), weights);
      double opening = begun.add(item) ? OPENING * ofTitle : 0;
      double ofSentence = Math.max(opening, share(held.get(i), weights));
      double score = SENTENCE * ofSentence + ITEM * ofItem + TITLE * ofTitle;
      scores.add(ofItem < ENOUGH || ofSentence == 0 ? 0 : score);
    }
    return scores;
  }

  /** Which words of the question a text holds, by number. */
  private Set<Integer> held(String text, String language) {
    List<Set<String>> words = wanted.computeIfAbsent(language, question::terms);
    Set<String> terms = ContentWords.in(language).terms(text);
    Set<Integer> held = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).stream().anyMatch(word -> isHeld(word, terms, language))) {
        held.add(i);
      }
    }
    return held;
  }

  /**
   * Whether a word is among the terms. English stems well; where endings are many, a beginning that
   * is long enough will do.
   */
  private static boolean isHeld(String word, Set<String> terms, String language) {
    if (terms.contains(word)) {
      return true;
    }
    return !language.startsWith("en") && terms.stream().anyMatch(term -> isKin(word, term));
  }

  private static boolean isKin(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= SHORTEST_STEM && same >= SAME_SHARE * longer;
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
