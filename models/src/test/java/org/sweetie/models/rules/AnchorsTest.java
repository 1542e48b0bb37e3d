package org.sweetie.models.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorsTest {
  @Test
  void takeTheRarestElementThatMustBeThere() {
    assertThat(Anchors.of("/how/ /you|your/ /old|young|aged/?")).containsExactly("how");
    assertThat(Anchors.of("/BEGIN/ /age/ []{0,3} /a|b|c/")).containsExactly("age");
    assertThat(Anchors.of("/x/* /y/+ /z/{0,2}")).containsExactly("y");
  }

  @Test
  void takeOneElementOfEachAlternative() {
    assertThat(Anchors.of("(?: /a1/ /b1/ | /c1/ ) /d1|e1|f1/")).containsExactly("a1", "c1");
    assertThat(Anchors.of("(?: /a1/ | []  ) /d1|e1/")).containsExactly("d1", "e1");
  }

  @Test
  void spellOutOptionalLettersAndClasses() {
    assertThat(Anchors.of("/pics?|1[0-2]|\\?/"))
        .containsExactly("10", "11", "12", "?", "pic", "pics");
  }

  @Test
  void knowNothingOfRicherWords() {
    assertThat(Anchors.of("/a.*/")).isNull();
    assertThat(Anchors.of("/[0-9]+/ /x/?")).isNull();
    assertThat(Anchors.of("[]")).isNull();
  }
}
