package org.sweetie.models.baseline;

import java.util.List;
import org.sweetie.engine.message.Conversation;
import org.sweetie.models.evaluate.Detector;
import org.sweetie.models.evaluate.Judged;
import org.sweetie.models.evaluate.Ranking;
import org.sweetie.models.evaluate.Running;

/**
 * A baseline with its threshold.
 *
 * @param threshold a score from which a conversation is flagged; infinite for never
 */
public record Thresholded(Scorer scorer, double threshold) implements Detector {
  private static final double BETA = 0.5;

  /** With the threshold that gives the best F0.5 on these conversations. */
  public static Thresholded tuned(Scorer scorer, List<Example> examples) {
    Thresholded never = new Thresholded(scorer, Double.POSITIVE_INFINITY);
    List<Judged> judged =
        examples.parallelStream()
            .map(
                e ->
                    new Judged(
                        e.conversation().id(), "", "", e.offender(), never.read(e.conversation())))
            .toList();
    return new Thresholded(scorer, Ranking.of(judged).best(BETA).threshold());
  }

  @Override
  public String name() {
    return scorer.name();
  }

  @Override
  public Running read(Conversation conversation) {
    Scorer.Scored scored = scorer.score(conversation);
    return Running.of(scored.scores(), scored.suspects(), threshold);
  }
}
