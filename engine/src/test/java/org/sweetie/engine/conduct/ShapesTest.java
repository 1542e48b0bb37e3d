package org.sweetie.engine.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapesTest {
  private static Shapes shapes(String... lines) {
    return Shapes.parse(
        "s.txt", "place = park plaza\ncommon = the our\n[B2 a try]\n" + String.join("\n", lines));
  }

  private static boolean has(String line, String... shapes) {
    return !shapes(shapes).in(line).isEmpty();
  }

  @Test
  void wordsClassesAndGapsFollowOneAnotherWithinASentence() {
    assertThat(has("i am at the old plaza", "at *2 <place>")).isTrue();
    assertThat(has("i am at the very old plaza", "at *1 <place>")).isFalse();
    assertThat(has("look at me. the park is big", "at *2 <place>")).isFalse();
  }

  @Test
  void anHourIsNoCountOfThings() {
    assertThat(has("we go at 4", "at <clock>")).isTrue();
    assertThat(has("we go at 4:30 then", "at <clock>")).isTrue();
    assertThat(has("we look at 4 planets", "at <clock>")).isFalse();
    assertThat(has("we look at 40", "at <clock>")).isFalse();
  }

  @Test
  void aNameIsCapitalisedWithinTheSentence() {
    assertThat(has("in Mabini school", "<name> school")).isTrue();
    assertThat(has("Our school", "<name> school")).isFalse();
    assertThat(has("mabini school", "<!common> school")).isTrue();
    assertThat(has("the school", "<!common> school")).isFalse();
  }

  @Test
  void endAndUnlessNarrowAShape() {
    assertThat(has("ok when?", "ok when <end>")).isTrue();
    assertThat(has("ok when it rains", "ok when <end>")).isFalse();
    assertThat(has("not ok when", "ok when unless not")).isFalse();
  }

  @Test
  void whatIsFoundNamesRuleSubjectAndWords() {
    assertThat(shapes("at *2 <place>").in("i am at the park now"))
        .containsExactly(new Shapes.Found("B2", "a try", "at the park"));
  }

  @Test
  void anUnknownClassIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> shapes("at <palce>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("s.txt:4")
        .hasMessageContaining("<palce>");
  }

  @Test
  void aShapeBeforeAnyRuleIsRefused() {
    assertThatThrownBy(() -> Shapes.parse("s.txt", "at home"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("s.txt:1");
  }
}
