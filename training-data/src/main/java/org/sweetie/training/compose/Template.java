package org.sweetie.training.compose;

import java.util.Set;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.split.SplitPlan;

/**
 * One authored line: {@code [a|b]} marks a choice, {@code {game}} a slot.
 *
 * @param section the register it belongs to, the act it answers, or {@code any}
 */
record Template(String language, String pool, String section, String text, Set<Indicator> acts) {
  static final String ANY = "any";

  Template {
    acts = Set.copyOf(acts);
  }

  String family() {
    return SplitPlan.familyOf(text);
  }
}
