package org.sweetie.models.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(passage -> passage.of(text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sunați la 112. Apoi scrieți. | 2",
        "Conform art. 35 alin. 2 se semnalează. Așa este. | 2",
        "Писмото е от г. Иванов. Край. | 2",
        "Prijavite do 1. siječnja. Hvala. | 2",
        "A Gyvt. 17. § szerint jelezni kell. Ennyi. | 2",
        "Д-р Петров каза: „Да.“ После млъкна. | 2",
        "Что? Где?! Когда… Потом. | 4",
        "Njoftoni znj. Hoxha. Faleminderit. | 2",
        "Verzija 9.12 radi. | 1",
        "на стр. 5 та на вул. Франка. Далі. | 2"
      })
  void cutsWhereASentenceEnds(String text, int count) {
    assertThat(sentences(text)).hasSize(count);
  }

  @Test
  void aLineBreakEndsASentence() {
    assertThat(sentences("  One\n\ntwo. Three \r\n")).containsExactly("One", "two.", "Three");
  }

  @Test
  void nothingButBlanksIsLostWhateverTheText() {
    Random random = new Random(11);
    String signs = "aZ9 .!?…\n\"”(\u00A0\uD800ж-";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(40, 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));

      List<Passage> passages = Sentences.of(text.toString());

      int at = 0;
      for (Passage passage : passages) {
        assertThat(text.substring(at, passage.start())).matches("[\\s\\u00A0]*");
        assertThat(passage.end()).isGreaterThan(passage.start());
        at = passage.end();
      }
      assertThat(text.substring(at)).matches("[\\s\\u00A0]*");
    }
  }

  @Test
  void aMillionSignsTakeNoLongerThanWords() {
    assertThat(Sentences.of(".".repeat(1_000_000))).hasSize(1);
  }
}
