package org.sweetie.engine.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each variable can be anywhere in the script: everything that any rule puts in it, whatever
 * the order. Found by going through all rules until nothing is added.
 */
final class Globals {
  /** Rounds after which a value that still grows counts as unbounded. */
  private static final int PATIENCE = 6;

  private final Map<String, Possible> values = new HashMap<>();
  private final Set<String> emptied = new HashSet<>();
  private final Set<String> topicNames;
  private final String bot;
  private boolean changed;
  private int round;

  /**
   * @param bot the persona's name
   */
  Globals(String bot, Set<String> topicNames) {
    this.bot = bot;
    this.topicNames = topicNames;
  }

  /** What a name can be when nothing more is known. */
  Possible get(String name) {
    if (name.startsWith("_") || name.startsWith("'")) {
      return Possible.unlisted(
          Unlisted.of(
              Sayings.Cause.COUNTERPART, name + ", which an earlier pattern may have filled"),
          name);
    }
    if (name.startsWith("%")) {
      return SystemValues.of(name, bot, topicNames);
    }
    if (name.startsWith("@")) {
      return Possible.of(topicNames);
    }
    return values.getOrDefault(name, Possible.NOTHING);
  }

  /** What a name can be when a conversation begins. */
  Possible atFirst(String name) {
    return name.startsWith("$") ? Possible.NOTHING : get(name);
  }

  /** What a name can be when a message comes in. */
  Possible atTurn(String name) {
    return name.startsWith("$$") ? Possible.NOTHING : get(name);
  }

  void add(String name, Possible value) {
    if (value.mayBe("")) {
      emptied.add(name);
    }
    Possible before = get(name);
    Possible after = Possible.or(before, value);
    if (!after.equals(before)) {
      boolean growing = round > PATIENCE;
      values.put(name, growing ? Possible.or(after, unbounded(name)) : after);
      changed = true;
    }
  }

  private static Possible unbounded(String name) {
    return Possible.unlisted(
        Unlisted.of(Sayings.Cause.UNBOUNDED, name + " grows without end"), name);
  }

  /** Whether any rule empties a variable. */
  boolean isEmptied(String name) {
    return emptied.contains(name);
  }

  /** Whether something was added since the last call. */
  boolean settle() {
    boolean settled = !changed;
    changed = false;
    round++;
    return settled;
  }
}
