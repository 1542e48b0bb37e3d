package org.sweetie.models.evaluate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a detector said of one conversation as it grew.
 *
 * @param scores after each message, from it and the earlier ones alone
 * @param flaggedAt how many messages had been read when the alarm came, from 1; 0 for no alarm
 * @param suspect whom the alarm names; null where there is none or it names nobody
 */
public record Running(double[] scores, int flaggedAt, @Nullable String suspect) {
  public Running {
    if (flaggedAt < 0 || flaggedAt > scores.length) {
      throw new IllegalArgumentException(
          "flagged at message "
              + flaggedAt
              + " of "
              + scores.length
              + ": expected 0 for never, or one of them");
    }
    scores = scores.clone();
  }

  /**
   * An alarm at the first score that reaches the threshold.
   *
   * @param suspects whom an alarm after each message would name; null entries name nobody
   */
  public static Running of(double[] scores, List<@Nullable String> suspects, double threshold) {
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= threshold) {
        return new Running(scores, i + 1, suspects.get(i));
      }
    }
    return new Running(scores, 0, null);
  }

  @Override
  public double[] scores() {
    return scores.clone();
  }

  /** How many messages were read. */
  public int messages() {
    return scores.length;
  }

  /** Whether an alarm came. */
  public boolean flagged() {
    return flaggedAt > 0;
  }

  /** The highest score of all; 0 for a conversation without a message. */
  public double highest() {
    return Arrays.stream(scores).max().orElse(0);
  }

  /** The score after the last message; 0 for a conversation without one. */
  public double last() {
    return scores.length == 0 ? 0 : scores[scores.length - 1];
  }

  /** The same when only its first messages are there. */
  public Running first(int messages) {
    int kept = Math.min(messages, scores.length);
    boolean still = flaggedAt > 0 && flaggedAt <= kept;
    return new Running(Arrays.copyOf(scores, kept), still ? flaggedAt : 0, still ? suspect : null);
  }
}
