package org.sweetie.models.rules;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.TokenSequenceMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.text.TextReader;
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
   * reader.
   *
   * @param readers whose rules to try
   * @param sentences of one message
   */
  public RuleFindings find(Set<Reader> readers, List<Sentence> sentences) {
    List<RuleFindings.Hit> hits = new ArrayList<>();
    Set<Cue> cues = EnumSet.noneOf(Cue.class);
    for (Sentence sentence : sentences) {
      masked(sentence.tokens(), hits);
      List<Token> tokens = sentence.tokens();
      for (int at = 0; at < tokens.size(); at += LONGEST) {
        List<Token> part = tokens.subList(at, Math.min(tokens.size(), at + LONGEST));
        readers.forEach(reader -> match(reader, part, hits, cues));
      }
    }
    return new RuleFindings(best(hits), cues);
  }

  private static void masked(List<Token> tokens, List<RuleFindings.Hit> hits) {
    for (Token token : tokens) {
      if (token.text().equals(TextReader.EXPLICIT)) {
        hits.add(new RuleFindings.Hit(Indicator.BOUNDARY_TESTING, 0.9, token.start(), token.end()));
      }
    }
  }

  private void match(
      Reader reader, List<Token> tokens, List<RuleFindings.Hit> hits, Set<Cue> cues) {
    RuleFile file = files.computeIfAbsent(reader, Rules::load);
    List<String> words = words(reader, file, tokens);
    List<RuleFile.Rule> candidates = file.candidates(words);
    List<CoreLabel> labels = candidates.isEmpty() ? List.of() : labels(words);
    for (RuleFile.Rule rule : candidates) {
      if (rule.cue() != null && cues.contains(rule.cue())) {
        continue;
      }
      TokenSequenceMatcher matcher = rule.pattern().getMatcher(labels);
      while (matcher.find()) {
        if (rule.indicator() == null) {
          cues.add(Objects.requireNonNull(rule.cue()));
          break;
        }
        // A group, where a pattern has one, is the part that carries the indicator.
        int carrier = Math.min(1, matcher.groupCount());
        int first = Math.max(1, matcher.start(carrier));
        int last = Math.min(tokens.size(), matcher.end(carrier) - 1);
        if (first <= last) {
          int start = tokens.get(first - 1).start();
          int end = tokens.get(last - 1).end();
          hits.add(new RuleFindings.Hit(rule.indicator(), rule.score(), start, end));
        }
      }
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
