package org.sweetie.models.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.encode.SentenceEncoder;

/**
 * The algorithm Roblox published in 2025 as Sentinel (github.com/Roblox/Sentinel, "realtime
 * detection of extremely rare classes of text by contrastive learning"), with its defaults, on
 * MiniLM, which its authors recommend.
 *
 * <ul>
 *   <li>A message: the mean of e^s over its five nearest rare examples, divided by the mean of e^s
 *       over its five nearest common ones, s the cosine; the logarithm of that, 0 below 0.1.
 *   <li>A person: the skewness (mean - median) / standard deviation of their messages' scores; 0
 *       below ten messages.
 *   <li>Five common examples for each rare one.
 * </ul>
 *
 * <p>A conversation is as bad as the worse of its people.
 */
public final class Sentinel implements Scorer {
  private static final int NEAREST = 5;
  private static final double LEAST = 0.1;
  private static final int FEWEST = 10;
  private static final int COMMON_FOR_RARE = 5;

  private final TextReader text;
  private final SentenceEncoder encoder = new SentenceEncoder();
  private final float[][] rare;
  private final float[][] common;

  /**
   * @param text makes texts readable
   * @param rare messages as an offender writes them
   * @param common other messages; the first five for each rare one are taken
   */
  public Sentinel(TextReader text, List<String> rare, List<String> common) {
    if (rare.isEmpty() || common.isEmpty()) {
      throw new IllegalArgumentException(
          rare.size() + " rare and " + common.size() + " common examples: give some of both");
    }
    this.text = text;
    this.rare = encoded(rare);
    this.common =
        encoded(common.subList(0, Math.min(common.size(), COMMON_FOR_RARE * rare.size())));
  }

  private float[][] encoded(List<String> texts) {
    return texts.parallelStream().map(t -> encoder.encode(t)).toArray(float[][]::new);
  }

  @Override
  public String name() {
    return "Sentinel";
  }

  @Override
  public Scored score(Conversation conversation) {
    Map<String, List<Double>> byAuthor = new HashMap<>();
    Map<String, Double> skews = new HashMap<>();
    double[] scores = new double[conversation.messages().size()];
    List<@Nullable String> suspects = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      Utterance message = conversation.messages().get(i);
      List<Double> own = byAuthor.computeIfAbsent(message.author(), a -> new ArrayList<>());
      own.add(contrast(encoder.encode(text.read(message.text()).text())));
      skews.put(message.author(), skewness(own));
      Map.Entry<String, Double> worst =
          skews.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      scores[i] = worst.getValue();
      suspects.add(worst.getKey());
    }
    return new Scored(scores, suspects);
  }

  private double contrast(float[] vector) {
    double ratio = nearness(vector, rare) / nearness(vector, common);
    double score = ratio <= 1 ? 0 : Math.log(ratio);
    return score < LEAST ? 0 : score;
  }

  /** The mean of e^s over the nearest. */
  private static double nearness(float[] vector, float[][] examples) {
    PriorityQueue<Double> nearest = new PriorityQueue<>();
    for (float[] example : examples) {
      double cosine = 0;
      for (int i = 0; i < vector.length; i++) {
        cosine += vector[i] * example[i];
      }
      nearest.add(cosine);
      if (nearest.size() > NEAREST) {
        nearest.remove();
      }
    }
    return nearest.stream().mapToDouble(Math::exp).average().orElse(1);
  }

  /** (mean - median) / standard deviation; 0 for fewer than ten, or where all are equal. */
  static double skewness(List<Double> scores) {
    if (scores.size() < FEWEST) {
      return 0;
    }
    double[] sorted = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    double mean = Arrays.stream(sorted).average().orElse(0);
    double variance = Arrays.stream(sorted).map(s -> (s - mean) * (s - mean)).average().orElse(0);
    boolean allEqual = sorted[0] == sorted[sorted.length - 1];
    return allEqual ? 0 : (mean - median) / Math.sqrt(variance);
  }
}
