package org.sweetie.engine.script;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The variables while a turn runs. */
final class Variables {
  /** A longer value is cut: state is kept for every live conversation. */
  static final int LONGEST_VALUE = 500;

  private final TreeMap<String, String> lasting;
  private final Map<String, String> passing = new HashMap<>();
  private Map<String, String> local = new HashMap<>();

  Variables(Map<String, String> lasting) {
    this.lasting = new TreeMap<>(lasting);
  }

  Map<String, String> lasting() {
    return lasting;
  }

  String get(String name) {
    return scope(name).getOrDefault(name, "");
  }

  void set(String name, String value) {
    if (value.isEmpty() || value.equals("null")) {
      scope(name).remove(name);
    } else {
      scope(name).put(name, value.length() > LONGEST_VALUE ? cut(value) : value);
    }
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
