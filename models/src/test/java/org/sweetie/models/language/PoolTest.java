package org.sweetie.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @ParameterizedTest
  @CsvSource({
    "en,hello how was school today|we had a maths test",
    "ro,salut ce mai faci|am fost la scoala si am avut test la mate",
    "bg,здравей как си|днес имахме контролно по математика в училище",
    "sq,pershendetje si je|sot kishim nje test ne shkolle",
    "hu,szia hogy vagy|ma matek dolgozat volt az iskolaban",
    "ru,привет как дела|сегодня в школе была контрольная по математике",
    "uk,привіт як справи|сьогодні у школі була контрольна з математики"
  })
  void findsTheLanguageOfAConversation(String language, String messages) {
    Pool pool = DETECTOR.pool();

    for (String message : messages.split("\\|")) {
      pool.add(message);
    }

    assertThat(pool.language()).isEqualTo(language);
    assertThat(pool.readers()).contains(Reader.ofTag(language).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "kako si danas|imali smo kontrolni iz matematike u skoli",
    "како си данас|имали смо контролни из математике у школи",
    "kako si|jucer smo imali test iz matematike u skoli, bilo je tesko"
  })
  void givesBosnianCroatianAndSerbianOneReader(String messages) {
    Pool pool = DETECTOR.pool();

    for (String message : messages.split("\\|")) {
      pool.add(message);
    }

    assertThat(pool.language()).isIn("bs", "hr", "sr");
    assertThat(pool.readers()).contains(Reader.SERBIAN);
  }

  @ParameterizedTest
  @CsvSource({
    "en,hi there my phone is new",
    "en,ok what do you want",
    "en,i like it",
    "ro,ce faci tu acum",
    "hu,mit csinalsz most",
    "sq,po ti cfare ben",
    "bg,какво правиш сега",
    "ru,что ты делаешь",
    "uk,що ти робиш"
  })
  void findsTheLanguageOfAFewWords(String language, String message) {
    Pool pool = DETECTOR.pool();

    pool.add(message);

    assertThat(pool.language()).isEqualTo(language);
  }

  @Test
  void asksEveryReaderOfTheScriptWhileUnsure() {
    Pool pool = DETECTOR.pool();

    pool.add("ок");

    assertThat(pool.readers()).contains(Reader.BULGARIAN, Reader.RUSSIAN, Reader.UKRAINIAN);
    assertThat(pool.readers()).doesNotContain(Reader.ROMANIAN, Reader.HUNGARIAN);
  }

  @Test
  void staysUndeterminedWithoutLetters() {
    Pool pool = DETECTOR.pool();

    for (String message : List.of("", "  ", "123 :)", "\u0000\u0007", "\ud83d")) {
      pool.add(message);
    }

    assertThat(pool.language()).isEqualTo("und");
  }

  @Test
  void readsTagsWithScriptAndRegion() {
    assertThat(Reader.ofTag("sr-Latn")).contains(Reader.SERBIAN);
    assertThat(Reader.ofTag("EN_gb")).contains(Reader.ENGLISH);
    assertThat(Reader.ofTag("xx")).isEmpty();
    assertThat(Pool.readersOf("ro")).containsExactlyInAnyOrder(Reader.ENGLISH, Reader.ROMANIAN);
  }

  @Test
  @Timeout(20)
  void takesTenThousandMessagesInLinearTime() {
    Pool pool = DETECTOR.pool();

    for (int i = 0; i < 10_000; i++) {
      pool.add("we had a maths test today and it was hard " + i);
    }

    assertThat(pool.language()).isEqualTo("en");
  }
}
