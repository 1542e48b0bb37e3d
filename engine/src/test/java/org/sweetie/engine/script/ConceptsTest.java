package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptsTest {

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I see a cat            | Pet
          I see two cats         | Pet
          I see a goldfish       | Pet
          I see a guinea pig     | Pet
          I see guinea pigs      | Pet
          I see a pig            | Animal
          I see a wolf           | Animal
          I see an antelope      | Animal
          I see a dragon         | Nothing
          I see a unicorn        | Nothing
          I saw some geese       | Animal
          sure                   | Agreed
          yes, I do              | Agreed
          I am sure              | Nothing
          I have 12              | Number
          I have twelve          | Number
          he said <explicit> to her | Masked
          i SEE a CAT            | Pet
          """)
  void holdTheirMembers(String message, String reply) {
    Script script =
        Scripts.compiled(
            "concept: ~pet (cat ~fish \"guinea pig\")",
            "concept: ~fish [goldfish]",
            "concept: ~animal (~pet pig wolf goose ant* ~beast !dragon !~myth)",
            "concept: ~beast (dragon unicorn ~animal)",
            "concept: ~myth (unicorn)",
            "topic: ~keywordless keep repeat ()",
            "u: (~explicit) Masked",
            "u: (~pet) Pet",
            "u: (~animal) Animal",
            "u: (~yes) Agreed",
            "u: (~number) Number",
            "u: () Nothing");

    assertThat(Scripts.reply(script, message)).isEqualTo(reply);
  }

  @ParameterizedTest(name = "\"{0}\" gives {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          привет                 | Russian
          ПРИВЕТ!                | Russian
          ¿cómo estás?           | Spanish
          ¿cómo estás?           | Spanish
          你 好                   | Chinese
          helloooo               | Hello
          wat r u doin           | Doing
          HOW'S it going         | How
          it’s nice              | Nice
          """)
  void wordsAreReadInAnyScriptAndSpelling(String message, String reply) {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (привет) Russian",
            "u: (cómo estás) Spanish",
            "u: (你 好) Chinese",
            "u: (hello) Hello",
            "u: (what are you) Doing",
            "u: (how is it) How",
            "u: (it is nice) Nice");

    assertThat(Scripts.reply(script, message)).isEqualTo(reply);
  }

  @Test
  void facesHoldBracketsThemselves() {
    Script script =
        Scripts.compiled(
            "concept: ~glad EMOTICON( :-) :)\t=) #-)",
            ">:3 \"*big hug*\"",
            ")",
            "concept: ~sad EMOTICON ( :( :'( >:[ :{ )",
            "topic: ~keywordless keep repeat ()",
            "u: (~glad) Glad",
            "u: (~sad) Sad");

    assertThat(Scripts.replies(script, "hello :)", "hello :(", ":-)", "so"))
        .containsExactly("Glad", "Sad", "Glad", "");
  }
}
