package org.sweetie.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;

class DisguiseTest {
  private static final String TEXT =
      "please do not tell anybody about the present, <explicit> și mâine după școală îți dau altceva";

  private static Conversation conversation() {
    return new Conversation(
        "c", "en", List.of(new Utterance(1, "A", null, TEXT), new Utterance(2, "B", null, TEXT)));
  }

  @ParameterizedTest
  @EnumSource(Disguise.class)
  void theSameSeedGivesTheSameTextAndSomethingChanges(Disguise disguise) {
    Conversation once = disguise.of(conversation(), 7);

    assertThat(once).isEqualTo(disguise.of(conversation(), 7)).isNotEqualTo(conversation());
    assertThat(once.messages()).extracting(Utterance::author).containsExactly("A", "B");
    assertThat(once.messages()).allMatch(m -> m.text().contains("<explicit>"));
  }

  @Test
  void marksAreLeftOutAndCyrillicKeepsIts() {
    assertThat(Disguise.BARE.of("și mâine đak їжак", new SplittableRandom(1)))
        .isEqualTo("si maine dak їжак");
  }

  @Test
  void eachSingleWordIsTouchedInItsOwnWay() {
    SplittableRandom random = new SplittableRandom(1);

    assertThat(Disguise.LEET.word("secret", random)).isEqualTo("53cr37");
    assertThat(Disguise.SPACING.word("abc", random)).isIn("a b c", "a.b.c");
    assertThat(Disguise.TYPOS.word("secret", random)).isNotEqualTo("secret").startsWith("s");
  }

  @ParameterizedTest
  @EnumSource(Disguise.class)
  void nothingIsLostOfTextWithoutWords(Disguise disguise) {
    String odd = "😀 \ud800 … 12 34";

    assertThat(disguise.of(odd, new SplittableRandom(3))).isEqualTo(odd);
  }
}
