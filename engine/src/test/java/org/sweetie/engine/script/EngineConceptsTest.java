package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concepts that the engine marks by what words are. */
class EngineConceptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "~noun | the dog | dog",
        "~noun | my walk | walk",
        "~noun | they walk | ``",
        "~verb | they walk | walk",
        "~verb | my walk | ``",
        "~verb | to play | play",
        "~verb_past | she went | went",
        "~verb_past | she walked | walked",
        "~verb_infinitive | you sing | sing",
        "~verb_present_3ps | she sings | sings",
        "~noun_plural | the geese | geese",
        "~noun_singular | the goose | goose",
        "~adjective | it is beautiful | beautiful",
        "~adjective | it is happier | happier",
        "~more_form | it is happier | happier",
        "~adverb | come quickly | quickly",
        "~pronoun | see them | them",
        "~pronoun_object | see them | them",
        "~pronoun_possessive | see my cat | my",
        "~determiner | see the cat | the",
        "~preposition | a cat under it | under",
        "~conjunction | cats because dogs | because",
        "~number | I have three | three",
        "~integer | I have 1,000 | 1,000",
        "~float | I have 3.5 | 3.5",
        "~float | I have 35 | ``",
        "~placenumber | I am third | third",
        "~money | it is $5 | $5",
        "~date | on 12/25/2026 | 12/25/2026",
        "~time | at 10:30 | 10:30",
        "~url | see https://example.org/x | https://example.org/x",
        "~email_url | to a@example.org | a@example.org",
        "~emoji | see 🐶 | 🐶",
        "~twitter_name | ask @maria | @maria",
        "~hashtag_label | see #math | #math",
        "~propername | ask Xandria now | Xandria",
        "~propername | ask london now | london",
        "~utf8 | el niño | niño",
        "~unknownword | a blorfle | blorfle",
        "~unknownword | a table | ``",
      },
      quoteCharacter = '`')
  void marksTheWord(String concept, String message, String word) {
    Script script = Scripts.rule("u: (_" + concept + ") found '_0");
    String expected = word.isEmpty() ? "" : "Found " + word;

    assertThat(Scripts.reply(script, message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "Your coat is blue | coat is",
        "Bees fly. | Bees fly",
        "is the sky blue? | sky is",
        "what will land in the river? | what land",
        "people like my coat | people like coat",
        "You walk home on Sundays | You walk home",
        "I think the world is flat. | I think world",
        "I eat worms | I eat worms",
        "will you go with me? | you go",
        "the big dog is running | dog running",
        "where do people swim? | people swim",
        "who likes fish? | who likes fish",
        "she has eaten my cake | she eaten cake",
        "you are sweet | you are",
      })
  void findsWhoDoesWhat(String message, String roles) {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: () if (pattern _~mainsubject) { '_0 } if (pattern _~mainverb) { '_0 }"
                + " if (pattern _~mainobject) { '_0 }");
    String reply = Scripts.reply(script, message);

    assertThat(reply.replaceAll("[.?]", "")).isEqualToIgnoringCase(roles);
  }

  @Test
  void aPartThatTakesAParserIsAWarningAndNeverMatches() {
    Compilation compilation = Scripts.compilation("topic: ~t keep ()", "u: ( ~verb2 ) hello");

    assertThat(compilation.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.message()).contains("~verb2").contains("parser");
              assertThat(problem.line()).isEqualTo(2);
            });
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Your coat is blue             | coat   | is    |
          Bees fly.                     | Bees   | fly   |
          is the sky blue?              | sky    | is    |
          what will land in the river?  | what   | land  |
          people like my coat           | people | like  | coat
          I love you                    | I      | love  | you
          do you like the dog           | you    | like  | dog
          the old man bought two eggs   | man    | bought | eggs
          I have seen her               | I      | seen  | her
          she went to school            | she    | went  |
          hello                         |        |       |
          """)
  void theMainPartsOfAPlainSentenceAreTold(
      String message, String subject, String verb, String object) {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (< * _~mainsubject) ^keep() $$s = '_0",
            "u: (< * _~mainverb) ^keep() $$v = '_0",
            "u: (< * _~mainobject) ^keep() $$o = '_0",
            "u: () ^\"said $$s / $$v / $$o .\"");

    String expected =
        "Said "
            + unlessNull(subject)
            + " / "
            + unlessNull(verb)
            + " / "
            + unlessNull(object)
            + " .";
    assertThat(Scripts.reply(script, message)).isEqualTo(expected);
  }

  private static String unlessNull(String text) {
    return text == null ? "" : text;
  }

  @Test
  void aRelationOfAPartComparesItsNameAsInChatScript() {
    Script script =
        Scripts.compiled(
            "topic: ~keywordless keep repeat ()",
            "u: (~mainsubject=I) Never.",
            "u: (!~mainsubject=I) Always.");

    assertThat(Scripts.reply(script, "I love you")).isEqualTo("Always.");
  }

  @Test
  void aScriptsOwnConceptOfThatNameIsNoError() {
    Compilation compilation =
        Scripts.compilation(
            "concept: ~subject2 ( dog )", "topic: ~t keep ()", "u: ( ~subject2 ) hello");

    assertThat(compilation.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "~yes | yeah I do",
        "~yes | of course",
        "~yes | right",
        "~no | nope",
        "~no | no way",
        "~no | no, thanks",
        "~emohello | good morning teacher",
        "~emogoodbye | see u later",
        "~emothanks | thx a lot",
        "~emolaugh | that was good lol",
        "~emolaugh | hahaha",
        "~emosad | I lost it :(",
        "~emohappy | ❤",
        "~emosurprise | omg",
        "~emohowzit | how r u",
        "~emoapology | im so sorry",
        "~emoignorance | idk",
        "~emomisunderstand | wdym what do you mean",
        "~emomaybe | maybe",
        "~emobored | this is boring",
        "~emoskeptic | are you sure",
        "~emoangry | grrr",
        "~emoprotest | you just said no",
        "~emobeg | pls",
        "~emomutual | me too"
      })
  void meansWhatPeopleMean(String concept, String message) {
    String said = message.startsWith("wdym ") ? message.substring(5) : message;
    Script script = Scripts.rule("u: (" + concept + ") meant");

    assertThat(Scripts.reply(script, said)).isEqualTo("Meant");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "~no | no dogs here",
        "~yes | right hand",
        "~emobeg | please sit",
        "~yes | I am sure"
      })
  void isNoInterjectionThere(String concept, String message) {
    Script script = Scripts.rule("u: (" + concept + ") meant");

    assertThat(Scripts.reply(script, message)).isEmpty();
  }
}
