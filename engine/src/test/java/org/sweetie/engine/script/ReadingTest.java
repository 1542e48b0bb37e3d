package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a message is cut into sentences and words, and what the words are read as. */
class ReadingTest {
  private static final Script SCRIPT =
      Scripts.compiled(
          "concept: ~animals (cat dog jeepney elephant)",
          "topic: ~keywordless keep repeat ()",
          "u: (school friend favorite teacher color mother because want) yes");

  private static String read(String message) {
    return read(message, SCRIPT.usualTokenFlags());
  }

  /** Sentences apart with {@code |}, words with spaces, a mark behind those that ask or exclaim. */
  private static String read(String message, int flags) {
    List<String> sentences = new ArrayList<>();
    for (Sentence sentence : SCRIPT.read(message, flags)) {
      List<String> words = new ArrayList<>();
      sentence.words().forEach(word -> words.add(word.typed().replace(' ', '_')));
      String mark = sentence.isQuestion() ? " ?" : sentence.isExclamation() ? " !" : "";
      sentences.add(String.join(" ", words) + mark);
    }
    return String.join(" | ", sentences);
  }

  private static String canonical(String message) {
    List<String> words = new ArrayList<>();
    for (Sentence sentence : SCRIPT.read(message, SCRIPT.usualTokenFlags())) {
      sentence.words().forEach(word -> words.add(word.canonical()));
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "I am here. You are there. -> I am here | You are there",
        "Who are you? I am Ana! -> Who are you ? | I am Ana !",
        "where do you live -> where do you live ?",
        "Dr. Cruz and Mrs. Reyes came. -> Dr Cruz and Mrs Reyes came",
        "I saw J. Cruz there -> I saw J Cruz there",
        "the U.S.A. is far away -> the U.S.A. is far away",
        "we eat e.g. rice -> we eat e.g. rice",
        "it is 5 p.m. now -> it is 5 p.m. now",
        "it costs 3.50 or $1,000.25 -> it costs 3.50 or $1,000.25",
        "it was 50% off -> it was 50% off",
        "at 10:30 or 5pm -> at 10:30 or 5pm",
        "on 12/25/2026 or 2026-01-05 -> on 12/25/2026 or 2026-01-05",
        "add -5 and +7 -> add -5 and +7",
        "my dog's toy -> my dog 's toy",
        "it's a well-known trick -> it is a well known trick",
        "so... what now -> so what now",
        "well... That is it -> well | That is it",
        "he said \"the cat ran\" to me -> he said the cat ran to me",
        "my pets (cats) are here -> my pets ( cats ) are here",
        "look at www.example.org/a?b=1. Nice -> look at www.example.org/a?b=1 | Nice",
        "see example.org or https://example.org/x, ok -> see example.org or https://example.org/x , ok",
        "write to a.b@example.org. Soon -> write to a.b@example.org | Soon",
        "ask @maria about #homework -> ask @maria about #homework",
        "it is 5 o'clock -> it is 5 o'clock",
        "mom/dad -> mom / dad",
        "Hello.How are you -> Hello | How are you ?",
        "20years old -> 20 years old",
        "the 3rd of May -> the 3rd of May",
        "wow :) I like it 👨‍👩‍👧 -> wow :) I like it 👨‍👩‍👧",
        "i said:go; you came - late -> I said | go | you came | late",
        "I like: cats, dogs -> I like : cats , dogs",
        ", well , -> well",
        "¿Qué? 你好。ありがとう！ -> Qué ? | 你好 | ありがとう !",
        "R&B is nice -> R&B is nice",
        "pages 3-5 -> pages 3 - 5",
        "I'd seen it -> I had seen it",
        "I'd see it -> I would see it",
        "you'd better go -> you had better go",
        "two hundred and five cats -> two_hundred_and_five cats",
        "I am twenty one -> I am twenty_one",
        "one two three -> one two three",
        "u r gonna luv it, thx -> you are going to love it , thanks",
        "idk wat ur favourite colour is -> I do not know what your favorite color is",
      })
  void isCutAsChatScriptCuts(String message, String words) {
    assertThat(read(message)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "children went swimming -> child go swim",
        "mice ate bigger loaves -> mouse eat big loaf",
        "she was happier than the ladies -> she be happy than a lady",
        "he stopped hoping and hopped -> he stop hope and hop",
        "lying and dying cats -> lie and die cat",
        "boxes watches and movies -> box watch and movie",
        "this building -> a building",
        "jeepneys pass -> jeepney pass",
        "my third try cost $1,000 -> I 3 try cost 1000",
        "two hundred and five -> 205",
        "half price is 50% -> half price be 0.5",
        "the quizzes and the buses -> a quiz and a bus",
        "he panicked and studied -> he panic and study",
        "the evening news -> a evening news",
      })
  void wordsHaveTheirCanonicalForms(String message, String canonical) {
    assertThat(canonical(message)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "scool, school",
    "shcool, school",
    "shool, school",
    "techer, teacher",
    "freind, friend",
    "becuase, because",
    "elephent, elephant",
    "mothr, mother",
    "teachhers, teachers",
    "schooool, school",
    "helllo, hello"
  })
  void aSlipIsForgiven(String typed, String meant) {
    assertThat(read("the " + typed)).isEqualTo("the " + meant);
  }

