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
import org.jspecify.annotations.Nullable;
import org.sweetie.models.retrieve.ContentWords;

/**
 * Scores sentences by the share of a question's content words that they hold, rare words counting
 * more, and lets none pass whose item leaves too much of the question untouched. Where question and
 * item are English, likeness of meaning counts as well.
 *
 * <p>Score 0 to 1: what the sentence holds, what its item holds and what the title holds, weighted
 * {@link #SENTENCE}, {@link #ITEM} and {@link #TITLE}; 0 where the item does not tell.
 */
final class Coverage implements ScoringModel {
  /** The share of a question that an item must hold before it is said to tell. */
  static final double ENOUGH = 0.5;

  /**
   * Or the cosine that its title or a sentence must have to the question, and the share it must
   * hold then. Set on questions about and beside the demo's items: of the latter, few come above
   * .4.
   */
  static final double ALIKE = 0.48;

  static final double ENOUGH_WHEN_ALIKE = 0.2;

  private static final double SENTENCE = 0.4;
  private static final double ITEM = 0.4;
  private static final double TITLE = 0.2;

  /** An item's first sentence speaks of what its title says, in whatever words. */
  private static final double OPENING = 0.5;

  private static final int SHORTEST_STEM = 4;
  private static final double SAME_SHARE = 0.7;

  private final Question question;
  private final @Nullable Likeness likeness;
  private final Map<String, List<Set<String>>> wanted = new HashMap<>();

  /**
   * @param likeness null where the question is not English
   */
  Coverage(Question question, @Nullable Likeness likeness) {
    this.question = question;
    this.likeness = likeness;
  }

  /** A sentence: which words of the question it holds, by number, and how alike it is. */
  private record Held(Set<Integer> words, double alike) {}

  /** What an item holds, title and sentences. */
  private static final class HeldByItem {
    private final Held title;
    private final Set<Integer> words;
    private double alike;
    private boolean begun;

    HeldByItem(Held title) {
      this.title = title;
      this.words = new HashSet<>(title.words());
      this.alike = title.alike();
    }

    void add(Held sentence) {
      words.addAll(sentence.words());
      alike = Math.max(alike, sentence.alike());
    }

    /** Once: for the first sentence. */
    boolean begins() {
      boolean first = !begun;
      begun = true;
      return first;
    }
  }

  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
    List<Held> sentences = new ArrayList<>();
    Map<String, HeldByItem> items = new HashMap<>();
    List<HeldByItem> itemOf = new ArrayList<>();
    for (TextSegment segment : segments) {
      Sourced source = Sourced.of(segment);
      Held sentence = held(segment.text(), source.language(), query);
      HeldByItem item =
          items.computeIfAbsent(
              source.item(), id -> new HeldByItem(held(source.title(), source.language(), query)));
      item.add(sentence);
      sentences.add(sentence);
      itemOf.add(item);
    }
    double[] weights = weights(sentences);
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      scores.add(score(sentences.get(i), itemOf.get(i), weights));
    }
    return Response.from(scores);
  }

  private static double score(Held sentence, HeldByItem item, double[] weights) {
    double ofItem = share(item.words, weights);
    double ofTitle = share(item.title.words(), weights);
    double opening = item.begins() ? OPENING * ofTitle : 0;
    double ofSentence = Math.max(opening, share(sentence.words(), weights));
    boolean tells = ofItem >= ENOUGH || (item.alike >= ALIKE && ofItem >= ENOUGH_WHEN_ALIKE);
    if (!tells || (ofSentence == 0 && sentence.alike() < ALIKE)) {
      return 0;
    }
    double told = Math.max(ofSentence, (ofSentence + sentence.alike()) / 2);
    return SENTENCE * told
        + ITEM * Math.max(ofItem, item.alike)
        + TITLE * Math.max(ofTitle, item.title.alike());
  }

  private Held held(String text, String language, String query) {
    List<Set<String>> words = wanted.computeIfAbsent(language, question::terms);
    Set<String> terms = ContentWords.in(language).terms(text);
    Set<Integer> held = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).stream().anyMatch(word -> isHeld(word, terms, language))) {
        held.add(i);
      }
    }
    return new Held(
        held, likeness != null && language.startsWith("en") ? likeness.of(query, text) : 0);
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
  private double[] weights(List<Held> held) {
    double[] weights = new double[question.words().size()];
    for (int i = 0; i < weights.length; i++) {
      int word = i;
      long with = held.stream().filter(h -> h.words().contains(word)).count();
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
