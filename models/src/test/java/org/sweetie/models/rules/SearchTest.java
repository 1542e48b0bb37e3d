package org.sweetie.models.rules;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.TokenSequenceMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.language.Reader;
import org.sweetie.models.tokens.Token;

class SearchTest {
  private static final List<String> VOCABULARY =
      List.of("how", "old", "are", "you", "u", "13", "ok", "tell", "mom", "?");

  private static final RuleFile FILE =
      RuleFile.parse(
          "t.rules",
          List.of(
              "age_probing 0.9 /how/ /old/ (/are/ /you|u/)?",
              "age_probing 0.8 /you|u/ []{0,3} /1[0-9]/",
              "secrecy 0.7 /BEGIN/ /tell/ []* /mom/",
              "secrecy 0.6 /ok/+ /\\?/ /END/",
              "isolation 0.5 (?: /mom/ | /old/ /ok/ ) /are/"));

  @Test
  void findsWhatTryingEveryRuleEverywhereFinds() {
    Random random = new Random(11);
    int found = 0;
    for (int round = 0; round < 2_000; round++) {
      List<String> words = words(random, 1 + random.nextInt(30));
      Search search = new Search();
      FILE.candidates(words)
          .forEach(rule -> search.match(rule, tokens(words), words, labels(words)));

      List<RuleFindings.Hit> everywhere = new ArrayList<>();
      FILE.rules().forEach(rule -> everywhere.addAll(everywhere(rule, words)));

      assertThat(search.hits()).as("words %s", words).isEqualTo(everywhere);
      found += everywhere.size();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  @Test
  void triesTwiceAsManyPlacesInTwiceAsManyWordsAndStops() {
    int once = starts(words(new Random(5), 150));
    List<String> twice = words(new Random(5), 150);
    twice.addAll(twice.size() - 1, words(new Random(6), 150).subList(1, 151));

    assertThat(once).isPositive();
    assertThat(starts(twice)).isLessThanOrEqualTo(3 * once);
  }

  @Test
  void givesUpWhereAMessageIsOverlong() {
    Search search = new Search();
    List<String> words = words(new Random(5), 200);
    for (int i = 0; i < 10_000; i++) {
      FILE.candidates(words)
          .forEach(rule -> search.match(rule, tokens(words), words, labels(words)));
    }

    assertThat(search.starts()).isLessThan(Search.STARTS + 1_000);
    assertThat(search.hits()).hasSizeLessThanOrEqualTo(FILE.rules().size() * Search.ENOUGH);
  }

  @Test
  void remembersWhatHeldNothing() {
    Search search = new Search();

    search.foundNothing(Reader.ENGLISH, List.of("BEGIN", "so", "END"));

    assertThat(search.isBarren(Reader.ENGLISH, List.of("BEGIN", "so", "END"))).isTrue();
    assertThat(search.isBarren(Reader.ROMANIAN, List.of("BEGIN", "so", "END"))).isFalse();
    assertThat(search.isBarren(Reader.ENGLISH, List.of("BEGIN", "no", "END"))).isFalse();
  }

  private static int starts(List<String> words) {
    Search search = new Search();
    FILE.candidates(words).forEach(rule -> search.match(rule, tokens(words), words, labels(words)));
    return search.starts();
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    words.add("BEGIN");
    for (int i = 0; i < count; i++) {
      words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
    }
    words.add("END");
    return words;
  }

  /** Every token is one unit wide and stands where its number says. */
  private static List<Token> tokens(List<String> words) {
    return IntStream.range(1, words.size() - 1)
        .mapToObj(i -> new Token(words.get(i), words.get(i), i, i + 1))
        .toList();
  }

  private static List<CoreLabel> labels(List<String> words) {
    List<CoreLabel> labels = new ArrayList<>();
    for (String word : words) {
      CoreLabel label = new CoreLabel(1);
      label.set(CoreAnnotations.TextAnnotation.class, word);
      labels.add(label);
    }
    return labels;
  }

  private static List<RuleFindings.Hit> everywhere(RuleFile.Rule rule, List<String> words) {
    List<RuleFindings.Hit> hits = new ArrayList<>();
    TokenSequenceMatcher matcher = rule.pattern().getMatcher(labels(words));
    while (matcher.find()) {
      int carrier = Math.min(1, matcher.groupCount());
      int first = Math.max(1, matcher.start(carrier));
      int end = Math.min(words.size() - 1, matcher.end(carrier));
      Indicator indicator = rule.indicator();
      if (first < end && indicator != null) {
        hits.add(new RuleFindings.Hit(indicator, rule.score(), first, end));
      }
    }
    return hits;
  }
}
