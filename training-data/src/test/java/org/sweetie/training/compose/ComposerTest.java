package org.sweetie.training.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.Stage;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.corpus.LabelledLine;
import org.sweetie.training.split.Split;
import org.sweetie.training.split.SplitPlan;

class ComposerTest {
  private static final Library LIBRARY = Library.load();

  @TempDir Path folder;

  @Test
  void theSameSeedWritesTheSameBytesAndAnotherSeedOthers() throws IOException {
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    WriteCorpus.write(folder.resolve("a"), 5, 100, quiet);
    WriteCorpus.write(folder.resolve("b"), 5, 100, quiet);
    WriteCorpus.write(folder.resolve("c"), 6, 100, quiet);

    for (String name :
        List.of(
            "train.jsonl", "dev.jsonl", "test.jsonl", "lines-train.jsonl", "lines-test.jsonl")) {
      assertThat(
              Files.mismatch(folder.resolve("a").resolve(name), folder.resolve("b").resolve(name)))
          .isEqualTo(-1);
      assertThat(
              Files.mismatch(folder.resolve("a").resolve(name), folder.resolve("c").resolve(name)))
          .isNotEqualTo(-1);
    }
    assertThat(Files.readAllLines(folder.resolve("a/train.jsonl")))
        .hasSize(80)
        .allMatch(l -> l.contains("\"synthetic\":true"));
  }

  @Test
  void aConversationDependsOnItsIndexAndNotOnTheOthers() {
    List<LabelledConversation> few = Composer.compose(9, 20).toList();
    List<LabelledConversation> many = Composer.compose(9, 60).toList();

    assertThat(many.subList(0, 20)).isEqualTo(few);
  }

  @Test
  void hardNegativesAreAtLeastAsManyAsPositives() {
    Map<Boolean, Long> counts =
        Composer.compose(1, 4000)
            .collect(Collectors.groupingBy(c -> c.labels().positive(), Collectors.counting()));

    assertThat(counts.get(false)).isGreaterThanOrEqualTo(counts.get(true));
    assertThat(counts.get(true)).isGreaterThan(1200);
  }

  @Test
  void aPositiveConversationHasAnActOfItsOffenderOfALateStageAndNegativesHoldSuchActsToo() {
    List<LabelledConversation> all = Composer.compose(3, 3000).toList();

    assertThat(all.stream().filter(c -> c.labels().positive()))
        .allMatch(ComposerTest::hasLateActOfItsOffender);
    long innocent =
        all.stream()
            .filter(c -> !c.labels().positive())
            .filter(c -> c.acts().stream().anyMatch(a -> !a.isEmpty()))
            .count();
    assertThat(innocent).as("negatives with the surface act of an indicator").isGreaterThan(700);
  }