  @ParameterizedTest
  @CsvSource({"bat", "cot", "Schoel", "spool", "stool", "xyzzy", "wont2", "brother", "motion"})
  void aWordThatIsOneOrMayBeANameStays(String typed) {
    assertThat(read("the " + typed)).isEqualTo("the " + typed);
  }

  @Test
  void leavesMayBeLeafOrLeave() {
    Sentence.Word leaves = SCRIPT.read("the leaves", 0).get(0).word(2);

    assertThat(leaves.canonical()).isEqualTo("leaf");
    assertThat(leaves.others()).containsExactly("leave");
  }

  @Test
  void aKnownWordWithAnEndingItCannotHaveStaysAsTyped() {
    assertThat(read("the elephanted cat")).isEqualTo("the elephanted cat");
  }

  @Test
  void settingsTurnReadingsOff() {
    int spelling = TokenFlags.SPELLCHECK | TokenFlags.ESSENTIALS;

    assertThat(read("u like my scool", TokenFlags.ESSENTIALS)).isEqualTo("u like my scool");
    assertThat(read("u like my scool", spelling)).isEqualTo("u like my school");
    assertThat(read("I don't", spelling)).isEqualTo("I don't");
    assertThat(read("two hundred", spelling)).isEqualTo("two hundred");
    assertThat(read("where are you", TokenFlags.NO_INFER_QUESTION)).isEqualTo("where are you");
    assertThat(read("one - two; three: four", TokenFlags.NO_HYPHEN_END))
        .isEqualTo("one - two | three | four");
    assertThat(read("one. two", TokenFlags.NO_SENTENCE_END)).isEqualTo("one two");
  }

  @Test
  void interjectionsAreSplitOffAsChatScriptDoes() {
    int flags = TokenFlags.USUAL;

    assertThat(read("yes, I have a cat", flags)).isEqualTo("yes | I have a cat");
    assertThat(read("oh yes of course I do", flags)).isEqualTo("oh yes | of course | I do");
    assertThat(read("no cats", flags)).isEqualTo("no cats");
    assertThat(read("no I do not like it", flags)).isEqualTo("no | I do not like it");
    assertThat(read("yes", flags)).isEqualTo("yes");
  }

  @Test
  void aScriptSaysHowItIsReadBeforeTheFirstMessage() {
    Script script =
        Scripts.compiled(
            "outputmacro: ^bot() $cs_token = #DO_ESSENTIALS | #DO_CONTRACTIONS $cs_control_main = ~main",
            "topic: ~main system () u: () ^respond(~talk)",
            "topic: ~talk keep repeat () u: (_*) '_0");

    assertThat(Scripts.reply(script, "u don't know scool")).isEqualTo("U do not know scool");
  }

  @Test
  void anInterjectionWithoutControlStaysInItsSentence() {
    Script script = Scripts.rule("u: (~yes _*) said '_0");

    assertThat(Scripts.reply(script, "yes I have a cat")).isEqualTo("Said I have a cat");
  }

  @Test
  void theSameMessageIsReadTheSameAgain() {
    String message = "Hello, my freind! Did the children's dogs eat 2 big bones at scool?";
    String once = read(message);

    for (int i = 0; i < 50; i++) {
      read("other word number " + i + " hello freind " + "x".repeat(i));
      assertThat(read(message)).isEqualTo(once);
    }
  }
}
