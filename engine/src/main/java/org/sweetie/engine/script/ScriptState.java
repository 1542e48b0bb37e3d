package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands: what the script remembers between two messages. Immutable; its text
 * form is stable, holds one fact a line and can go into a log as it is.
 */
public final class ScriptState {
  private static final ScriptState START =
      new ScriptState(
          0, Map.of(), List.of(), null, false, List.of(), Map.of(), List.of(), Map.of());

  private final int turn;
  private final Map<String, String> variables;
  private final List<String> pending;
  private final @Nullable Rejoinder rejoinder;
  private final boolean asked;
  private final List<Long> said;
  private final Map<String, Use> uses;
  private final List<String> facts;
  private final Map<String, Integer> contexts;

  /** The rule whose rejoinders wait for the next message. */
  record Rejoinder(String topic, int rule, int checksum) {}

  /**
   * What became of a topic: rules used up, and the turns in which it last spoke.
   *
   * @param erased the rules that are used up, by their place in the topic; never changed
   */
  record Use(int checksum, BitSet erased, int gambit, int responder, int rejoinder) {}

  ScriptState(
      int turn,
      Map<String, String> variables,
      List<String> pending,
      @Nullable Rejoinder rejoinder,
      boolean asked,
      List<Long> said,
      Map<String, Use> uses,
      List<String> facts,
      Map<String, Integer> contexts) {
    this.turn = turn;
    this.variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    this.pending = List.copyOf(pending);
    this.rejoinder = rejoinder;
    this.asked = asked;
    this.said = List.copyOf(said);
    this.uses = Collections.unmodifiableMap(new TreeMap<>(uses));
    this.facts = List.copyOf(facts);
    this.contexts = Collections.unmodifiableMap(new TreeMap<>(contexts));
  }

  /** The state before the first message. */
  public static ScriptState start() {
    return START;
  }

  /** How many messages were answered so far. */
  public int turn() {
    return turn;
  }

  /** The lasting variables with their values; names begin with {@code $}. */
  public Map<String, String> variables() {
    return variables;
  }

  /** The same state with a variable set; an empty value removes it. */
  public ScriptState with(String variable, String value) {
    if (!variable.startsWith("$") || variable.startsWith("$$") || variable.startsWith("$_")) {
      throw new ScriptException(
          "'" + variable + "' does not name a lasting variable; write it as $name");
    }
    Map<String, String> changed = new TreeMap<>(variables);
    if (value.isEmpty()) {
      changed.remove(variable);
    } else {
      changed.put(variable, value);
    }
    return new ScriptState(turn, changed, pending, rejoinder, asked, said, uses, facts, contexts);
  }

  List<String> pending() {
    return pending;
  }

  @Nullable Rejoinder rejoinder() {
    return rejoinder;
  }

  /** Whether the last reply ended with a question. */
  boolean asked() {
    return asked;
  }

  /** Fingerprints of what was said lately, newest last. */
  List<Long> said() {
    return said;
  }

  Map<String, Use> uses() {
    return uses;
  }

  /** The facts of the conversation as text, oldest first. */
  public List<String> facts() {
    return facts;
  }

  /** The turns in which labels last spoke, as far as the script asks. */
  Map<String, Integer> contexts() {
    return contexts;
  }

  /** The state as text; {@link #decode} reads it back. */
  public String encode() {
    return StateText.write(this);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws ScriptException when the text is no state
   */
  public static ScriptState decode(String text) {
    return StateText.read(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScriptState state && encode().equals(state.encode());
  }

  @Override
  public int hashCode() {
    return Objects.hash(turn, variables, pending, said);
  }

  @Override
  public String toString() {
    return encode();
  }

  /** What was said, forgetting all but the newest. */
  static List<Long> newest(List<Long> said, int most) {
    return new ArrayList<>(said.subList(Math.max(0, said.size() - most), said.size()));
  }
}
