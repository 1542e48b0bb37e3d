package org.sweetie.models.encode;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the word pieces against the library whose vocabulary they read. */
class WordPiecesTest {
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  @TempDir static Path unpacked;

  private static WordPieces pieces;
  private static HuggingFaceTokenizer library;

  @BeforeAll
  static void load() throws IOException {
    System.setProperty("DJL_CACHE_DIR", unpacked.toString());
    try (InputStream ours = WordPiecesTest.class.getResourceAsStream(TOKENIZER);
        InputStream theirs = WordPiecesTest.class.getResourceAsStream(TOKENIZER)) {
      pieces = WordPieces.read(ours);
      library =
          HuggingFaceTokenizer.newInstance(
              theirs, Map.of("padding", "false", "truncation", "false"));
    }
  }

  @AfterAll
  static void close() {
    library.close();
    System.clearProperty("DJL_CACHE_DIR");
  }

  @Test
  void givesTheIdsOfTheLibraryOnChatInManyScripts() {
    List<String> texts =
        List.of(
            "",
            " ",
            "Hello, how are you?",
            "dont worry it's   fine :) 2moro@5pm #game_night",
            "Mi-am uitat parola, știi? Țara ta",
            "Къде е моята поръчка? Йод и ёлка",
            "Где мой заказ, Ї Є Ґ",
            "Përshëndetje, Ç'kemi",
            "árvíztűrő tükörfúrógép",
            "日本語 テキスト 中文",
            "naïve café İstanbul Straße ǅ ﬁ",
            "👋🏽 emoji 👨‍👩‍👧 and ​zero width",
            "a\tb\nc\r\nd e",
            "x".repeat(101) + " " + "y".repeat(100),
            "<explicit> <name> [MASKED] $5.00 50% ½ x² ™");

    assertThat(texts)
        .allSatisfy(t -> assertThat(pieces.ids(t, 100_000)).isEqualTo(library.encode(t).getIds()));
  }

  @Test
  void givesTheIdsOfTheLibraryOnRandomText() {
    Random random = new Random(11);
    int[][] ranges = {{32, 127}, {160, 600}, {0x370, 0x52f}, {0x2000, 0x2070}, {0x1f300, 0x1f600}};

    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        int[] range = ranges[random.nextInt(ranges.length)];
        int c = range[0] + random.nextInt(range[1] - range[0]);
        if (Character.isDefined(c)) {
          text.appendCodePoint(c);
        }
      }

      assertThat(pieces.ids(text.toString(), 100_000))
          .as("text %d of seed 11: %s", i, text)
          .isEqualTo(library.encode(text.toString()).getIds());
    }
  }

  @Test
  void keepsBothEndsOfALongText() {
    long[] ids = pieces.ids("first " + "and ".repeat(250_000) + "last", 256);

    assertThat(ids).hasSize(256);
    assertThat(ids[1]).isEqualTo(pieces.ids("first", 8)[1]);
    assertThat(ids[254]).isEqualTo(pieces.ids("last", 8)[1]);
  }
}
