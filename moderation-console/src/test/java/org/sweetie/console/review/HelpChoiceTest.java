package org.sweetie.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sweetie.console.app.Texts;

class HelpChoiceTest {
  @Test
  void theConversationsLanguageComesFirstAndEachIsNamedInWords() {
    assertThat(HelpChoice.of(Texts.help().all(), "ro"))
        .extracting(HelpChoice::language)
        .startsWith("Romanian", "Albanian")
        .contains("English", "Ukrainian")
        .hasSize(10);
    assertThat(HelpChoice.of(Texts.help().all(), "")).extracting(HelpChoice::language).isSorted();
  }
}
