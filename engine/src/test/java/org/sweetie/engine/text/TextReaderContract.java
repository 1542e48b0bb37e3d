package org.sweetie.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link TextReader} keeps to. */
public abstract class TextReaderContract {
  private static final String[] PARTS = {
    "hello",
    " ",
    "<explicit>",
    "<",
    ">",
    "\u200B",
    "\u202E",
    "\uD800",
    "\uDC00",
    "\u0000",
    "ﬁ",
    "Ａ",
    "e\u0301",
    "\uD83D\uDE00",
    "\u0435",
    "мир",
    "1",
    "!",
    "\n"
  };

  /** A reader, always with the same rules. */
  protected abstract TextReader reader();

  @Test
  void ordinaryTextStaysAsItIs() {
    Readable readable = reader().read("hello, how was school today?");

    assertThat(readable.text()).isEqualTo("hello, how was school today?");
    assertThat(readable.masked()).isZero();
  }

  @Test
  @DisplayName("A2: the token stands as often as the mask put it there, whatever was typed")
  void theTokenAlwaysMeansTheMask() {
    TextReader reader = reader();
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      Readable readable = reader.read(text(random));

      assertThat(readable.text().split(TextReader.EXPLICIT, -1)).hasSize(readable.masked() + 1);
    }
  }

  @Test
  void everyUnitLeadsBackInOrderAndInBounds() {
    TextReader reader = reader();
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      String original = text(random);

      Readable readable = reader.read(original);

      assertThat(readable.original()).isEqualTo(original);
      int before = 0;
      for (int at = 0; at < readable.text().length(); at++) {
        int start = readable.map().originalStart(at);
        assertThat(start).isGreaterThanOrEqualTo(before);
        assertThat(readable.map().originalEnd(at + 1)).isBetween(start, original.length());
        before = start;
      }
    }
  }

  @Test
  void whatIsReadIsWellFormed() {
    String text = reader().read("a\uD800b\uDC00c").text();

    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
  }

  @Test
  void theSameRulesGiveTheSameTextAndTheSameHash() {
    TextReader one = reader();
    TextReader other = reader();

    assertThat(one.hash()).isEqualTo(other.hash()).matches("sha256:[0-9a-f]{64}");
    assertThat(one.read("ｈｉ \u0435a").text()).isEqualTo(other.read("ｈｉ \u0435a").text());
  }

  @ParameterizedTest
  @MethodSource("megabytes")
  @Timeout(30)
  void aMegabyteIsReadInLinearTime(String text) {
    Readable readable = reader().read(text);

    assertThat(readable.map().length()).isEqualTo(readable.text().length());
  }

  static Stream<String> megabytes() {
    return Stream.of(
            "a",
            "a ",
            "\u0430b",
            "\u0000",
            "\uDC00",
            "a b ",
            "p\u0435\u0416 ",
            "1!",
            "\u0301\u0323",
            "<explicit",
            "\u200B",
            "\uFDFA",
            "\u3131")
        .map(s -> s.repeat((1 << 20) / s.length()));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
