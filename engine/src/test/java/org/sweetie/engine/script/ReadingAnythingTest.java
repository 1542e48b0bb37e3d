package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any text can be read, whatever it is made of, in time that grows with its length alone. */
class ReadingAnythingTest {
  private static final long SEED = 20260105;
  private static final String[] PIECES = {
    "a",
    "A.",
    "..",
    "'",
    "'d",
    "n't",
    "@",
    "@x.",
    "#",
    "$",
    "-",
    "--",
    "/",
    "://",
    "http",
    "www.",
    ".org",
    "5",
    "1,",
    ",000",
    "%",
    ":)",
    "(",
    ")",
    "\"",
    "\u2019",
    "\u200d",
    "\ud83d\ude00",
    "\ufe0f",
    "\ud83c\uddf5",
    "\ud800",
    "\u0301",
    "hundred",
    "and",
    "\n",
    " ",
    "  ",
    "<explicit>",
    "<",
    ";",
    "?",
    "!",
    "\u4f60",
    "oo",
    "school",
    "I'd",
    "e.g",
    ":",
    "~",
    "^",
    "_",
    "*",
    "\\",
    "\u0000",
    "\u00bf",
    "\u0964"
  };

  private static final Script SCRIPT =
      Scripts.compiled(
          "topic: ~keywordless keep repeat ()", "u: (_~noun school) '_0", "u: (_~number ~yes) _0");

  @Test
  void anyTextIsReadWithoutAFault() {
    Random random = new Random(SEED);
    for (int i = 0; i < 4000; i++) {
      String text = text(random, 1 + random.nextInt(40));

      List<Sentence> sentences =
          SCRIPT.read(text, i % 2 == 0 ? TokenFlags.USUAL : random.nextInt());

      assertThat(sentences)
          .as("%s", text)
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(Reader.MOST_SENTENCES);
      assertThat(sentences)
          .allSatisfy(
              sentence ->
                  assertThat(sentence.count()).isLessThanOrEqualTo(Reader.LONGEST_SENTENCE + 8));
    }
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(6) == 0) {
        text.appendCodePoint(random.nextInt(0x2FFFF));
      }
    }
    return text.toString();
  }

  /** A text twice as long may take about twice as long; ten times as long shows a fault. */
  @Test
  void timeGrowsWithTheLengthAlone() {
    for (String piece : PIECES) {
      for (String joiner : List.of("", "x", ".", " ")) {
        String text = (piece + joiner).repeat(60_000 / (piece.length() + joiner.length()));

        long start = System.nanoTime();
        SCRIPT.read(text, TokenFlags.NO_SENTENCE_END | TokenFlags.USUAL);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(millis).as("milliseconds for %s", piece + joiner).isLessThan(3_000);
      }
    }
  }
}
