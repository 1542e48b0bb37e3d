package org.sweetie.models.rules;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.TokenSequenceMatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.language.Reader;
import org.sweetie.models.tokens.Token;

/** The search through one message: what was found so far. For one thread. */
final class Search {
  /** Who says the same thing over and over has said it: the rest of it is not looked for. */
  static final int ENOUGH = 50;

  /** From how many places at most a match is looked for in one message; a few microseconds each. */
  static final int STARTS = 300_000;

  private static final int REMEMBERED = 1_000;

  private final List<RuleFindings.Hit> hits = new ArrayList<>();
  private final Set<Cue> cues = EnumSet.noneOf(Cue.class);
  private final Map<RuleFile.Rule, Integer> found = new IdentityHashMap<>();
  private final Set<Object> barren = new HashSet<>();
  private int masks;
  private int starts;
  private int matches;

  List<RuleFindings.Hit> hits() {
    return hits;
  }

  Set<Cue> cues() {
    return cues;
  }

  /** How many matches there were. */
  int found() {
    return matches;
  }

  /** From how many places a match was looked for: the work that was done. */
  int starts() {
    return starts;
  }

  /** Whether the message has been given all the work it gets. */
  boolean isOver() {
    return starts >= STARTS;
  }

  /** Notes that these words hold nothing for this reader. */
  void foundNothing(Reader reader, List<String> words) {
    if (barren.size() < REMEMBERED) {
      barren.add(Map.entry(reader, words));
    }
  }

  /** Whether the same words held nothing before. */
  boolean isBarren(Reader reader, List<String> words) {
    return !barren.isEmpty() && barren.contains(Map.entry(reader, words));
  }

  /** Takes the mask tokens for what they stand for. */
  void masked(List<Token> tokens) {
    for (Token token : tokens) {
      if (masks < ENOUGH && token.text().equals(TextReader.EXPLICIT)) {
        masks++;
        hits.add(new RuleFindings.Hit(Indicator.BOUNDARY_TESTING, 0.9, token.start(), token.end()));
      }
    }
  }

  /**
   * Tries one rule on one stretch of a sentence, wherever a match could be: it holds one of the
   * words it cannot do without, and reaches only so far from it.
   *
   * @param words the words of the tokens, and one border at either end
   * @param labels the same as TokensRegex reads them
   */
  void match(RuleFile.Rule rule, List<Token> tokens, List<String> words, List<CoreLabel> labels) {
    if (isDone(rule)) {
      return;
    }
    TokenSequenceMatcher matcher = rule.pattern().getMatcher(labels);
    Set<String> anchors = rule.needs().rarest();
    int reach = rule.needs().reach();
    if (anchors == null || reach >= words.size()) {
      matchAll(rule, tokens, matcher, 0, words.size());
      return;
    }
    int from = -1;
    int to = -1;
    for (int at = 0; at < words.size(); at++) {
      if (anchors.contains(words.get(at))) {
        if (from >= 0 && at - reach + 1 > to) {
          matchAll(rule, tokens, matcher, from, to);
          from = -1;
        }
        from = from < 0 ? Math.max(0, at - reach + 1) : from;
        to = Math.min(words.size(), at + reach);
      }
    }
    if (from >= 0) {
      matchAll(rule, tokens, matcher, from, to);
    }
  }

  private boolean isDone(RuleFile.Rule rule) {
    return isOver()
        || (rule.cue() != null ? cues.contains(rule.cue()) : found.getOrDefault(rule, 0) >= ENOUGH);
  }

  private void matchAll(
      RuleFile.Rule rule, List<Token> tokens, TokenSequenceMatcher matcher, int from, int to) {
    if (isDone(rule)) {
      return;
    }
    starts += to - from;
    matcher.region(from, to);
    while (!isDone(rule) && matcher.find()) {
      matches++;
      if (rule.indicator() == null) {
        cues.add(Objects.requireNonNull(rule.cue()));
      } else {
        add(rule.indicator(), rule, tokens, matcher);
      }
    }
  }

  private void add(
      Indicator indicator, RuleFile.Rule rule, List<Token> tokens, TokenSequenceMatcher matcher) {
    found.merge(rule, 1, Integer::sum);
    // A group, where a pattern has one, is the part that carries the indicator.
    int carrier = Math.min(1, matcher.groupCount());
    int first = Math.max(1, matcher.start(carrier));
    int last = Math.min(tokens.size(), matcher.end(carrier) - 1);
    if (first <= last) {
      int start = tokens.get(first - 1).start();
      int end = tokens.get(last - 1).end();
      hits.add(new RuleFindings.Hit(indicator, rule.score(), start, end));
    }
  }
}
