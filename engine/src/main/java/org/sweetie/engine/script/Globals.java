package org.sweetie.engine.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<Place, PossibleFact> made = new LinkedHashMap<>();
  private final Set<String> emptied = new HashSet<>();
  private final Set<String> topicNames;
  private final String bot;
  private Possible anywhere = Possible.NOTHING;
  private boolean facts;
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
    if (name.startsWith("@")) {
      return inSet(name);
    }
    if (name.startsWith("%")) {
      return SystemValues.of(name, bot, topicNames);
    }
    Possible own = values.getOrDefault(name, Possible.NOTHING);
    return anywhere.equals(Possible.NOTHING) ? own : Possible.or(own, anywhere);
  }

  /** What a variable is given under its own name. */
  Possible named(String name) {
    return values.getOrDefault(name, Possible.NOTHING);
  }

  /** The names of topics, as functions that list topics give them. */
  Set<String> topicNames() {
    return topicNames;
  }

  /** What a field of a set can be: what is put there, and anything once facts are not followed. */
  private Possible inSet(String name) {
    Possible own = values.getOrDefault(name, Possible.NOTHING);
    Unlisted fact =
        Unlisted.of(Sayings.Cause.COUNTERPART, "a fact, which may hold what was written");
    return facts ? Possible.or(own, Possible.unlisted(fact, "fact")) : own;
  }

  /** A fact that the script makes in one place. */
  void addFact(Place place, PossibleFact fact) {
    PossibleFact before = made.get(place);
    PossibleFact after = before == null ? fact : before.or(fact);
    if (!after.equals(before)) {
      made.put(place, round > PATIENCE ? after.or(after.with(unbounded("a fact"))) : after);
      changed = true;
    }
  }

  /** All facts that the script makes when it runs. */
  List<PossibleFact> made() {
    return List.copyOf(made.values());
  }

  /** The script does with facts what the proof does not follow. */
  void useFacts() {
    changed |= !facts;
    facts = true;
  }

  /** Something is put in a variable whose name is not written out. */
  void addToAll(Possible value) {
    Possible after = Possible.or(anywhere, value);
    changed |= !after.equals(anywhere);
    anywhere = after;
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
    return emptied.contains(name) || !anywhere.equals(Possible.NOTHING);
  }

  /** Whether something was added since the last call. */
  boolean settle() {
    boolean settled = !changed;
    changed = false;
    round++;
    return settled;
  }
}
