package org.sweetie.engine.script;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.script.OutputNode.Call;

/** Where calls are that give one thing after another. */
final class Walks {
  private @Nullable Rule rule;
  private @Nullable Map<Call, Integer> rounds;

  /** The rule a walk by {@code ^next} came to, or null before the first. */
  @Nullable Rule rule() {
    return rule;
  }

  void moveTo(Rule next) {
    rule = next;
  }

  /** Counts the rounds of a call, from 0. */
  int next(Call call) {
    Map<Call, Integer> known = rounds == null ? new IdentityHashMap<>() : rounds;
    rounds = known;
    return known.merge(call, 1, Integer::sum) - 1;
  }

  void end(Call call) {
    if (rounds != null) {
      rounds.remove(call);
    }
  }
}
