package org.sweetie.models.classify;

import java.util.Set;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.rules.Cue;

/**
 * What one message shows to the conversation model.
 *
 * @param scores one for each {@link Indicator}, then one for each {@link Voice}, 0 to 1
 * @param cues what it says of the situation
 */
public record Signs(double[] scores, Set<Cue> cues) {
  public Signs {
    if (scores.length != MessageClassifier.OUTPUTS) {
      throw new IllegalArgumentException(
          scores.length + " scores: expected " + MessageClassifier.OUTPUTS);
    }
    scores = scores.clone();
    cues = Set.copyOf(cues);
  }

  @Override
  public double[] scores() {
    return scores.clone();
  }

  double score(Indicator indicator) {
    return scores[indicator.ordinal()];
  }

  double score(Voice voice) {
    return scores[Indicator.values().length + voice.ordinal()];
  }
}
