package org.sweetie.models.rules;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.language.Reader;
import org.sweetie.models.tokens.Sentence;
import org.sweetie.models.tokens.SerbianLatin;
import org.sweetie.models.tokens.Token;

/**
 * Finds indicators and cues by the rules of one or more readers. Each reader's rules are read when
 * first asked for. Safe for use by many threads.
 */
public final class Rules {
  /** Sentences are cut here, so that a pattern never walks further than a person reads at once. */
  private static final int LONGEST = 200;

  private final Map<Reader, RuleFile> files = new ConcurrentHashMap<>();

  /** Rules that travel with the program; loads none yet. */
  public Rules() {}

  /**
   * What a message does and says. The mask token is {@link Indicator#BOUNDARY_TESTING} to every
   * reader. A rule is looked for until it has been found {@value Search#ENOUGH} times, and all of
   * them until {@value Search#STARTS} places were tried: hundreds of times what a chat line takes.
   *
   * @param readers whose rules to try
   * @param sentences of one message
   */
  public RuleFindings find(Set<Reader> readers, List<Sentence> sentences) {
    Search search = new Search();
    List<List<Token>> parts = parts(sentences);
    // From both ends inward: where a message is too long to be read whole, its middle is left out.
    for (int first = 0, last = parts.size() - 1; first <= last; first++, last--) {
      find(readers, parts.get(first), search);
      if (first < last) {
        find(readers, parts.get(last), search);
      }
    }
    return new RuleFindings(best(search.hits()), search.cues());
  }

  private static List<List<Token>> parts(List<Sentence> sentences) {
    List<List<Token>> parts = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      List<Token> tokens = sentence.tokens();
      for (int at = 0; at < tokens.size(); at += LONGEST) {
        parts.add(tokens.subList(at, Math.min(tokens.size(), at + LONGEST)));
      }
    }
    return parts;
  }

  private void find(Set<Reader> readers, List<Token> part, Search search) {
    search.masked(part);
    readers.forEach(reader -> match(reader, part, search));
  }

  private void match(Reader reader, List<Token> tokens, Search search) {
    if (search.isOver()) {
      return;
    }
    RuleFile file = files.computeIfAbsent(reader, Rules::load);
    List<String> words = words(reader, file, tokens);
    if (search.isBarren(reader, words)) {
      return;
    }
    List<RuleFile.Rule> candidates = file.candidates(words);
    List<CoreLabel> labels = candidates.isEmpty() ? List.of() : labels(words);
    int before = search.found();
    candidates.forEach(rule -> search.match(rule, tokens, words, labels));
    if (search.found() == before) {
      search.foundNothing(reader, words);
    }
  }

  /**
   * The words between BEGIN and END, which no folded word is: patterns name the borders by these.
   */
  private static List<String> words(Reader reader, RuleFile file, List<Token> tokens) {
    List<String> words = new ArrayList<>(tokens.size() + 2);
    words.add("BEGIN");
    for (Token token : tokens) {
      String form = reader == Reader.SERBIAN ? SerbianLatin.of(token.form()) : token.form();
      words.add(file.said(form));
    }
    words.add("END");
    return words;
  }

  private static List<CoreLabel> labels(List<String> words) {
    return words.stream().map(Rules::label).toList();
  }

  private static CoreLabel label(String word) {
    CoreLabel label = new CoreLabel(1);
    label.set(CoreAnnotations.TextAnnotation.class, word);
    return label;
  }

  /** Of hits of the same indicator that overlap, the surest, then the longest, then the first. */
  private static List<RuleFindings.Hit> best(List<RuleFindings.Hit> hits) {
    List<RuleFindings.Hit> ranked = new ArrayList<>(hits);
    ranked.sort(
        Comparator.comparingDouble(RuleFindings.Hit::score)
            .thenComparingInt(h -> h.end() - h.start())
            .reversed()
            .thenComparingInt(RuleFindings.Hit::start));
    Map<Indicator, TreeMap<Integer, RuleFindings.Hit>> kept = new EnumMap<>(Indicator.class);
    for (RuleFindings.Hit hit : ranked) {
      var taken = kept.computeIfAbsent(hit.indicator(), i -> new TreeMap<>());
      if (isFree(taken, hit)) {
        taken.put(hit.start(), hit);
      }
    }
    return kept.values().stream()
        .flatMap(taken -> taken.values().stream())
        .sorted(
            Comparator.comparingInt(RuleFindings.Hit::start)
                .thenComparing(RuleFindings.Hit::indicator))
        .toList();
  }

  private static boolean isFree(TreeMap<Integer, RuleFindings.Hit> taken, RuleFindings.Hit hit) {
    var before = taken.floorEntry(hit.start());
    var after = taken.ceilingEntry(hit.start());
    return (before == null || before.getValue().end() <= hit.start())
        && (after == null || after.getKey() >= hit.end());
  }

  private static String name(Reader reader) {
    return reader.file() + ".rules";
  }

  private static RuleFile load(Reader reader) {
    String text = new String(bytes(name(reader)), StandardCharsets.UTF_8);
    return RuleFile.parse(name(reader), text.lines().toList());
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Rules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new RuleFileWrong(name, 0, "is not on the class path", null);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new RuleFileWrong(name, 0, "cannot be read", e);
    }
  }

  /** SHA-256, in hex, over all rule files in the order of the readers. */
  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(Reader.values()).forEach(r -> digest.update(bytes(name(r))));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
