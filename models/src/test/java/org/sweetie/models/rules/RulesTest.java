package org.sweetie.models.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.models.language.Pool;
import org.sweetie.models.language.Reader;
import org.sweetie.models.tokens.Tokenizer;

class RulesTest {
  private static final Tokenizer TOKENIZER = Tokenizer.load();
  private static final Rules RULES = new Rules();

  @ParameterizedTest
  @EnumSource(Reader.class)
  void findWhatTheExamplesOfEveryReaderSay(Reader reader) throws IOException {
    List<String> wrong = new ArrayList<>();

    for (String line : examples(reader)) {
      String[] parts = line.split("\t");
      Set<String> expected = new TreeSet<>(Arrays.asList(parts[0].split(",")));
      Set<String> found = found(reader, parts[1]);
      expected.remove("-");
      if (parts[0].equals("-") ? !found.isEmpty() : !found.containsAll(expected)) {
        wrong.add(line + "  =>  " + found);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void coverTheWordsThatCarryAnIndicatorAndNoMore() {
    RuleFindings found =
        RULES.find(EnumSet.of(Reader.ENGLISH), sentences("hiya, how old are u? nice"));

    assertThat(found.hits()).hasSize(1);
    RuleFindings.Hit hit = found.hits().get(0);
    assertThat("hiya, how old are u? nice".substring(hit.start(), hit.end()))
        .isEqualTo("how old are u");
  }

  @Test
  void readTheMaskTokenAsBoundaryTestingInEveryLanguage() {
    for (Reader reader : Reader.values()) {
      RuleFindings found = RULES.find(Pool.readersOf(reader.file()), sentences("<explicit> ok"));

      assertThat(found.hits())
          .containsExactly(new RuleFindings.Hit(Indicator.BOUNDARY_TESTING, 0.9, 0, 10));
    }
  }

  @Test
  void nameTheLineThatIsNoRule() {
    assertThatThrownBy(() -> RuleFile.parse("x.rules", List.of("# fine", "age_prob 0.5 /a/")))
        .isInstanceOf(RuleFileWrong.class)
        .hasMessageStartingWith("x.rules:2: 'age_prob' is neither");
    assertThatThrownBy(() -> RuleFile.parse("x.rules", List.of("secrecy 1.5 /a/")))
        .hasMessageContaining("score '1.5'");
    assertThatThrownBy(() -> RuleFile.parse("x.rules", List.of("secrecy 0.5 /a/ $B")))
        .hasMessageContaining("$B is used before");
    assertThatThrownBy(() -> RuleFile.parse("x.rules", List.of("secrecy 0.5 (/a/")))
        .hasMessageContaining("not a TokensRegex pattern");
  }

  @Test
  @Timeout(90)
  void takeAHundredThousandWordsInLinearTime() {
    RULES.find(
        EnumSet.allOf(Reader.class), sentences("how old are just really so ".repeat(17_000)));
  }

  private static List<org.sweetie.models.tokens.Sentence> sentences(String text) {
    return TOKENIZER.sentences(text);
  }

  private static Set<String> found(Reader reader, String text) {
    RuleFindings findings = RULES.find(EnumSet.of(reader), sentences(text));
    Set<String> names = new TreeSet<>();
    findings.hits().forEach(h -> names.add(h.indicator().wire()));
    findings.cues().forEach(c -> names.add(c.wire()));
    return names;
  }

  private static List<String> examples(Reader reader) throws IOException {
    String name = reader.file() + ".examples.tsv";
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                RulesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return in.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    }
  }
}
