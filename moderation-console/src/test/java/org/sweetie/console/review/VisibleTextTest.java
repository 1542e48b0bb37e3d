package org.sweetie.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void ordinaryTextOfAnyScriptStaysAsItIs() {
    String text = "ціна 5 €, здраво, őz, ë\n\u0627\u0644\u0633\u0644\u0627\u0645 \uD83D\uDE00";

    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void whatWouldReorderOrHideTextIsShownByItsName() {
    assertThat(VisibleText.of("a\u202Eb\u200Bc"))
        .isEqualTo("a\u2039U+202E\u203ab\u2039U+200B\u203ac");
    assertThat(VisibleText.of("\u2028\u0085")).isEqualTo("\u2039U+2028\u203a\u2039U+0085\u203a");
    assertThat(VisibleText.of("\uD800x")).isEqualTo("\u2039U+D800\u203ax");
  }

  @Test
  void aMessageOfControlCharactersAloneIsStillSomethingToSee() {
    assertThat(VisibleText.of("\u0000\u0007\u001B\u007F")).isEqualTo("\u2400\u2407\u241B\u2421");
  }
}
