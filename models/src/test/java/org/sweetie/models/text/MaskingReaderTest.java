package org.sweetie.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;
import org.sweetie.engine.text.TextReaderContract;

/** Terms are drawn from the package at run time; a failure prints hashes (CONDUCT A7). */
class MaskingReaderTest extends TextReaderContract {
  private static final WordLists LISTS = WordLists.load();
  private static final TextReader READER = new MaskingReader();

  @Override
  protected TextReader reader() {
    return new MaskingReader();
  }

  @Test
  @DisplayName("A2, A7: every term of the word list is replaced by the token, with its exact span")
  void everyTermIsMasked() {
    assertThat(unmasked(UnaryOperator.identity())).isEmpty();
  }

  @Test
  @DisplayName("A2, A7: a term is masked in capitals, full-width and with invisible characters")
  void everyTermIsMaskedInDisguise() {
    assertThat(unmasked(term -> term.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(unmasked(MaskingReaderTest::fullWidth)).isEmpty();
    assertThat(unmasked(term -> String.join("\u200B", term.split("(?<=\\p{L})")))).isEmpty();
  }

  @Test
  @DisplayName("A7: an excluded term is none of the masked ones")
  void excludedTermsAreNotMasked() {
    Set<String> masked = LISTS.terms();

    List<String> excluded = new ArrayList<>();
    for (String language : WordLists.LANGUAGES) {
      for (WordLists.Entry entry : WordLists.entries(language)) {
        if (!masked.contains(entry.term())) {
          excluded.add(Digests.sha256(entry.term()));
        }
      }
    }

    assertThat(excluded).hasSizeGreaterThan(500);
    assertThat(masked).hasSizeGreaterThan(900);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You stupid idiot, you broke my bike!",
        "have you seen a monkey?",
        "the girls and boys of our class play football after school",
        "Elevii merg la școală în fiecare dimineață.",
        "Децата играят футбол в парка след училище.",
        "A gyerekek iskola után fociznak a parkban.",
        "Djeca poslije škole igraju nogomet u parku.",
        "Деца после школе играју фудбал у парку.",
        "Fëmijët luajnë futboll në park pas shkollës.",
        "Дети играют в футбол в парке после школы.",
        "Діти грають у футбол у парку після школи.",
        "Naglalaro ng basketbol ang mga bata pagkatapos ng klase."
      })
  void ordinaryLinesOfEveryLanguageStay(String line) {
    Readable readable = READER.read(line);

    assertThat(readable.masked()).isZero();
    assertThat(readable.text()).isEqualTo(line);
  }

  @Test
  @DisplayName("A2: a token typed literally is escaped")
  void aTypedTokenIsEscaped() {
    assertThat(READER.read("a <explicit> b").text()).isEqualTo("a ‹explicit› b");
  }

  @Test
  void lookAlikesFoldInMixedWordsAlone() {
    assertThat(READER.read("p\u0435\u0430ch").text()).isEqualTo("peach");
    assertThat(READER.read("ѕсhооl").text()).isEqualTo("school");
    assertThat(READER.read("ʜᴇʟʟᴏ").text()).isEqualTo("hello");
    assertThat(READER.read("пpивeт").text()).isEqualTo("привет");
    assertThat(READER.read("оса Ωμέγα").text()).isEqualTo("оса Ωμέγα");
  }

  @Test
  void theHashNamesTheRulesAndIsTheSameEachTime() {
    assertThat(READER.hash()).startsWith("sha256:").hasSize(71);
    assertThat(new MaskingReader().hash()).isEqualTo(READER.hash());
    assertThat(new MaskingReader(new WordLists(Set.of("blorp"))).hash())
        .isNotEqualTo(READER.hash());
  }

  /** Hashes of the terms that are not wholly masked when written in a certain way. */
  private static List<String> unmasked(UnaryOperator<String> writing) {
    List<String> hashes = new ArrayList<>();
    for (String term : LISTS.terms()) {
      String text = "7, " + writing.apply(term) + ", 7";
      Readable readable = READER.read(text);
      boolean isMasked =
          readable.text().equals("7, <explicit>, 7")
              && readable.map().originalStart(3) == 3
              && readable.map().originalEnd(13) == text.length() - 3;
      if (!isMasked) {
        hashes.add(Digests.sha256(term));
      }
    }
    return hashes;
  }

  private static String fullWidth(String term) {
    StringBuilder wide = new StringBuilder();
    term.chars().forEach(c -> wide.append((char) (c > ' ' && c <= '~' ? c + 0xFEE0 : c)));
    return wide.toString();
  }
}
