package org.sweetie.models.baseline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;

/** A baseline before it has a threshold. Safe for use by many threads. */
public interface Scorer {
  /** As tables name it. */
  String name();

  /** Reads one conversation from its first message on. */
  Scored score(Conversation conversation);

  /**
   * What it said after each message, from it and the earlier ones alone.
   *
   * @param scores higher is worse
   * @param suspects whose score that is; null entries name nobody
   */
  record Scored(double[] scores, List<@Nullable String> suspects) {
    public Scored {
      scores = scores.clone();
      suspects = Arrays.asList(suspects.toArray(new String[0]));
    }

    @Override
    public double[] scores() {
      return scores.clone();
    }
  }
}
