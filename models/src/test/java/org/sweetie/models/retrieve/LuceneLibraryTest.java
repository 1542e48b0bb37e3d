package org.sweetie.models.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.library.LibraryIndex;
import org.sweetie.engine.library.LibraryIndexContract;
import org.sweetie.engine.library.LibraryItem;

class LuceneLibraryTest extends LibraryIndexContract {
  private final Map<LibraryIndex, Path> open = new HashMap<>();
  @TempDir private Path home;

  @Override
  protected LibraryIndex library() {
    return open(home.resolve("library"));
  }

  @Override
  protected LibraryIndex again(LibraryIndex library) {
    Path folder = open.get(library);
    assertThat(folder).isNotNull();
    return open(folder);
  }

  private LibraryIndex open(Path folder) {
    LibraryIndex library = LuceneLibrary.open(folder);
    open.put(library, folder);
    return library;
  }

  @AfterEach
  void close() {
    open.keySet().forEach(LibraryIndex::close);
  }

  @ParameterizedTest
  @CsvSource({
    "en, reporting concerns, We reported our concern.",
    "ro, școlile dispăruților, Școala caută copii dispăruți.",
    "ro, şcoala, Școala caută copii.",
    "ro, scoala disparuti, Școala caută copii dispăruți.",
    "bg, сигналът, Сигнал за дете.",
    "sq, femijet, Fëmijët kanë të drejta.",
    "hu, gyermekek jelzése, A gyermeket jelzések védik.",
    "hu, jelzorendszer, A jelzőrendszer tagjai.",
    "bs, saradnju, Saradnja škole i centra.",
    "hr, zastitu, Zaštita djeteta u klubu.",
    "sr, deteta, Права детета.",
    "sr, ризика, Rizik na internetu.",
    "ru, дети пропали, Ребёнок пропал вчера.",
    "uk, дітьми, Діти в переїзді."
  })
  void findsOtherFormsOfAWord(String language, String query, String text) {
    LibraryIndex library = library();
    library.add(List.of(item("a", language, "x", text), item("b", language, "y", "z")));

    List<LibraryIndex.Hit> hits = library.search(query, language, 1);

    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).item().id()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"bs, hr", "hr, sr", "sr, bs"})
  void theThreeNeighbouringLanguagesFindEachOther(String asked, String written) {
    LibraryIndex library = library();
    library.add(List.of(item("a", written, "Prijava", "Prijava nasilja u školi.")));

    assertThat(library.search("prijave nasilja", asked, 3)).hasSize(1);
  }

  @Test
  void meaningIsFoundInEnglishWithoutASharedWord() {
    LibraryIndex library = library();
    library.add(
        List.of(
            item("bike", "en", "Cycling", "How to repair the wheel of a bicycle."),
            item("sleep", "en", "Rest", "Why babies cannot fall asleep at night."),
            item("bread", "en", "Baking", "Mix flour and yeast, then heat the oven.")));

    assertThat(library.search("infant insomnia", "en", 3).get(0).item().id()).isEqualTo("sleep");
  }

  @Test
  void otherLanguagesAreFoundByTheWordsTheyShare() {
    LibraryIndex library = library();
    library.add(List.of(item("a", "hu", "Stop It Now", "A Stop It Now segélyvonal címe.")));

    assertThat(library.search("Stop It Now", "ro", 3)).hasSize(1);
    assertThat(library.search("linie telefonică", "ro", 3)).isEmpty();
  }

  @Test
  void theSameImportGivesTheSameAnswers() {
    List<LibraryItem> items =
        IntStream.range(0, 60)
            .mapToObj(
                i -> item("i" + i % 50, "en", "Title " + i % 7, "Report " + i % 5 + " of a case."))
            .toList();
    List<List<LibraryIndex.Hit>> answers = new ArrayList<>();

    for (String folder : List.of("one", "two")) {
      LibraryIndex library = open(home.resolve(folder));
      library.add(items.subList(0, 30));
      library.add(items.subList(30, 60));
      answers.add(library.search("report of case 3", null, 50));
    }

    assertThat(answers.get(0)).hasSize(50).isEqualTo(answers.get(1));
  }

  @Test
  void anItemThatCannotBeKeptLeavesTheLibraryAsItWas() {
    LibraryIndex library = library();
    library.add(List.of(item("a", "ro", "x", "y")));

    assertThatThrownBy(
            () -> library.add(List.of(item("b", "ro", "x", "y"), item("c\uD800", "ro", "x", "y"))))
        .isInstanceOf(LibraryUnusable.class)
        .hasMessageContaining("id");

    assertThat(library.size()).isEqualTo(1);
    library.add(List.of(item("d", "ro", "x", "y")));
    assertThat(library.size()).isEqualTo(2);
  }

  @Test
  void openingWritesNothing() throws IOException {
    LibraryIndex library = library();
    library.search("x", null, 1);

    try (Stream<Path> files = Files.list(home.resolve("library"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aDamagedFolderIsNamed() throws IOException {
    LibraryIndex library = library();
    library.add(List.of(item("a", "ro", "x", "y")));
    try (Stream<Path> files = Files.list(home.resolve("library"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".si")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    LibraryIndex other = again(library);

    assertThatThrownBy(other::size)
        .isInstanceOf(LibraryUnusable.class)
        .hasMessageContaining("library");
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> LuceneLibrary.open(file))
        .isInstanceOf(LibraryUnusable.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aNegativeNumberOfHitsIsRefused() {
    LibraryIndex library = library();

    assertThatThrownBy(() -> library.search("x", null, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
