package org.sweetie.training.corpus;

import java.util.Set;
import org.sweetie.engine.signal.Indicator;

/**
 * A single line for the message classifier.
 *
 * @param text one wording of the template, slots filled
 * @param language ISO 639-1
 * @param register {@code games social study agency}, or {@code any}
 * @param acts what the line does on its surface; empty for ordinary talk
 * @param family the template it was worded from; lines of one family stand in one split
 */
public record LabelledLine(
    String text, String language, String register, Set<Indicator> acts, String family) {
  public LabelledLine {
    acts = Set.copyOf(acts);
  }
}
