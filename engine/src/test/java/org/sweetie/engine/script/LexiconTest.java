package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The lexicon as it comes with the engine. */
class LexiconTest {
  private static final Lexicon LEXICON = Lexicon.shipped();

  @Test
  void knowsTheWordsOfEveryDay() {
    assertThat(LEXICON.size()).isGreaterThan(30_000);
    assertThat(WordKind.NOUN.in(LEXICON.kinds("teacher"))).isTrue();
    assertThat(WordKind.VERB.in(LEXICON.kinds("teach"))).isTrue();
    assertThat(WordKind.ADJECTIVE.in(LEXICON.kinds("beautiful"))).isTrue();
    assertThat(WordKind.NAME.in(LEXICON.kinds("london"))).isTrue();
  }

  @Test
  void findsEveryWordItHolds() {
    for (int place = 0; place < LEXICON.size(); place++) {
      assertThat(LEXICON.find(LEXICON.wordAt(place))).isEqualTo(place);
    }
  }

  @Test
  void doesNotKnowWhatIsNoWord() {
    assertThat(LEXICON.find("xyzzy")).isEqualTo(Lexicon.NONE);
    assertThat(LEXICON.find("")).isEqualTo(Lexicon.NONE);
    assertThat(LEXICON.find("\u4f60")).isEqualTo(Lexicon.NONE);
    assertThat(LEXICON.kinds("xyzzy")).isZero();
  }
}
