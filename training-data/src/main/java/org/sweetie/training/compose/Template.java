package org.sweetie.training.compose;

import java.util.Set;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.split.SplitPlan;

/**
 * One authored line: {@code [a|b]} marks a choice, {@code {game}} a slot.
 *
 * @param section the register it belongs to, the act it answers, or {@code any}
 * @param line its line in its file, from 1
 */
record Template(
    String language, String pool, String section, int line, String text, Set<Indicator> acts) {
  static final String ANY = "any";

  Template {
    acts = Set.copyOf(acts);
  }

  /** Where the line stands in a language's copy of its file. */
  String placeIn(String other) {
    return other + " " + pool + " " + line;
  }

  String family() {
    return SplitPlan.familyOf(text);
  }
}
