package org.sweetie.engine.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The variables while a turn runs. */
final class Variables {
  /** A longer value is cut: state is kept for every live conversation. */
  static final int LONGEST_VALUE = 500;

  private final TreeMap<String, String> lasting;
  private final Map<String, String> passing = new HashMap<>();
  private final Map<String, String> defaults;
  private Map<String, String> local = new HashMap<>();

  /**
   * Begins a turn.
   *
   * @param lasting what the turns before left
   * @param defaults what the script's tables left: values of those never set
   */
  Variables(Map<String, String> lasting, Map<String, String> defaults) {
    this.lasting = new TreeMap<>(lasting);
    this.defaults = defaults;
  }

  Map<String, String> lasting() {
    return lasting;
  }

  String get(String name) {
    String value = scope(name).get(name);
    return value == null ? defaults.getOrDefault(name, "") : value;
  }

  void set(String name, String value) {
    if (value.isEmpty() || value.equals("null")) {
      forget(name);
    } else {
      scope(name).put(name, value.length() > LONGEST_VALUE ? cut(value) : value);
    }
  }

  private void forget(String name) {
    if (defaults.containsKey(name)) {
      scope(name).put(name, "");
    } else {
      scope(name).remove(name);
    }
  }

  /** What variables hold, for {@link #restore}. */
  Map<String, String> save(List<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, String> saved = new HashMap<>();
    names.forEach(name -> saved.put(name, get(name)));
    return saved;
  }

  void restore(Map<String, String> saved) {
    saved.forEach(this::set);
  }

  private static String cut(String value) {
    boolean splitsPair = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1));
    return value.substring(0, splitsPair ? LONGEST_VALUE - 1 : LONGEST_VALUE);
  }

  private Map<String, String> scope(String name) {
    if (name.startsWith("$$")) {
      return passing;
    }
    return name.startsWith("$_") ? local : lasting;
  }

  /** Begins a new scope for {@code $_} variables and returns the one to go back to. */
  Map<String, String> enter() {
    Map<String, String> outer = local;
    local = new HashMap<>();
    return outer;
  }

  void leave(Map<String, String> outer) {
    local = outer;
  }
}
