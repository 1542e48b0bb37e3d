package org.sweetie.models.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;
import org.sweetie.models.extract.IdentifierExtractor;

class MarkedTextTest {
  private static final MarkedText TEXT =
      new MarkedText(
          "Anna of Leeds 9100",
          List.of(
              new MarkedText.Mark(IdentifierType.PERSON_NAME, 0, 4),
              new MarkedText.Mark(IdentifierType.PLACE, 8, 13),
              new MarkedText.Mark(null, 14, 18)));

  @Test
  void aSpanOfTheSameKindThatOverlapsIsFoundAndOneBesideIsSpurious() {
    List<IdentifierSpan> spans =
        List.of(span(IdentifierType.PERSON_NAME, 2, 7), span(IdentifierType.PLACE, 0, 4));

    assertThat(TEXT.tally(spans, IdentifierType.PERSON_NAME, 0)).isEqualTo(new Tally(1, 0, 0));
    assertThat(TEXT.tally(spans, IdentifierType.PERSON_NAME, .5)).isEqualTo(new Tally(0, 1, 1));
    assertThat(TEXT.tally(spans, IdentifierType.PLACE, 0)).isEqualTo(new Tally(0, 1, 1));
  }

  @Test
  void aMarkOfNoKindExcusesASpan() {
    List<IdentifierSpan> spans = List.of(span(IdentifierType.PLACE, 14, 18));

    assertThat(TEXT.tally(spans, IdentifierType.PLACE, 0)).isEqualTo(new Tally(0, 1, 0));
  }

  @Test
  void recallCountsMoreThanPrecisionInF2() {
    assertThat(new Tally(8, 2, 8).f(2)).isGreaterThan(new Tally(8, 8, 2).f(2));
    assertThat(Tally.NONE.plus(new Tally(1, 1, 0)).recall()).isEqualTo(.5);
  }

  @Test
  void suitesAreReadAsTheirFilesHaveThem(@TempDir Path folder) throws IOException {
    Path links =
        Files.writeString(
            folder.resolve("links"),
            "% a\nsee http://example.com x\nhttp://example.com\n\nhttp://example.com/\n");
    Path conll =
        Files.writeString(
            folder.resolve("c"), "Hi\tO\nAnna\tB-person\nBell\tI-person\n\t\nLeeds\tB-location\n");

    Suite suite = new LinkSuite(new IdentifierExtractor()).links(links);

    assertThat(suite.cases()).isEqualTo(2);
    assertThat(suite.passed()).isEqualTo(2);
    assertThat(MarkedTexts.wnut(conll))
        .extracting(MarkedText::text)
        .containsExactly("Hi Anna Bell", "Leeds");
    assertThat(MarkedTexts.wnut(conll).get(0).marks())
        .containsExactly(new MarkedText.Mark(IdentifierType.PERSON_NAME, 3, 12));
  }

  private static IdentifierSpan span(IdentifierType type, int start, int end) {
    return new IdentifierSpan(
        type, start, end, TEXT.text().substring(start, end), "x", 1, null, null);
  }
}
