package org.sweetie.models.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sweetie.engine.signal.Indicator;

/**
 * What the rules found in one message.
 *
 * @param hits ordered by start, then indicator; spans count in the text the tokens came from
 * @param cues what it says of the situation
 */
public record RuleFindings(List<Hit> hits, Set<Cue> cues) {
  public RuleFindings {
    hits = List.copyOf(hits);
    cues = cues.isEmpty() ? Set.of() : EnumSet.copyOf(cues);
  }

  /**
   * One indicator and the words that carry it.
   *
   * @param score the rule's own, 0 to 1
   */
  public record Hit(Indicator indicator, double score, int start, int end) {}
}
