package org.sweetie.models.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.library.Librarian.Answer;
import org.sweetie.engine.library.Librarian.Citation;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryItem;
import org.sweetie.models.retrieve.LuceneLibrary;

class ExtractiveLibrarianTest {
  private static final Map<String, String> REFUSALS =
      Phrases.LANGUAGES.stream()
          .collect(Collectors.toMap(language -> language, language -> language + ": 116 111"));

  @TempDir private static Path home;
  private static LibraryIndex library;
  private static ExtractiveLibrarian librarian;

  @BeforeAll
  static void fill() {
    library = LuceneLibrary.open(home.resolve("library"));
    List<LibraryItem> items = new ArrayList<>();
    for (String[] line : Tables.read("items.tsv")) {
      items.add(
          new LibraryItem(line[0], line[2], line[3], line[1], "guide", "", List.of(), "", null));
    }
    library.add(items);
    librarian = new ExtractiveLibrarian(library, REFUSALS);
  }

  @AfterAll
  static void close() {
    library.close();
  }

  private static void assertExact(Answer answer) {
    for (Citation citation : answer.citations()) {
      String text = library.find(citation.item()).orElseThrow().text();
      assertThat(citation.quote())
          .isNotBlank()
          .isEqualTo(text.substring(citation.start(), citation.end()));
      assertThat(answer.text()).contains(citation.quote());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What should I do in the first hour after a disclosure? | en-1",
        "Do volunteers in a sport club need a background check? | en-2",
        "How do I preserve digital evidence? | en-3",
        "Which vetting do sports club helpers need? | en-2",
        "Cum semnalez un copil în pericol? | ro-1",
        "Как се подава сигнал за дете в риск? | bg-1",
        "Si ta dëgjoj një fëmijë? | sq-1",
        "Hogyan jelez a pedagógus? | hu-1",
        "hogyan mukodik az iskolaban a jelzorendszer | hu-1",
        "Kako škola prijavljuje sumnju centru? | bs-1",
        "Kako sačuvati digitalne dokaze? | hr-1",
        "Шта треба детету које мења дом? | sr-1",
        "Что делать, если пропал ребёнок? | ru-1",
        "Як учитель повідомляє службу у справах дітей? | uk-1"
      })
  void answersInTheLanguageOfTheQuestion(String question, String item) {
    Answer answer = librarian.ask(question, null);

    assertThat(answer.refused()).isFalse();
    assertThat(answer.citations()).extracting(Citation::item).first().isEqualTo(item);
    assertThat(answer.citations()).hasSizeBetween(2, 4);
    assertExact(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the boiling point of water on a mountain?",
        "Who won the football world cup in 1998?",
        "How do I bake an apple pie for my children?",
        "Which train goes to the airport?",
        "Care este capitala Franței?",
        "Колко струва билетът за влака?",
        "Sa kushton një biletë treni?",
        "Mennyibe kerül a vonatjegy?",
        "Koliko košta karta za voz?",
        "Kako se peče kruh?",
        "Колико је висок Копаоник?",
        "Где купить дешёвые билеты на поезд?",
        "Як спекти яблучний пиріг?"
      })
  void saysThatTheLibraryDoesNotTell(String question) {
    Answer answer = librarian.ask(question, null);

    assertThat(answer.refused()).isFalse();
    assertThat(answer.citations()).isEmpty();
    assertThat(Phrases.all().values()).extracting(Phrases::silent).contains(answer.text());
  }

  @Test
  void saysSoWhereTheLibraryHasItInAnotherLanguageOnly() {
    Answer answer = librarian.ask("digitalne dokaze sačuvati uređaj", "en");

    assertThat(answer.text()).startsWith(Phrases.all().get("en").elsewhere());
    assertThat(answer.citations()).extracting(Citation::item).contains("hr-1");
  }

  @Test
  void takesTheLanguageThatIsGiven() {
    Answer answer = librarian.ask("xyzzy", "hr-HR");

    assertThat(answer.text()).isEqualTo(Phrases.all().get("hr").silent());
  }

  @Test
  void anUnknownLanguageIsAnsweredInEnglish() {
    assertThat(librarian.ask("xyzzy", "fi").text()).isEqualTo(Phrases.all().get("en").silent());
  }

  @Test
  @DisplayName("C10: a question that seeks access to children is refused with a helpline")
  void c10RefusesWithAHelpline() {
    for (String[] line : Tables.read("access-questions.tsv")) {
      Answer answer = librarian.ask(line[1], line[0]);

      assertThat(answer.refused()).as(line[1]).isTrue();
      assertThat(answer.text()).isEqualTo(REFUSALS.get(line[0])).contains("116 111");
      assertThat(answer.citations()).isEmpty();
    }
  }

  @Test
  @DisplayName("C10: a professional's question is not refused")
  void c10RefusesNoProfessional() {
    for (String[] line : Tables.read("professional-questions.tsv")) {
      assertThat(librarian.ask(line[1], line[0]).refused()).as(line[1]).isFalse();
    }
  }

  @Test
  void citationsAreExactWhateverTheText() {
    Random random = new Random(3);
    String[] parts = {
      "A report helps.",
      " ",
      "\n",
      "Report\uD83D\uDC26 early!",
      "\uD800",
      "Ж. ",
      "„Report?“ ",
      "e\u0301"
    };
    List<LibraryItem> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(12, 0, parts.length).forEach(part -> text.append(parts[part]));
      String language = Phrases.LANGUAGES.get(i % 10);
      items.add(
          new LibraryItem("r" + i, "Report", text + ".", language, "", "", List.of(), "", null));
    }
    try (LibraryIndex odd = LuceneLibrary.open(home.resolve("odd"))) {
      odd.add(items);
      ExtractiveLibrarian reader = new ExtractiveLibrarian(odd, REFUSALS);
      int quotations = 0;
      for (String language : Phrases.LANGUAGES) {
        for (Citation citation : reader.ask("report", language).citations()) {
          String text = odd.find(citation.item()).orElseThrow().text();
          assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
          quotations++;
        }
      }
      assertThat(quotations).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void anyQuestionIsTaken() {
    for (String question : List.of("", " ", "\uD800", "?!", "report ".repeat(150_000))) {
      assertThat(librarian.ask(question, null).refused()).isFalse();
    }
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    String question = "Do volunteers in a sport club need a background check?";

    assertThat(librarian.ask(question, null))
        .isEqualTo(new ExtractiveLibrarian(library, REFUSALS).ask(question, null));
  }

  @Test
  void refusalsWithoutEnglishAreNamed() {
    assertThatThrownBy(() -> new ExtractiveLibrarian(library, Map.of("ro", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("English");
  }
}
