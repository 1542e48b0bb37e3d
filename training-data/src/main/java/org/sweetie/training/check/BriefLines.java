package org.sweetie.training.check;

import java.util.function.Consumer;

/**
 * CONDUCT A4: corpus lines state an indicator briefly; what is longer than a message would be
 * starts to be advice.
 */
final class BriefLines implements Check {
  private static final int MOST_WORDS = 20;

  @Override
  public void check(SourceText text, Consumer<Finding> found) {
    if (!text.isIn("training/acts")) {
      return;
    }
    for (int i = 0; i < text.lines().size(); i++) {
      int words = text.lines().get(i).strip().split("\\s+").length;
      if (words > MOST_WORDS) {
        found.accept(
            new Finding(
                "A4",
                text.path(),
                i + 1,
                words + " words where " + MOST_WORDS + " are the most: state the indicator alone"));
      }
    }
  }
}
