package org.sweetie.models.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.script.Lexicon;
import org.sweetie.engine.script.WordKind;

/** A small list goes through the builder and comes back from the engine's reader. */
class LexiconBuilderTest {
  private static final List<String> LIST =
      List.of(
          "dog",
          "dog's",
          "dogs",
          "walk",
          "walk's",
          "walks",
          "walked",
          "walking",
          "happy",
          "happier",
          "happiest",
          "happily",
          "go",
          "goes",
          "going",
          "went",
          "woman",
          "woman's",
          "women",
          "building",
          "building's",
          "buildings",
          "build",
          "builds",
          "boring",
          "boringly",
          "bore",
          "bores",
          "bored",
          "under",
          "Manila",
          "Manila's",
          "grew",
          "grow",
          "grows",
          "growing",
          "beautiful",
          "hop",
          "hopped",
          "hopping",
          "hops",
          "hope",
          "hoped",
          "hoping",
          "hopes",
          "improper",
          "café",
          "x",
          "panic",
          "panicked",
          "panicking",
          "panics");

  /** Knows what it is told; everything else is X and its own base. */
  private record FixedTagger(Map<String, String> tags, Map<String, String> bases)
      implements Tagger {
    @Override
    public String tag(String[] sentence, int at) {
      return tags.getOrDefault(sentence[at], "X");
    }

    @Override
    public String base(String word, String tag) {
      return bases.getOrDefault(word + "/" + tag, word);
    }
  }

  private static final Tagger TAGGER =
      new FixedTagger(
          Map.of("beautiful", "ADJ", "boring", "ADJ", "under", "ADP"),
          Map.of("grew/VERB", "grow", "women/NOUN", "woman", "building/VERB", "build"));

  private static Lexicon lexicon() throws IOException {
    return Lexicon.read(new ByteArrayInputStream(LexiconFile.bytes(table())));
  }

  private static SortedMap<String, Entry> table() {
    return new LexiconBuilder(new WordList(LIST, "improper"::equals), TAGGER).build();
  }

  private static int bits(WordKind... kinds) {
    return Arrays.stream(kinds).mapToInt(WordKind::bit).reduce(0, (a, b) -> a | b);
  }

  @Test
  void tellsKindsFromTheFormsOfTheList() throws IOException {
    Lexicon lexicon = lexicon();

    assertThat(lexicon.kinds("dog")).isEqualTo(bits(WordKind.NOUN));
    assertThat(lexicon.kinds("walk")).isEqualTo(bits(WordKind.NOUN, WordKind.VERB));
    assertThat(lexicon.kinds("hop")).isEqualTo(bits(WordKind.VERB));
    assertThat(lexicon.kinds("panic")).isEqualTo(bits(WordKind.VERB));
    assertThat(lexicon.kinds("happy")).isEqualTo(bits(WordKind.ADJECTIVE));
    assertThat(lexicon.kinds("manila")).isEqualTo(bits(WordKind.NAME));
  }

  @Test
  void asksTheTaggerWhereTheListIsSilent() throws IOException {
    Lexicon lexicon = lexicon();

    assertThat(lexicon.kinds("beautiful")).isEqualTo(bits(WordKind.ADJECTIVE));
    assertThat(lexicon.kinds("under")).isZero();
  }

  @Test
  void irregularFormsLeadToTheirBase() throws IOException {
    Lexicon lexicon = lexicon();

    assertThat(lexicon.bases("women")).containsExactly("woman");
    assertThat(lexicon.kinds("women")).isEqualTo(bits(WordKind.PLURAL));
    assertThat(lexicon.bases("dog")).isEmpty();
    assertThat(lexicon.bases("unheard")).isEmpty();
  }

  @Test
  void regularFormsNeedNoLine() {
    assertThat(table())
        .doesNotContainKeys("dogs", "walked", "walking", "happier", "hopped", "hoping", "panicked");
  }

  @Test
  void aFormThatIsAWordOfItsOwnHasOne() throws IOException {
    assertThat(lexicon().kinds("building")).isEqualTo(bits(WordKind.NOUN));
  }

  @Test
  void improperWordsAndNoWordsAreLeftOut() {
    assertThat(table()).containsKey("café").doesNotContainKeys("improper", "x");
  }

  @Test
  void theSameListGivesTheSameBytes() throws IOException {
    assertThat(LexiconFile.bytes(table())).isEqualTo(LexiconFile.bytes(table()));
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    byte[] whole = LexiconFile.bytes(table());

    assertThatThrownBy(() -> Lexicon.read(new ByteArrayInputStream(Arrays.copyOf(whole, 40))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lexicon");
    assertThatThrownBy(() -> Lexicon.read(new ByteArrayInputStream(new byte[8])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("models/README");
  }
}
