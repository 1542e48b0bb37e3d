package org.sweetie.models.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TokenizerTest {
  private static final Tokenizer TOKENIZER = Tokenizer.load();

  @Test
  void cutsChatIntoWordsAndSigns() {
    assertThat(forms("Hey! u free 2nite?? dont wanna go, it's 13yo 3.5"))
        .containsExactly(
            "hey", "!", "u", "free", "2nite", "?", "dont", "wanna", "go", ",", "its", "13", "yo",
            "3.5");
  }

  @Test
  void keepsTheMaskTokenWhole() {
    assertThat(forms("send <explicit>, <explicit>!"))
        .containsExactly("send", "<explicit>", ",", "<explicit>", "!");
  }

  @Test
  void foldsLatinDiacriticsAndKeepsCyrillic() {
    assertThat(forms("Ți-am spus că școală")).containsExactly("ti", "am", "spus", "ca", "scoala");
    assertThat(forms("Мой ёж їжак. Йод")).containsExactly("мой", "еж", "їжак", ".", "йод");
    assertThat(forms("rođendan đak árvíztűrő Përshëndetje"))
        .containsExactly("rodjendan", "djak", "arvizturo", "pershendetje");
  }

  @Test
  void splitsSentencesAndLines() {
    List<Sentence> sentences = TOKENIZER.sentences("How was it? I liked Mr. Smith.\nsee you");

    assertThat(sentences).hasSize(3);
    assertThat(sentences.get(2).tokens()).extracting(Token::form).containsExactly("see", "you");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TOKENIZER.sentences("")).isEmpty();
    assertThat(TOKENIZER.sentences(" \n\t ")).isEmpty();
  }

  @Test
  void everyTokenStandsWhereItSays() {
    Random random = new Random(5);
    String[] parts = {
      "don't",
      " ",
      "\n",
      "<explicit>",
      "-",
      "ő",
      "ж",
      "\ud83d",
      "\udc00",
      "😀",
      "12",
      ".",
      "a",
      "\u0000",
      "_",
      "'",
      "?",
      "x".repeat(70)
    };

    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(25); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      int last = 0;
      for (Sentence sentence : TOKENIZER.sentences(text.toString())) {
        for (Token token : sentence.tokens()) {
          assertThat(token.start()).as("text %d of seed 5", i).isGreaterThanOrEqualTo(last);
          assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
          last = token.end();
        }
      }
    }
  }

  @Test
  @Timeout(20)
  void takesAMillionCharactersOfAnyKindInLinearTime() {
    for (String unit :
        List.of("a", ".", "word ", "a.", "ж", "<explicit>", "\u0001", "'", "\ud800")) {
      TOKENIZER.sentences(unit.repeat(1_000_000 / unit.length()));
    }
  }

  private static List<String> forms(String text) {
    return TOKENIZER.sentences(text).stream()
        .flatMap(s -> s.tokens().stream())
        .map(Token::form)
        .toList();
  }
}
