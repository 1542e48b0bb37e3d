package org.sweetie.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms here are made up: how a mask works does not depend on what it hides. */
@DisplayName("A2: the mask")
class MaskTest {
  private static final int MEGABYTE = 1 << 20;
  private final Normalizer normalizer = new Normalizer(Confusables.NONE);
  private final Mask mask =
      new Mask(List.of("Blorp", "zink", "lisot", "mell vost", "mell vost tar"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blorp",
        "BLORP",
        "bloooorp",
        "bl0rp",
        "8lorp",
        "blorp99",
        "b l o r p",
        "b.l.o.r.p",
        "B-L-O-R-P",
        "mell vost",
        "Mell-Vost",
        "mell  vost tar",
        "ｂｌｏｒｐ",
        "bl\u200Borp",
        "l1$ot",
        "1150t",
        "li$0t",
        "z1nk"
      })
  void aTermIsReplacedHoweverItIsWritten(String written) {
    String text = "so " + written + ", ok";

    Readable readable = read(text);

    assertThat(readable.text()).isEqualTo("so <explicit>, ok");
    assertThat(readable.masked()).isOne();
    assertThat(text.substring(readable.map().originalStart(3), readable.map().originalEnd(13)))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blorps",
        "ablorp",
        "bloorp",
        "mell",
        "mell. vost",
        "vost mell",
        "zin k",
        "z i n",
        "0123456789",
        "bl",
        "a b c d e f"
      })
  void nothingElseIsReplaced(String text) {
    Readable readable = read(text);

    assertThat(readable.text()).isEqualTo(text);
    assertThat(readable.masked()).isZero();
  }

  @Test
  void singleLettersAroundASpacedTermAreWordsOfTheirOwn() {
    assertThat(read("i z i n k u").text()).isEqualTo("i <explicit> u");
  }

  @Test
  void everyOccurrenceIsCounted() {
    Readable readable = read("zink zink! (zink)");

    assertThat(readable.text()).isEqualTo("<explicit> <explicit>! (<explicit>)");
    assertThat(readable.masked()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<explicit>", "<EXPLICIT>", "＜explicit＞", "<ex\u200Bplicit>"})
  @DisplayName("A2: a token typed literally is escaped, so that the token always means the mask")
  void aTokenTypedLiterallyIsEscaped(String typed) {
    Readable readable = read("say " + typed + " or zink");

    assertThat(readable.text()).isEqualToIgnoringCase("say ‹explicit› or <explicit>");
    assertThat(readable.masked()).isOne();
    assertThat(readable.map().originalStart(4)).isEqualTo(4);
    assertThat(readable.map().originalEnd(14)).isEqualTo(4 + typed.length());
  }

  @Test
  void nestedTokensLeaveNone() {
    assertThat(read("<<explicit>> <explicit").text()).isEqualTo("<‹explicit›> <explicit");
  }

  @Test
  void theTokenAppearsExactlyAsOftenAsTheMaskPutItThere() {
    Random random = new Random(3);
    String[] parts = {
      "<explicit>", "<", ">", "explicit", "zink", " ", "<ex", "plicit>", "z", "\u200B"
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 12; j++) {
        text.append(parts[random.nextInt(parts.length)]);
      }

      Readable readable = read(text.toString());

      assertThat(readable.text().split("<explicit>", -1)).hasSize(readable.masked() + 1);
    }
  }

  @Test
  void aListWithoutWordsMasksNothing() {
    Mask empty = new Mask(List.of("", "69", "--"));

    assertThat(empty.over("a 69 --", normalizer.normalize("a 69 --")).masked()).isZero();
  }

  @ParameterizedTest
  @MethodSource("megabytes")
  @Timeout(20)
  void aMegabyteIsMaskedInLinearTime(String text) {
    Readable readable = read(text);

    assertThat(readable.map().length()).isEqualTo(readable.text().length());
  }

  static Stream<String> megabytes() {
    return Stream.of(
            "a",
            "a ",
            "z i n ",
            "b!",
            "@",
            "1",
            "mell ",
            "mell vost ",
            "<explicit",
            "<",
            "zzz1iii! ",
            "b@$l ",
            "a!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!! ",
            "\uD800z")
        .map(s -> s.repeat(MEGABYTE / s.length()));
  }

  private Readable read(String text) {
    return mask.over(text, normalizer.normalize(text));
  }

  @Test
  @DisplayName(
      "A2: in composed text the token stands for a term and counts as one, with its own place")
  void aTokenInComposedTextStandsForATerm() {
    Mask composed = new Mask(List.of("blorp"), true);
    String text = "tell me <explicit> and blorp";

    Readable readable = composed.over(text, new Normalizer(Confusables.NONE).normalize(text));

    assertThat(readable.text()).isEqualTo("tell me <explicit> and <explicit>");
    assertThat(readable.masked()).isEqualTo(2);
    assertThat(readable.map().originalStart(8)).isEqualTo(8);
    assertThat(readable.map().originalEnd(18)).isEqualTo(18);
  }
}
