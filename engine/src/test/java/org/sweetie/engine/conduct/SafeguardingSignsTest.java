package org.sweetie.engine.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

class SafeguardingSignsTest {
  private final SafeguardingSigns signs =
      new SafeguardingSigns(shipped("gate.txt"), shipped("ages.txt"));

  @ParameterizedTest
  @DisplayName("B10: the age of a thing, an animal or a relative is nobody's sign of being a minor")
  @ValueSource(
      strings = {
        "my hamster is 2 years old",
        "My little hamster's almost 2 years old!",
        "i have a 2 year old hamster",
        "i have a hamster who is 2 years old and i love him",
        "i have a hamster. she is 2",
        "our two dogs are 5 and 7 years old",
        "my hamster is called Lulu and he is 2 years old",
        "our house is 12 years old",
        "the car has been 10 years old for a long time",
        "these shoes are 3 years old",
        "my son is 5",
        "my kids are 5 and 7 years old",
        "my 5 year old niece draws horses",
        "i am at work, my younger brother is 16 years old"
      })
  void anAgeOfSomebodyElseIsNoSign(String message) {
    assertThat(sign(message)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("B10: the author's own age stops the persona, and so does doubt about whose it is")
  @ValueSource(
      strings = {
        "i am 12",
        "12",
        "12 years old",
        "my hamster is 2 years old and i am 12",
        "my hamster is 12 and i'm 12",
        "im 12 and my hamster is 2 years old",
        "my hamster is 12 years old, same as me",
        "my sister is 12 years old too",
        "my older sister is 12",
        "my big brother is 15 years old",
        "my brother is 15 and i am younger than him",
        "my twin sister is 12",
        "my friend is 12 years old",
        "my mom is 17 years old",
        "the cat is 12 years old and so are we",
        "my age is 12",
        "she is 12 years old",
        "the girl you write to is 12",
        "Tom is 12 years old",
        "this kid is 12 years old",
        "i am a 12 year old brother",
        "i am his 12 year old son",
        "its me, their 12 year old daughter",
        "my mom's 12 year old son",
        "my son is 12, he is typing",
        "my dog knows i turned 12",
        "i have a dog, 12 years old",
        "my brother is me, 12 years old",
        "мне 12 лет",
      })
  void doubtStops(String message) {
    assertThat(sign(message)).isPresent();
  }

  /** Every number of a message as an age: the reader of ages is not what is tested. */
  private Optional<String> sign(String message) {
    List<IdentifierSpan> ages =
        Pattern.compile("\\d+").matcher(message).results().map(SafeguardingSignsTest::age).toList();
    return signs.in(message, ages);
  }

  private static IdentifierSpan age(MatchResult number) {
    return new IdentifierSpan(
        IdentifierType.AGE,
        number.start(),
        number.end(),
        number.group(),
        number.group(),
        .9,
        null,
        null);
  }

  private static Phrases shipped(String file) {
    try (InputStream in = SafeguardingSigns.class.getResourceAsStream(file)) {
      return Phrases.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
