package org.sweetie.models.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  @Test
  void takeTheRarestElementThatMustBeThere() {
    assertThat(rarest("/how/ /you|your/ /old|young|aged/?")).containsExactly("how");
    assertThat(rarest("/BEGIN/ /age/ []{0,3} /a|b|c/")).containsExactly("age");
    assertThat(rarest("/x/* /y/+ /z/{0,2}")).containsExactly("y");
  }

  @Test
  void takeOneElementOfEachAlternative() {
    assertThat(rarest("(?: /a1/ /b1/ | /c1/ ) /d1|e1|f1/")).containsExactly("a1", "c1");
    assertThat(rarest("(?: /a1/ | []  ) /d1|e1/")).containsExactly("d1", "e1");
  }

  @Test
  void spellOutOptionalLettersAndClasses() {
    assertThat(rarest("/pics?|1[0-2]|\\?/")).containsExactly("10", "11", "12", "?", "pic", "pics");
  }

  @Test
  void knowNothingOfRicherWords() {
    assertThat(rarest("/a.*/")).isNull();
    assertThat(rarest("/[0-9]+/ /x/?")).isNull();
    assertThat(rarest("[]")).isNull();
  }

  @Test
  void nameEveryElementThatMustBeThere() {
    assertThat(Anchors.of("/a1|b1/ (/c1/ /d1/?)? /e1/ []{0,2} /a.*/").words())
        .containsExactly(Set.of("e1"), Set.of("a1", "b1"));
  }

  @Test
  void sayHowFarAMatchReaches() {
    assertThat(Anchors.of("/a1/ []{0,3} (?: /b1/ /c1/ | /d1/ )? /e1/{2}").reach()).isEqualTo(8);
    assertThat(Anchors.of("/a1/ []* /b1/").reach()).isEqualTo(Anchors.ENDLESS);
    assertThat(Anchors.of("/a1/ (/b1/ /c1/){2,}").reach()).isEqualTo(Anchors.ENDLESS);
  }

  private static @Nullable Set<String> rarest(String pattern) {
    return Anchors.of(pattern).rarest();
  }
}
