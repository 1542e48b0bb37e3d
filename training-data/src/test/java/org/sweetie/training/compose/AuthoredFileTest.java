package org.sweetie.training.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.CorpusException;

class AuthoredFileTest {
  @Test
  void readsWhoApproachesWhomAndWhatEachLineDoes() {
    List<Authored> read = read("== trade | positive | B | games", "A: hi", "B: keep it ## secrecy");

    assertThat(read).hasSize(1);
    Authored one = read.get(0);
    assertThat(one.offender()).isEqualTo('B');
    assertThat(one.family()).isEqualTo("en someone trade");
    assertThat(one.sides()).containsExactly('A', 'B');
    assertThat(one.lines().get(1).template().text()).isEqualTo("keep it");
    assertThat(one.lines().get(1).template().acts()).containsExactly(Indicator.SECRECY);
    assertThat(one.isDecisive(one.lines().get(1))).isTrue();
    assertThat(one.isDecisive(one.lines().get(0))).isFalse();
  }

  @Test
  void nobodyApproachesAnybodyInANegativeOne() {
    List<Authored> read =
        read("== party | negative | - | family", "A: hi ## secrecy, incentive", "C: ok");

    assertThat(read.get(0).positive()).isFalse();
    assertThat(read.get(0).sides()).containsExactly('A', 'C');
    assertThat(read.get(0).isDecisive(read.get(0).lines().get(0))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "== a | positive | - | games;offender '-'",
        "== a | negative | A | games;offender 'A'",
        "== a | maybe | A | games;positive or negative",
        "== a | positive | A;expected '== name",
        "A: said before anybody began;expected '== …'",
      })
  void aHeadThatSaysNoKindIsNamedWithItsFileAndLine(String line, String wrong) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("somewhere.txt:1")
        .hasMessageContaining(wrong);
  }

  @Test
  void aPositiveOneWhoseOffenderDoesNothingLateAndANameTwiceAreRefused() {
    assertThatThrownBy(() -> read("== a | positive | A | games", "A: hi", "B: no ## refusal"))
        .hasMessageContaining("nothing of a late stage");
    assertThatThrownBy(
            () -> read("== a | negative | - | x", "A: hi", "== a | negative | - | x", "A: hi"))
        .hasMessageContaining("stands twice");
    assertThatThrownBy(() -> read("== a | negative | - | x", "A: hi ## rudeness"))
        .hasMessageContaining("'rudeness' is no indicator");
  }

  @Test
  void everyAuthorOfTheListWroteSomethingAndNoTextTwiceInOneLanguage() {
    Library library = Library.load();
    Set<String> texts = new HashSet<>();
    for (Authored one : library.authored()) {
      String text = one.language() + one.lines().stream().map(l -> l.template().text()).toList();
      assertThat(texts.add(text)).as(one.family()).isTrue();
    }
    for (TextFile.Line author : TextFile.need("authors.txt")) {
      assertThat(library.authored()).anyMatch(a -> a.author().equals(author.text()));
      assertThat(library.singleLines()).anyMatch(t -> t.section().equals(author.text()));
    }
  }

  private static List<Authored> read(String... lines) {
    List<TextFile.Line> read = new ArrayList<>();
    for (String line : lines) {
      read.add(new TextFile.Line("somewhere.txt", read.size() + 1, line));
    }
    return AuthoredFile.of("en", "someone", read);
  }
}
