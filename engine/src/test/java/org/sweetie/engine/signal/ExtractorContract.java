package org.sweetie.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Extractor} keeps to. */
public abstract class ExtractorContract {
  private static final String[] PARTS = {
    "07700 900123",
    "bob",
    "@",
    " at ",
    " dot ",
    "com",
    "example",
    ".",
    " ",
    "10",
    "i am ",
    "http://",
    "+44",
    "(",
    ")",
    "\uD83D\uDE00",
    "\uD800",
    "ｘ",
    "\u200B",
    "seven ",
    "zero ",
    "insta: ",
    "GB82",
    "-",
    ":",
    "192.0.2.1",
    "e\u0301",
    "é",
    "4111 1111 1111 1111",
    "/",
    "мне ",
    "\n"
  };

  /** The extractor. */
  protected abstract Extractor extractor();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\u0001", "\uD800", "hello, how was school today?"})
  void nothingIsFoundWhereNothingIs(String text) {
    assertThat(extractor().extract(text, "GB")).isEmpty();
  }

  @Test
  void anyTextGivesSpansInOrderThatQuoteItAndNeverOverlap() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 12; j++) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }

      assertConsistent(text.toString());
    }
  }

  @Test
  void theSameTextGivesTheSameSpans() {
    String text = "mail bob@example.com or call 07700 900123, i am 10";

    List<IdentifierSpan> once = extractor().extract(text, "GB");

    assertThat(extractor().extract(text, "GB")).isEqualTo(once).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("megabytes")
  @Timeout(60)
  void aMegabyteIsReadInLinearTime(String text) {
    assertConsistent(text);
  }

  static Stream<String> megabytes() {
    return Stream.of(
            "1",
            "1 ",
            "0",
            "+44",
            "07700 900123 ",
            "07700 900123 4111 10 a",
            "@",
            "a@",
            "a@b.",
            "a.",
            ".",
            "a.com/",
            "http://",
            "((",
            "a(",
            ":",
            "::1",
            "1.",
            "192.0.2.9",
            "GB82",
            "0x",
            "seven ",
            "seven oh ",
            " at ",
            "a at b dot ",
            "(at)",
            "insta ",
            "my insta is ",
            "i am ",
            "i am 10 ",
            "4111 ",
            "-",
            "<",
            "\uD800",
            "\uFF11",
            "double ",
            "com.",
            "www.",
            "1A1zP1eP5Q",
            "bc1q",
            "[.]",
            "#",
            "a_")
        .map(s -> s.repeat((1 << 20) / s.length()));
  }

  private void assertConsistent(String text) {
    int end = 0;
    for (IdentifierSpan span : extractor().extract(text, "GB")) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(span.text()).isEqualTo(text.substring(span.start(), span.end())).isNotEmpty();
      end = span.end();
    }
  }
}
