package org.sweetie.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every library index holds to. */
public abstract class LibraryIndexContract {
  /** A new empty library. */
  protected abstract LibraryIndex library();

  /** The same library as another process would open it. */
  protected abstract LibraryIndex again(LibraryIndex library);

  /** An item without anything that a test did not name. */
  protected static LibraryItem item(String id, String language, String title, String text) {
    return new LibraryItem(id, title, text, language, "guide", "", List.of(), "", null);
  }

  private static List<String> ids(LibraryIndex library, String query, @Nullable String language) {
    return library.search(query, language, 10).stream().map(hit -> hit.item().id()).toList();
  }

  @Test
  void anEmptyLibraryFindsNothing() {
    LibraryIndex library = library();

    assertThat(library.size()).isZero();
    assertThat(library.search("anything", "en", 5)).isEmpty();
    assertThat(library.find("a")).isEmpty();
  }

  @Test
  void anItemComesBackWhole() {
    LibraryItem item =
        new LibraryItem(
            "a-1",
            "Título — заглавие",
            "First line.\n\nSecond \uD83D\uDC26 line, \uD800 alone.",
            "en",
            "course",
            "RO",
            List.of("one topic", "another"),
            "https://example.org/a-1",
            "2025-02-11");

    LibraryIndex library = library();
    library.add(List.of(item, item("b", "hu", "", "")));

    assertThat(library.find("a-1")).contains(item);
    assertThat(library.find("b")).contains(item("b", "hu", "", ""));
    assertThat(library.find("a")).isEmpty();
  }

  @Test
  void addingNothingChangesNothing() {
    LibraryIndex library = library();

    library.add(List.of());

    assertThat(library.size()).isZero();
  }

  @Test
  void anItemTakesThePlaceOfTheEarlierOneWithItsId() {
    LibraryIndex library = library();
    library.add(List.of(item("a", "en", "Bicycles", "How to ride a bicycle.")));
    library.add(
        List.of(
            item("a", "en", "Gardens", "How to plant a garden."),
            item("b", "en", "Boats", "How to row a boat."),
            item("b", "en", "Kites", "How to fly a kite.")));

    assertThat(library.size()).isEqualTo(2);
    assertThat(library.find("a").map(LibraryItem::title)).contains("Gardens");
    assertThat(library.find("b").map(LibraryItem::title)).contains("Kites");
    assertThat(ids(library, "garden", "en").get(0)).isEqualTo("a");
    assertThat(library.search("bicycle", "ru", 5)).isEmpty();
  }

  @Test
  void whatWasAddedIsThereForAnotherProcess() {
    LibraryIndex library = library();
    library.add(List.of(item("a", "en", "Gardens", "How to plant a garden.")));

    LibraryIndex other = again(library);

    assertThat(other.size()).isEqualTo(1);
    assertThat(ids(other, "plant a garden", "en")).containsExactly("a");
  }

  @Test
  void anotherProcessSeesWhatIsAddedAfterItBeganToRead() {
    LibraryIndex library = library();
    LibraryIndex other = again(library);
    assertThat(other.size()).isZero();

    library.add(List.of(item("a", "en", "Gardens", "How to plant a garden.")));
    other.add(List.of(item("b", "en", "Boats", "How to row a boat.")));

    assertThat(other.size()).isEqualTo(2);
    assertThat(ids(library, "row a boat", "en").get(0)).isEqualTo("b");
  }

  @Test
  void hitsComeBestFirstAndNoMoreThanAsked() {
    LibraryIndex library = library();
    library.add(
        IntStream.range(0, 20)
            .mapToObj(i -> item("i" + i, "en", "Notes", "report ".repeat(i + 1) + "and rest."))
            .toList());

    List<LibraryIndex.Hit> hits = library.search("report", "en", 7);

    assertThat(hits).hasSize(7);
    assertThat(hits.stream().map(LibraryIndex.Hit::score).toList())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(library.search("report", "en", 0)).isEmpty();
  }

  @Test
  void equalItemsAreOrderedByIdHoweverTheyCame() {
    LibraryIndex library = library();
    List<LibraryItem> items = new ArrayList<>();
    for (String id : List.of("d", "a", "c", "b")) {
      items.add(item(id, "ro", "Titlu", "Semnalarea unui caz."));
    }
    library.add(items);

    assertThat(ids(library, "semnalarea", "ro")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void passagesLieWithinTheTextAndHoldWhatWasAsked() {
    LibraryIndex library = library();
    String text =
        "The first part is about weather. It rains often.\n\nThe second part is about boats. "
            + "A boat needs a mast and a sail. Sails need care.\n\nThe last part says goodbye.";
    library.add(List.of(item("a", "en", "Parts", text)));

    LibraryIndex.Hit hit = library.search("mast and sail", "en", 1).get(0);

    assertThat(text.substring(hit.start(), hit.end())).contains("mast and a sail");
  }

  @ParameterizedTest
  @CsvSource({
    "en, report, How to report a concern.",
    "ro, semnalare, O semnalare ajută copilul.",
    "bg, сигнал, Подайте сигнал навреме.",
    "sq, raport, Bëni një raport me kohë.",
    "hu, jelzés, A jelzés segít a gyermeken.",
    "bs, prijava, Prijava pomaže djetetu.",
    "hr, prijava, Prijava pomaže djetetu.",
    "sr, пријава, Пријава помаже детету.",
    "ru, сообщение, Сообщение помогает ребёнку.",
    "uk, повідомлення, Повідомлення допомагає дитині."
  })
  void findsAWordInEachLanguage(String language, String query, String text) {
    LibraryIndex library = library();
    library.add(List.of(item("a", language, "x", text), item("b", language, "y", "z")));

    assertThat(ids(library, query, language).get(0)).isEqualTo("a");
    assertThat(ids(library, query, null)).contains("a");
  }

  @Test
  void anyQueryIsTaken() {
    LibraryIndex library = library();
    library.add(List.of(item("a", "en", "Gardens", "How to plant a garden.")));
    Random random = new Random(7);
    StringBuilder noise = new StringBuilder();
    random.ints(500, 0, 0x10000).forEach(unit -> noise.append((char) unit));

    for (String query :
        List.of("", " \n", "\uD800", "garden \uDC00", "\u0000", "(\"[*?~:AND", noise.toString())) {
      assertThat(library.search(query, null, 3)).hasSizeLessThanOrEqualTo(1);
    }
    assertThat(ids(library, "garden " + "a lot ".repeat(170_000), null)).containsExactly("a");
  }

  @Test
  void manyThreadsReadWhileOneAdds() throws Exception {
    LibraryIndex library = library();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        readers.add(
            threads.submit(
                () -> {
                  int last = 0;
                  while (last < 10) {
                    int size = library.size();
                    assertThat(size).isGreaterThanOrEqualTo(last);
                    assertThat(library.search("сигнал", "bg", 20).size()).isLessThanOrEqualTo(10);
                    last = size;
                  }
                  return last;
                }));
      }
      for (int i = 0; i < 10; i++) {
        library.add(List.of(item("i" + i, "bg", "т", "Подайте сигнал навреме.")));
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isEqualTo(10);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
