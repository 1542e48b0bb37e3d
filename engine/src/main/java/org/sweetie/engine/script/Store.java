package org.sweetie.engine.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What variables, match variables and {@code %variables} can be at one place of a rehearsal. Names
 * are as written; {@code '_0} stands beside {@code _0}.
 */
final class Store {
  private Function<String, Possible> unknown;
  private boolean forgot;
  private final Map<String, Possible> known;

  Store(Function<String, Possible> unknown) {
    this(unknown, new HashMap<>());
  }

  private Store(Function<String, Possible> unknown, Map<String, Possible> known) {
    this.unknown = unknown;
    this.known = known;
  }

  Store copy() {
    Store copy = new Store(unknown, new HashMap<>(known));
    copy.forgot = forgot;
    return copy;
  }

  Possible get(String name) {
    Possible value = known.get(name);
    return value == null ? unknown.apply(name) : value;
  }

  void set(String name, Possible value) {
    known.put(name, value);
  }

  /** Other code may have run: variables are anything again, match variables too. */
  void forget(Function<String, Possible> anything) {
    known.keySet().removeIf(name -> !name.startsWith("%"));
    unknown = anything;
    forgot = true;
  }

  /** Other code may have set these variables, and used the match variables for itself. */
  void forget(Set<String> names, Function<String, Possible> anything) {
    known.keySet().removeIf(name -> name.startsWith("_") || name.startsWith("'"));
    for (String name : names) {
      known.put(name, Possible.or(get(name), anything.apply(name)));
    }
  }

  /** What holds whichever of two ways was taken. */
  static Store either(Store a, Store b) {
    if (a == b) {
      return a;
    }
    Set<String> names = new HashSet<>(a.known.keySet());
    names.addAll(b.known.keySet());
    // What code elsewhere may have left holds whatever was known before, so it is the wider one.
    Store joined = new Store(a.forgot ? a.unknown : b.unknown);
    joined.forgot = a.forgot || b.forgot;
    for (String name : names) {
      joined.known.put(name, Possible.or(a.get(name), b.get(name)));
    }
    return joined;
  }

  /** Whether both know the same. */
  boolean isSame(Store other) {
    Set<String> names = new HashSet<>(known.keySet());
    names.addAll(other.known.keySet());
    return forgot == other.forgot
        && names.stream().allMatch(name -> get(name).equals(other.get(name)));
  }
}
