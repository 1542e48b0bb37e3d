package org.sweetie.models.baseline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.text.TextReader;
import org.sweetie.models.classify.MessageScorer;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.language.LanguageDetector;
import org.sweetie.models.language.Pool;
import org.sweetie.models.language.Reader;
import org.sweetie.models.rules.RuleFindings;
import org.sweetie.models.rules.Rules;
import org.sweetie.models.tokens.Tokenizer;

/**
 * The lexicon and its rules alone: of each author, how many different indicators a rule has found
 * so far, as a share of the sixteen; the highest of them.
 */
public final class RulesAlone implements Scorer {
  private static final double INDICATORS = 16;

  private final TextReader text;
  private final MessageScorer reader;
  private final LanguageDetector languages = new LanguageDetector();

  /**
   * @param text makes texts readable
   */
  public RulesAlone(TextReader text) {
    this.text = text;
    this.reader = new MessageScorer(Tokenizer.load(), new SentenceEncoder(), new Rules());
  }

  @Override
  public String name() {
    return "rules alone";
  }

  @Override
  public Scored score(Conversation conversation) {
    Pool pool = languages.pool();
    Map<String, Set<Indicator>> found = new HashMap<>();
    double[] scores = new double[conversation.messages().size()];
    List<@Nullable String> suspects = new ArrayList<>();
    String worst = null;
    for (int i = 0; i < scores.length; i++) {
      Utterance message = conversation.messages().get(i);
      Set<Indicator> own =
          found.computeIfAbsent(message.author(), a -> EnumSet.noneOf(Indicator.class));
      own.addAll(indicators(text.read(message.text()).text(), conversation.language(), pool));
      double before = i == 0 ? 0 : scores[i - 1];
      double now = own.size() / INDICATORS;
      worst = now > before ? message.author() : worst;
      scores[i] = Math.max(before, now);
      suspects.add(worst);
    }
    return new Scored(scores, suspects);
  }

  private Set<Indicator> indicators(String text, @Nullable String language, Pool pool) {
    Set<Reader> readers = language == null ? pooled(pool, text) : Pool.readersOf(language);
    Set<Indicator> found = EnumSet.noneOf(Indicator.class);
    for (RuleFindings.Hit hit : reader.read(text, readers).rules().hits()) {
      if (!hit.indicator().isProtective()) {
        found.add(hit.indicator());
      }
    }
    return found;
  }

  private static Set<Reader> pooled(Pool pool, String text) {
    pool.add(text);
    return pool.readers();
  }
}
