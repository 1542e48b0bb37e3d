package org.sweetie.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariantsTest {
  @Test
  void aWordIsAlsoWrittenWithoutDiacriticsAndInCyrillic() {
    assertThat(Variants.of("čaša", "hr")).containsExactlyInAnyOrder("casa", "чаша");
    assertThat(Variants.of("đak", "sr")).containsExactlyInAnyOrder("djak", "dak", "ђак");
    assertThat(Variants.of("ljubičica", "bs")).containsExactlyInAnyOrder("ljubicica", "љубичица");
    assertThat(Variants.of("șapcă", "ro")).containsExactly("sapca");
  }

  @Test
  void aPlainWordOfOneScriptHasNone() {
    assertThat(Variants.of("house", "en")).isEmpty();
    assertThat(Variants.of("чаша", "sr")).isEmpty();
    assertThat(Variants.of("szép", "hu")).containsExactly("szep");
  }
}
