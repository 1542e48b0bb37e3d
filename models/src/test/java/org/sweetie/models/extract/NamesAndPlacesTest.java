package org.sweetie.models.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

class NamesAndPlacesTest {
  private static final IdentifierExtractor EXTRACTOR = new IdentifierExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my name is anna                 | anna
          hi, my name is zorblatt         | zorblatt
          call me Bobby                   | Bobby
          people call me anna smith       | anna
          mă numesc ioana                 | ioana
          ma cheama andrei                | andrei
          казвам се мария                 | мария
          quhem arta                      | arta
          a nevem katalin                 | katalin
          zovem se marko                  | marko
          ime mi je ana                   | ana
          зовем се милица                 | милица
          меня зовут катя                 | катя
          мене звати оксана               | оксана
          """)
  void aNameIsReadInSmallLettersWhereOneIsSaid(String text, String name) {
    assertThat(found(text, IdentifierType.PERSON_NAME)).singleElement().asString().startsWith(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mr. Xanthopfel was here            | Xanthopfel
          I met Peter Johansson today        | Peter Johansson
          a song by Ilse K. Branderburg      | Ilse K. Branderburg
          "Who are you?" said Dagny          | Dagny
          """)
  void aCapitalisedNameIsReadWithItsFamilyName(String text, String name) {
    assertThat(found(text, IdentifierType.PERSON_NAME)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i live in london               | london
          We flew to New York            | New York
          my friend lives in Qwertham    | Qwertham
          locuiesc in Brașov             | Brașov
          живу в Москве                  | Москве
          я живу в Києві                 | Києві
          živim u Beogradu               | Beogradu
          живея в София                  | София
          jetoj në Tiranë                | Tiranë
          Budapesten lakom               | Budapesten
          send it to 14 Sample Street, Leeds | 14 Sample Street, Leeds
          Suite 12, 48 Example Road      | Suite 12, 48 Example Road
          """)
  void aPlaceIsReadFromTheListOrAfterWordsOfLivingThere(String text, String place) {
    assertThat(found(text, IdentifierType.PLACE)).containsExactly(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can I have a look?",
        "my name is secret",
        "my name is not important",
        "I like Spanish food on Sunday",
        "the 4GB model costs more",
        "see you on March 1st",
        "Firefox is slow today",
        "i live in a house",
        "he was born in winter"
      })
  void whatHasOnlyACapitalIsNoName(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void aMessageOfAMegabyteIsReadInLinearTime() {
    for (String piece :
        List.of(
            "Anna Smith ", "12 Main St, ", "a.b@", "0770 ", "Aa", "my name is ", "1.", "at dot ")) {
      String text = piece.repeat(1_000_000 / piece.length());

      List<IdentifierSpan> spans = EXTRACTOR.extract(text);

      assertThat(spans).allMatch(s -> s.end() <= text.length());
    }
  }

  @Test
  void anyUnitsInAnyOrderAreReadAndSpansStayInside() {
    Random random = new Random(7);
    String[] pieces = {
      "\uD83D",
      "\uDE00",
      "\u202E",
      "\u2066",
      "\u0000",
      "Anna",
      "07700 900123",
      "@",
      ".",
      " ",
      "my name is ",
      "\u0430",
      "x",
      "5",
      "\n",
      "\u200B",
      "живу в ",
      "St.",
      "'s"
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String written = text.toString();

      assertThat(EXTRACTOR.extract(written))
          .as(written)
          .allMatch(s -> s.text().equals(written.substring(s.start(), s.end())));
    }
  }

  private static List<String> found(String text, IdentifierType type) {
    return EXTRACTOR.extract(text).stream()
        .filter(span -> span.type() == type)
        .map(IdentifierSpan::text)
        .toList();
  }
}
