package org.sweetie.engine.script;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which labels spoke lately, for rules that only make sense then. */
final class Contexts {
  /** As ChatScript: a label that spoke gives context for so many turns. */
  static final int TURNS = 5;

  private final int turn;
  private final Map<String, Integer> turns;

  Contexts(int turn, Map<String, Integer> before) {
    this.turn = turn;
    this.turns = new TreeMap<>(before);
  }

  void enter(String topic, String label) {
    turns.put(name(topic, label), turn);
  }

  private static String name(String topic, String label) {
    return (topic + "." + label).toLowerCase(Locale.ROOT);
  }

  /** Notes a rule that spoke, or whose label begins as those do that only mark a context. */
  void note(Topic topic, Rule rule, boolean spoke) {
    boolean counts = spoke || rule.label().startsWith("CX_");
    if (counts && !rule.label().isEmpty()) {
      enter(topic.name(), rule.label());
    }
  }

  /** How many turns ago a label spoke, or null when that is too long ago. */
  @Nullable Integer ago(String topic, String label) {
    Integer last = turns.get(name(topic, label));
    return last == null || turn - last > TURNS ? null : turn - last;
  }

  void clear() {
    turns.clear();
  }

  /** What the next turn may still ask for. */
  Map<String, Integer> kept() {
    Map<String, Integer> kept = new TreeMap<>(turns);
    kept.values().removeIf(last -> turn - last >= TURNS);
    return kept;
  }
}
