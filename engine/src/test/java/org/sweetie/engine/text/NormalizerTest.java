package org.sweetie.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer.Form;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
  private static final int MEGABYTE = 1 << 20;
  private final Normalizer normalizer = new Normalizer(new ThreeTwins());

  @Test
  void plainTextIsItsOwnNormalForm() {
    String text = "hello there,\n\tit is 5 o'clock";

    Normalized normalized = normalizer.normalize(text);

    assertThat(normalized.text()).isEqualTo(text);
    assertThat(normalized.map().originalStart(7)).isEqualTo(7);
    assertThat(normalized.map().originalEnd(7)).isEqualTo(7);
  }

  @Test
  void fullWidthAndLigaturesBecomePlainAndKnowTheirOrigin() {
    String text = "x ｈｉ ﬁn";

    Normalized normalized = normalizer.normalize(text);

    assertThat(normalized.text()).isEqualTo("x hi fin");
    assertThat(surface(text, normalized, 2, 4)).isEqualTo("ｈｉ");
    assertThat(surface(text, normalized, 6, 7)).isEqualTo("ﬁ");
    assertThat(surface(text, normalized, 7, 8)).isEqualTo("n");
  }

  @Test
  void invisibleCharactersAreDroppedAndTheSpanStillCoversThem() {
    String text = "a he\u200Bl\u202El\u00ADo b";

    Normalized normalized = normalizer.normalize(text);

    assertThat(normalized.text()).isEqualTo("a hello b");
    assertThat(surface(text, normalized, 2, 7)).isEqualTo("he\u200Bl\u202El\u00ADo");
  }

  @Test
  void joinersStayWhereAScriptOrAnEmojiIsSpelledWithThem() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC67";
    String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";

    assertThat(normalizer.normalize(family).text()).isEqualTo(family);
    assertThat(normalizer.normalize(persian).text()).isEqualTo(persian);
    assertThat(normalizer.normalize("w\u200Co\u200Drd").text()).isEqualTo("word");
  }

  @Test
  void keycapEmojiBecomeDigits() {
    String text = "1\uFE0F\u20E32\uFE0F\u20E3";

    Normalized normalized = normalizer.normalize(text);

    assertThat(normalized.text()).isEqualTo("12");
    assertThat(surface(text, normalized, 1, 2)).isEqualTo("2\uFE0F\u20E3");
  }

  @Test
  void whiteSpaceStaysAsItIs() {
    String text = "a  b\r\n\tc\u0085d";

    assertThat(normalizer.normalize(text).text()).isEqualTo(text);
  }

  @Test
  void aTextOfControlCharactersAloneIsEmpty() {
    Normalized normalized = normalizer.normalize("\u0000\u0001\u001B\u007F\u200B");

    assertThat(normalized.text()).isEmpty();
    assertThat(normalized.map().originalEnd(0)).isZero();
  }

  @Test
  void loneSurrogatesBecomeReplacementCharacters() {
    Normalized normalized = normalizer.normalize("a\uD800b\uDC00");

    assertThat(normalized.text()).isEqualTo("a\uFFFDb\uFFFD");
    assertThat(normalized.map().originalStart(3)).isEqualTo(3);
  }

  @Test
  void aMixedWordFoldsToTheScriptOfItsReader() {
    assertThat(normalizer.normalize("p\u0435\u0430ch").text()).isEqualTo("peach");
    assertThat(normalizer.normalize("\u043F\u0440\u0438\u0432eт").text()).isEqualTo("привет");
  }

  @ParameterizedTest
  @ValueSource(strings = {"привет мир", "еа", "Καλημέρα", "T恤", "abc где", "Ärger", "kız"})
  void ordinaryWordsOfAnyScriptStay(String text) {
    assertThat(normalizer.normalize(text).text()).isEqualTo(text);
  }

  @Test
  void aMixedWordWithALetterThatHasNoTwinStays() {
    assertThat(normalizer.normalize("p\u0416ch").text()).isEqualTo("p\u0416ch");
  }

  @Test
  void segmentBySegmentGivesTheSameNormalFormAsTheWhole() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = randomText(random, 12);

      Normalized composed = Composer.compose(text);

      assertThat(composed.text()).isEqualTo(java.text.Normalizer.normalize(text, Form.NFKC));
    }
  }

  @Test
  void everyUnitKnowsAnOriginInOrderAndInBounds() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      String text = randomText(random, 40) + (char) random.nextInt(0x10000);

      Normalized normalized = normalizer.normalize(text);

      int before = 0;
      for (int at = 0; at < normalized.text().length(); at++) {
        int start = normalized.map().originalStart(at);
        assertThat(start).isGreaterThanOrEqualTo(before);
        assertThat(normalized.map().originalEnd(at + 1)).isBetween(start, text.length());
        before = start;
      }
    }
  }

  @Test
  void anEndlessRunOfMarksIsCutSoThatItStaysLinear() {
    String text = "a" + "\u0301\u0323".repeat(40);

    assertThat(normalizer.normalize(text).text().codePointAt(0)).isEqualTo(0x1EA1);
  }

  @ParameterizedTest
  @MethodSource("megabytes")
  @Timeout(20)
  void aMegabyteIsReadInLinearTime(String text) {
    assertThat(normalizer.normalize(text).map().length()).isLessThanOrEqualTo(18 * text.length());
  }

  static Stream<String> megabytes() {
    return Stream.of("a", "\u0301\u0323", "\uD800", "\u0430b", "\u200B", "\uFDFA", "\u3131", "ﬁ")
        .map(s -> s.repeat(MEGABYTE / s.length()));
  }

  private static String surface(String original, Normalized normalized, int start, int end) {
    return original.substring(
        normalized.map().originalStart(start), normalized.map().originalEnd(end));
  }

  /** Text of well-formed characters from blocks where composing is intricate. */
  private static String randomText(Random random, int length) {
    int[][] blocks = {
      {0x20, 0x7F}, {0xA0, 0x250}, {0x300, 0x370}, {0x390, 0x460}, {0x600, 0x660},
      {0x900, 0xE00}, {0x1100, 0x1200}, {0x1E00, 0x2000}, {0x2100, 0x2200}, {0x3040, 0x3400},
      {0xAC00, 0xAD00}, {0xF900, 0xFA00}, {0xFB00, 0xFFFE}, {0x1D400, 0x1D500}, {0x11080, 0x11200}
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int[] block = blocks[random.nextInt(blocks.length)];
      text.appendCodePoint(block[0] + random.nextInt(block[1] - block[0]));
    }
    return text.toString();
  }

  /** A Cyrillic letter or two that look Latin, and back. */
  private static final class ThreeTwins implements Confusables {
    @Override
    public int lookalike(int codePoint, UnicodeScript script) {
      return switch (script) {
        case LATIN -> twin(codePoint, "\u0430\u0435\u0440", "aep");
        case CYRILLIC -> twin(codePoint, "aep", "\u0430\u0435\u0440");
        default -> NO_LOOKALIKE;
      };
    }

    private static int twin(int codePoint, String from, String to) {
      int at = from.indexOf(codePoint);
      return at < 0 ? NO_LOOKALIKE : to.charAt(at);
    }
  }
}
