package org.sweetie.console.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sweetie.console.measure.TalkTopics.Kind;
import org.sweetie.engine.script.FiredRule;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnSettings;

/**
 * Talks to a persona's script in given lines and counts what sort of answers they get. What ends a
 * conversation (the mandate's caps, a safeguarding sign) does not end it here: the script alone is
 * measured.
 */
public final class TalkTally {
  /** A reply that was said within so many replies before is a repeat. */
  public static final int WITHIN = 20;

  /**
   * One turn.
   *
   * @param said the reply; empty where there is none
   * @param kind its sort
   * @param rule the rule that spoke, as {@code ~topic.LABEL}; empty where none did
   * @param repeats whether the same words were said within the last {@link #WITHIN} replies
   */
  public record Turn(String heard, String said, Kind kind, String rule, boolean repeats) {
    public Turn {
      requireNonNull(heard, "heard");
      requireNonNull(said, "said");
      requireNonNull(kind, "kind");
      requireNonNull(rule, "rule");
    }
  }

  /** How often one reply was given. */
  public record Said(String line, int times) {}

  private final Script script;
  private final TalkTopics topics;
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Integer> fallbacks = new TreeMap<>();
  private int conversations;
  private int turns;
  private int repeats;

  public TalkTally(Script script, TalkTopics topics) {
    this.script = script;
    this.topics = topics;
  }

  /** Has one conversation, from its start, and counts it. */
  public List<Turn> add(List<String> lines, TurnSettings settings) {
    conversations++;
    List<Turn> had = new ArrayList<>();
    Deque<List<String>> lately = new ArrayDeque<>();
    ScriptState state = ScriptState.start();
    for (String line : lines) {
      ScriptTurn answer = script.respond(state, line, settings);
      state = answer.after();
      had.add(turn(line, answer, lately));
    }
    had.forEach(this::count);
    return had;
  }

  private Turn turn(String line, ScriptTurn answer, Deque<List<String>> lately) {
    List<String> words = TalkTopics.words(answer.reply());
    boolean repeats = !words.isEmpty() && lately.contains(words);
    lately.addLast(words);
    if (lately.size() > WITHIN) {
      lately.removeFirst();
    }
    Kind kind = topics.kind(answer.reply(), answer.fired());
    return new Turn(line, answer.reply(), kind, rule(answer.fired()), repeats);
  }

  private static String rule(List<FiredRule> fired) {
    if (fired.isEmpty()) {
      return "";
    }
    FiredRule last = fired.get(fired.size() - 1);
    return last.label().isEmpty() ? last.tag() : last.topic() + "." + last.label();
  }

  private void count(Turn turn) {
    turns++;
    repeats += turn.repeats() ? 1 : 0;
    kinds.merge(turn.kind(), 1, Integer::sum);
    if (turn.kind() == Kind.FALLBACK) {
      fallbacks.merge(turn.said(), 1, Integer::sum);
    }
  }

  public int conversations() {
    return conversations;
  }

  public int turns() {
    return turns;
  }

  /** Turns that got an answer of one sort. */
  public int of(Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** Share of the turns that got an answer of one sort, 0 to 1; 0 where nothing was said. */
  public double share(Kind kind) {
    return turns == 0 ? 0 : (double) of(kind) / turns;
  }

  /** Replies whose words were said within the last {@link #WITHIN} replies. */
  public int repeats() {
    return repeats;
  }

  /** The fallback replies given most often, the most frequent first. */
  public List<Said> mostUsedFallbacks(int most) {
    return fallbacks.entrySet().stream()
        .map(entry -> new Said(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Said::times).reversed().thenComparing(Said::line))
        .limit(most)
        .toList();
  }
}
