package org.sweetie.models.rules;

import edu.stanford.nlp.ling.tokensregex.Env;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.signal.Indicator;

/**
 * The rules of one reader, read from a file of lines.
 *
 * <pre>
 * # a comment
 * say you: u, ya, yu             words of chat and what they stand for; a name of several words: say give_me: gimme
 * let $YOU = /you/               a name for a piece of pattern; longer names first where one begins another
 * age_probing 0.95 /how/ /old/ /are/ $YOU
 * minor_self 1 $IM /1[0-7]/      a cue instead of an indicator
 * </pre>
 *
 * Patterns are TokensRegex (Chang and Manning 2014) over the folded forms of words; {@code /BEGIN/}
 * and {@code /END/} are the borders of a sentence.
 */
final class RuleFile {
  private static final Pattern NAME = Pattern.compile("\\$[A-Z][A-Z0-9_]*");

  private static final Pattern ONE_WORD = Pattern.compile("\\(\\?:/([^/]*)/[*?+]?\\)");

  private final String file;
  private final Map<String, String> says = new HashMap<>();
  private final Map<String, String> lets = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final BitSet always = new BitSet();
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Env env = TokenSequencePattern.getNewEnv();

  /** A pattern and what it means: exactly one of the two. */
  record Rule(
      @Nullable Indicator indicator,
      @Nullable Cue cue,
      double score,
      TokenSequencePattern pattern,
      Anchors.Needs needs) {}

  private RuleFile(String file) {
    this.file = file;
  }

  static RuleFile parse(String file, List<String> lines) {
    RuleFile parsed = new RuleFile(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        parsed.line(line, i + 1);
      }
    }
    return parsed;
  }

  List<Rule> rules() {
    return rules;
  }

  /** What a folded word stands for; itself where the file says nothing of it. */
  String said(String form) {
    return says.getOrDefault(form, form);
  }

  private void line(String line, int number) {
    if (line.startsWith("say ")) {
      say(line, number);
    } else if (line.startsWith("let ")) {
      let(line, number);
    } else {
      rule(line, number);
    }
  }

  private void say(String line, int number) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw wrong(number, "expected 'say WORD: FORM, FORM'", null);
    }
    String word = line.substring(4, colon).strip();
    for (String form : line.substring(colon + 1).split(",")) {
      says.put(form.strip(), word);
    }
  }

  private void let(String line, int number) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? "" : line.substring(4, equals).strip();
    if (!NAME.matcher(name).matches()) {
      throw wrong(number, "expected 'let $NAME = PATTERN'", null);
    }
    lets.put(name, "(?:" + expanded(line.substring(equals + 1).strip(), number) + ")");
  }

  private void rule(String line, int number) {
    String[] parts = line.split("\\s+", 3);
    if (parts.length < 3) {
      throw wrong(number, "expected 'INDICATOR SCORE PATTERN'", null);
    }
    Indicator indicator = Indicator.ofWire(parts[0]).orElse(null);
    Cue cue = Cue.ofWire(parts[0]).orElse(null);
    if (indicator == null && cue == null) {
      throw wrong(number, "'" + parts[0] + "' is neither an indicator nor a cue", null);
    }
    add(indicator, cue, score(parts[1], number), expanded(parts[2], number), number);
  }

  private double score(String text, int number) {
    try {
      double score = Double.parseDouble(text);
      if (score > 0 && score <= 1) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw wrong(number, "score '" + text + "': expected a number above 0, up to 1", e);
    }
    throw wrong(number, "score '" + text + "': expected a number above 0, up to 1", null);
  }

  private void add(
      @Nullable Indicator indicator, @Nullable Cue cue, double score, String text, int number) {
    try {
      TokenSequencePattern pattern = TokenSequencePattern.compile(env, text);
      Rule rule = new Rule(indicator, cue, score, pattern, Anchors.of(text));
      int place = rules.size();
      rules.add(rule);
      Set<String> anchors = rule.needs().rarest();
      if (anchors == null) {
        always.set(place);
      } else {
        anchors.forEach(w -> byWord.computeIfAbsent(w, k -> new BitSet()).set(place));
      }
    } catch (RuntimeException e) {
      throw wrong(number, "not a TokensRegex pattern: " + text + " (" + e.getMessage() + ")", e);
    }
  }

  /** The rules that may match words among which these are, in the order of the file. */
  List<Rule> candidates(Collection<String> words) {
    Set<String> said = new HashSet<>(words);
    BitSet places = (BitSet) always.clone();
    for (String word : said) {
      BitSet more = byWord.get(word);
      if (more != null) {
        places.or(more);
      }
    }
    return places.stream().mapToObj(rules::get).filter(rule -> hasAll(rule, said)).toList();
  }

  private static boolean hasAll(Rule rule, Set<String> said) {
    for (Set<String> one : rule.needs().words()) {
      if (Collections.disjoint(one, said)) {
        return false;
      }
    }
    return true;
  }

  /** Puts the named pieces in: whole ones between words, their alternatives within a word. */
  private String expanded(String text, int number) {
    Matcher names = NAME.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (names.find()) {
      String value = lets.get(names.group());
      if (value == null) {
        throw wrong(
            number, names.group() + " is used before any 'let " + names.group() + " = …'", null);
      }
      boolean within = slashes(text, names.start()) % 2 == 1;
      String piece = within ? alternatives(value, names.group(), number) : value;
      names.appendReplacement(expanded, Matcher.quoteReplacement(piece));
    }
    return names.appendTail(expanded).toString();
  }

  private static long slashes(String text, int before) {
    long slashes = 0;
    for (int i = 0; i < before; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '/') {
        slashes++;
      }
    }
    return slashes;
  }

  private String alternatives(String value, String name, int number) {
    Matcher word = ONE_WORD.matcher(value);
    if (!word.matches()) {
      throw wrong(number, name + " stands within a word but is more than one: " + value, null);
    }
    return word.group(1);
  }

  private RuleFileWrong wrong(int number, String problem, @Nullable Throwable cause) {
    return new RuleFileWrong(file, number, problem, cause);
  }
}