  private static boolean hasLateActOfItsOffender(LabelledConversation c) {
    Set<Stage> late = EnumSet.of(Stage.ISOLATION, Stage.APPROACH);
    for (int i = 0; i < c.acts().size(); i++) {
      boolean offender = c.conversation().messages().get(i).author().equals(c.labels().offender());
      if (offender && c.acts().get(i).stream().anyMatch(a -> late.contains(a.stage()))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theOffenderIsAsOftenAuthorAAsAuthorB() {
    Map<String, Long> counts =
        Composer.compose(2, 4000)
            .filter(c -> c.labels().positive())
            .collect(
                Collectors.groupingBy(
                    c -> String.valueOf(c.labels().offender()), Collectors.counting()));

    // C and D are in the few conversations of three and four.
    assertThat(counts.keySet()).contains("A", "B").isSubsetOf("A", "B", "C", "D");
    assertThat((double) counts.get("A") / counts.get("B")).isBetween(0.85, 1.18);
  }

  @Test
  @DisplayName("A2: <explicit> stays whole, and no slot or choice is left open")
  void theTokenStaysWholeAndNoSlotIsLeftOpen() {
    long tokens =
        Composer.compose(4, 3000)
            .flatMap(c -> c.conversation().messages().stream())
            .peek(
                m ->
                    assertThat(m.text().replace("<explicit>", "").replace("<3", ""))
                        .isNotNull()
                        .doesNotContain("{", "}", "[", "]", "<", ">"))
            .filter(m -> m.text().contains("<explicit>"))
            .count();

    assertThat(tokens).isGreaterThan(50);
  }

  @Test
  void noTemplateStandsInTwoSplits() {
    Map<String, Split> seen = new HashMap<>();
    for (Split split : Split.values()) {
      for (String family : families(split)) {
        Split before = seen.putIfAbsent(family, split);
        assertThat(before).as("'%s' stands in %s too", family, split).isIn(null, split);
      }
    }
    assertThat(seen.values()).contains(Split.values());
  }

  /**
   * The families that can be spoken in a split; of scene lines those long enough to be told again.
   */
  private static Set<String> families(Split split) {
    Set<String> families = new HashSet<>();
    LIBRARY.templates().stream()
        .filter(t -> LIBRARY.in(split, t))
        .map(Template::family)
        .forEach(families::add);
    LIBRARY.scenes().stream()
        .filter(s -> LIBRARY.in(split, s))
        .flatMap(s -> s.lines().stream())
        .map(l -> SplitPlan.familyOf(l.template().text()))
        .filter(f -> f.split(" ").length > 3)
        .forEach(families::add);
    return families;
  }

  @Test
  void aConversationThatWasWrittenWholeIsToldInOneSplitAndItsDecidingLinesStay() {
    for (Split split : Split.values()) {
      Composer.compose(8, 400, split)
          .filter(c -> c.labels().plot().startsWith("told:"))
          .forEach(
              c -> {
                Authored told =
                    LIBRARY.authored().stream()
                        .filter(a -> a.family().equals(c.labels().family()))
                        .findFirst()
                        .orElseThrow();
                assertThat(LIBRARY.in(split, told)).as(told.family()).isTrue();
                assertThat(told.positive()).isEqualTo(c.labels().positive());
                assertThat(!told.positive() || hasLateActOfItsOffender(c)).isTrue();
              });
    }
  }

  @Test
  void everyLanguageHasConversationsOfBothKindsWrittenWhole() {
    for (String language : LIBRARY.languages()) {
      for (boolean positive : List.of(true, false)) {
        assertThat(LIBRARY.authored(language, positive, null))
            .as("%s %s", language, positive)
            .hasSizeGreaterThanOrEqualTo(4);
      }
    }
  }

  @Test
  void linesThatFollowAnotherLanguageStandInItsSplit() {
    Map<String, Split> serbian = new HashMap<>();
    for (Split split : Split.values()) {
      LIBRARY.templates().stream()
          .filter(t -> t.language().equals("sr") && LIBRARY.in(split, t))
          .forEach(t -> serbian.put(t.placeIn("sr"), split));
    }
    Set<String> told =
        LIBRARY.authored().stream()
            .flatMap(a -> a.lines().stream())
            .map(l -> l.template().family())
            .collect(Collectors.toSet());
    long moved =
        LIBRARY.templates().stream()
            .filter(t -> t.language().equals("hr") || t.language().equals("bs"))
            // What was also said in a conversation written whole goes where that goes.
            .filter(t -> !told.contains(t.family()))
            .filter(t -> !LIBRARY.in(serbian.get(t.placeIn("sr")), t))
            .count();

    assertThat(moved).isZero();
  }

  @Test
  void thereAreEnoughLinesForEveryIndicatorAndRegister() {
    for (Indicator indicator : Indicator.values()) {
      for (String language : LIBRARY.languages()) {
        long lines =
            LIBRARY.templates().stream()
                .filter(t -> t.language().equals(language) && t.pool().equals(indicator.wire()))
                .count();
        assertThat(lines)
            .as("%s %s", language, indicator)
            .isGreaterThanOrEqualTo(language.equals("en") ? 60 : 11);
      }
    }
    for (String register : Library.REGISTERS) {
      assertThat(negativeLines("en", register)).as(register).isGreaterThanOrEqualTo(400);
    }
    for (String language : LIBRARY.languages()) {
      assertThat(Library.REGISTERS.stream().mapToLong(r -> negativeLines(language, r)).sum())
          .as(language)
          .isGreaterThanOrEqualTo(80);
    }
  }

  private static long negativeLines(String language, String register) {
    return LIBRARY.scenes(language, register, false, null).stream()
        .mapToLong(s -> s.lines().size())
        .sum();
  }

  @Test
  void everySingleLineHasItsActsAndEveryActHasLinesInEachSplit() {
    for (Split split : Split.values()) {
      List<LabelledLine> lines = Acts.lines(1, 1, split).toList();
      Set<Indicator> acts =
          lines.stream().flatMap(l -> l.acts().stream()).collect(Collectors.toSet());
      assertThat(acts).as(split.wire()).containsExactlyInAnyOrder(Indicator.values());
      assertThat(lines.stream().filter(l -> l.acts().isEmpty())).isNotEmpty();
    }
  }

  @Test
  void aNegativeCountIsRefused() {
    assertThatThrownBy(() -> Composer.compose(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Acts.lines(1, 0, Split.TRAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
