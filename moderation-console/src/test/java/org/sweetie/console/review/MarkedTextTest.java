package org.sweetie.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sweetie.console.review.MarkedText.Mark;
import org.sweetie.engine.text.Confusables;
import org.sweetie.engine.text.Mask;
import org.sweetie.engine.text.Normalizer;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;

class MarkedTextTest {
  private static Readable plain(String text) {
    return new Readable(text, text, OffsetMap.identity(text.length()), 0);
  }

  private static String told(List<Piece> pieces) {
    return pieces.stream()
        .map(p -> p.kind().charAt(0) + (p.refs().isEmpty() ? "" : p.refs()) + "[" + p.text() + "]")
        .collect(Collectors.joining());
  }

  @Test
  void aMarkIsCutOutOfTheTextAndBearsItsNumberAtItsEnd() {
    List<Piece> pieces =
        MarkedText.pieces(plain("write me on 555-0142 ok"), List.of(new Mark(12, 20, 1, true)));

    assertThat(told(pieces)).isEqualTo("p[write me on ]i1[555-0142]p[ ok]");
  }

  @Test
  void overlappingMarksShareAPieceAndEachKeepsItsNumber() {
    List<Piece> pieces =
        MarkedText.pieces(
            plain("abcdefgh"), List.of(new Mark(0, 5, 1, false), new Mark(3, 8, 2, true)));

    assertThat(told(pieces)).isEqualTo("i[abc]b1[de]i2[fgh]");
    assertThat(pieces).extracting(Piece::kind).containsExactly("indicator", "both", "identifier");
  }

  @Test
  void marksOfTheOriginalAreFoundAgainInTheMaskedText() {
    String original = "say m\u200Bango or 555\u200B-0142";
    Readable readable =
        new Mask(List.of("mango"))
            .over(original, new Normalizer(Confusables.NONE).normalize(original));
    int phone = original.indexOf("555");

    List<Piece> pieces =
        MarkedText.pieces(
            readable,
            List.of(new Mark(0, 10, 1, false), new Mark(phone, original.length(), 2, true)));

    assertThat(told(pieces)).isEqualTo("i[say ]i1[<explicit>]p[ or ]i2[555-0142]");
  }

  @Test
  void aMaskedTermIsSetOffEvenWhereNothingWasFound() {
    assertThat(told(MarkedText.pieces(plain("a <explicit> b"), List.of())))
        .isEqualTo("p[a ]m[<explicit>]p[ b]");
  }

  @Test
  void whateverTheMarksThePiecesAreTheWholeTextInOrder() {
    Random random = new Random(20260105);
    for (int round = 0; round < 500; round++) {
      String text = text(random);
      List<Mark> marks = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(text.length() + 1);
        int end = start + random.nextInt(text.length() - start + 1);
        marks.add(new Mark(start, end, marks.size() + 1, random.nextBoolean()));
      }

      List<Piece> pieces = MarkedText.pieces(plain(text), marks);

      assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
          .isEqualTo(VisibleText.of(text));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(40) : 'a' + i % 26);
    }
    return text.toString();
  }
}
