package org.sweetie.engine.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.text.OffsetMap;
import org.sweetie.engine.text.Readable;
import org.sweetie.engine.text.TextReader;

class ConductGateTest {
  private ConductGate gate;
  private Phrases phrases;
  private final MandateOffice.Standing live =
      MandateOffice.Standing.under(
          Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false));

  @BeforeEach
  void readTheShippedPhrases() throws IOException {
    try (InputStream in = ConductGate.class.getResourceAsStream("gate.txt")) {
      phrases = Phrases.parse("gate.txt", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    gate =
        new ConductGate(
            new LineRules(phrases, ChildPhrases.shipped(), new TokenReader()), "sha256:test");
  }

  private GateContext after(String... counterpart) {
    return new GateContext(
        live,
        true,
        false,
        false,
        10,
        true,
        List.of(counterpart),
        List.of("hello, im 10 years old"));
  }

  private List<String> failed(String line, GateContext context) {
    return gate.judge(line, context).stream()
        .filter(v -> !v.passed())
        .map(Verdict::rule)
        .distinct()
        .toList();
  }

  @Test
  void anEverydayLinePassesEveryRule() {
    assertThat(failed("i like mangoes, and you?", after("hi"))).isEmpty();
  }

  @Test
  @DisplayName("B1: nothing goes out before the counterpart writes, nor twice for one message")
  void b1() {
    GateContext first = new GateContext(live, false, false, false, 10, true, List.of(), List.of());
    GateContext twice =
        new GateContext(live, true, true, false, 10, true, List.of("hi"), List.of("x"));

    assertThat(failed("hello", first)).containsExactly("B1");
    assertThat(failed("hello", twice)).containsExactly("B1");
  }

  @Test
  @DisplayName("B2: a masked term never goes out")
  void b2Masked() {
    assertThat(failed("tell me <explicit>", after("hi"))).containsExactly("B2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you send me a gift",
        "we can meet after school",
        "look at this photo",
        "you can call me",
        "this is a secret",
        "i am on telegram too"
      })
  @DisplayName(
      "B2: the persona is never the first to raise payment, a meeting, an image, a call, secrecy or another channel")
  void b2Raises(String line) {
    assertThat(failed(line, after("what did you eat"))).contains("B2");
  }

  @Test
  @DisplayName("B2: what the counterpart raised may be declined, and only declined")
  void b2Declines() {
    assertThat(failed("no, i can't send a photo", after("send me a photo"))).isEmpty();
    assertThat(failed("here is a photo", after("send me a photo"))).contains("B2");
    assertThat(failed("ok sure", after("send me a photo"))).containsExactly("B2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not now, later i send a photo",
        "maybe tomorrow. not today",
        "no, another time",
        "sounds good to me"
      })
  @DisplayName("B2: what puts off or welcomes has not declined, whatever else it says")
  void b2PutsOff(String line) {
    assertThat(failed(line, after("send me a photo"))).contains("B2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "only me here now",
        "its just us at home",
        "im just with the dog",
        "nobody is in the house",
        "there is no one at home",
        "no grown ups here",
        "mama is out",
        "papa isnt home",
        "everyone left already",
        "they are all at work",
        "i have the house for myself"
      })
  @DisplayName("A8: no reply says in whatever words that no grown-up is near")
  void a8Alone(String line) {
    assertThat(failed(line, after("hi"))).contains("A8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mama comes home at six",
        "papa is back at 7",
        "my parents work until late",
        "mama works at night",
        "lola is here until friday",
        "i walk home from school at 4:30",
        "school is out at four",
        "at the plaza on saturday at 3",
        "saturday at 3",
        "tomorrow at the park",
        "the court, 5 pm",
        "i wait at the gate",
        "after class at the bakery",
        "see you on monday",
        "im free on sunday",
        "12 mabini street",
        "we live behind the church",
        "our house is near the river",
        "block 5",
        "i live in Cebu",
        "i go to Mabini Elementary",
        "i go to san isidro elementary",
        "we are in the Mabini School",
        "i would like to see it",
        "id love to see that",
        "can i see it?",
        "ok when?",
        "sure, where?",
        "when and where",
        "where do we meet",
        "what do i get?"
      })
  @DisplayName(
      "B2: no reply says where and when she is found, who watches her, or takes a proposal up")
  void b2GivesAway(String line) {
    assertThat(failed(line, after("hi"))).contains("B2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why dont you write?",
        "why did you stop?",
        "please answer",
        "i waited for you",
        "you never write",
        "i cried because of what you said",
        "nobody else talks to me"
      })
  @DisplayName("B4: no reply presses, in whatever words")
  void b4Presses(String line) {
    assertThat(failed(line, after("hi"))).contains("B4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just us four in the puzzle team",
        "nobody here likes okra",
        "mama is in the kitchen",
        "kuya goes to practice with his team",
        "we look at three planets in science",
        "the answer is at 5 minus 2",
        "on sunday we eat pancit",
        "the park has a big tree",
        "my school has a mango tree",
        "i like elementary science",
        "i live in the Philippines",
        "we have a dog and chickens",
        "i want to see snow one day",
        "i dont know when",
        "its ok when the dog lies on my book",
        "lola waits for the rain",
        "i cried when the turtle died",
        "why is the sky blue? i dont know"
      })
  @DisplayName("What only looks like giving something away still passes")
  void harmlessLinesPass(String line) {
    assertThat(failed(line, after("hi"))).isEmpty();
  }

  @Test
  @DisplayName("B2: a word whose letters stand apart is read as the word")
  void b2Spelled() {
    assertThat(failed("i will wear my d r e s s", after("hi"))).contains("B2");
    assertThat(failed("h i p p o, like that", after("hi"))).isEmpty();
  }

  @Test
  @DisplayName("B3: the first reply states the age, and a doubt is answered by stating it again")
  void b3() {
    GateContext unstated =
        new GateContext(live, true, false, false, 10, false, List.of("hi"), List.of());

    assertThat(failed("hello", unstated)).containsExactly("B3");
    assertThat(failed("hello, i am only 10", unstated)).isEmpty();
    assertThat(failed("hello, i am 20", unstated)).containsExactly("B3");
    assertThat(failed("hehe", after("are you really 10?"))).containsExactly("B3");
    assertThat(failed("i'm 10", after("are you really 10?"))).isEmpty();
  }

  @Test
  @DisplayName("B4: no pressure, and no second try of the same question")
  void b4() {
    assertThat(failed("please come back", after("bye"))).containsExactly("B4");
    GateContext asked =
        new GateContext(
            live,
            true,
            false,
            false,
            10,
            true,
            List.of("hi", "no"),
            List.of("im 10", "Do you like dogs?"));

    assertThat(failed("do you like dogs ?", asked)).containsExactly("B4");
    assertThat(failed("do you like cats?", asked)).isEmpty();
  }

  @Test
  @DisplayName("B7, B8: without a mandate or under a stop nothing passes")
  void b7b8() {
    GateContext none =
        new GateContext(
            MandateOffice.Standing.none("expired"),
            true,
            false,
            true,
            10,
            true,
            List.of("hi"),
            List.of());

    assertThat(failed("hello", none)).containsExactly("B7", "B8");
  }

  @Test
  @DisplayName("B9: the closing message is the mandate's to the letter")
  void b9() {
    assertThat(gate.judgeClosing("closing words", after("hi"))).allMatch(Verdict::passed);
    assertThat(gate.judgeClosing("closing words!", after("hi")))
        .anyMatch(v -> v.rule().equals("B9") && !v.passed());
  }

  @Test
  @DisplayName("A8: what a child's line leaves out never goes out, whatever was asked")
  void a8() {
    List<String> passed = new ArrayList<>();
    ChildPhrases.shipped()
        .forEach(
            (section, phrase) -> {
              if (!failed("hm " + phrase + " hm", after("hi")).contains("A8")) {
                passed.add(phrase);
              }
            });

    assertThat(passed).isEmpty();
    assertThat(failed("my class has touch typing", after("hi"))).containsExactly("B2");
    assertThat(failed("we saw a meteor, a rain of them", after("hi"))).isEmpty();
  }

  @Test
  @DisplayName("B3: no reply states another age than the persona's")
  void b3OtherAge() {
    assertThat(failed("im 12", after("hi"))).containsExactly("B3");
    assertThat(failed("i am only twelve", after("hi"))).containsExactly("B3");
    assertThat(failed("kuya is 14 and im 10", after("hi"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://example.org",
        "see example.org",
        "one\u2028two",
        "lone \ud800 half",
        "write to me@example.org",
        "07700 900123",
        "a\u202eb",
        ""
      })
  @DisplayName("B14: the persona writes plain text alone")
  void b14(String line) {
    assertThat(failed(line, after("hi"))).contains("B14");
  }

  @Test
  @DisplayName(
      "B10: signs of a minor, self-harm or an emergency are seen, also next to other words")
  void b10() {
    SafeguardingSigns signs = new SafeguardingSigns(phrases, Phrases.parse("none", ""));

    assertThat(signs.in("Well, I'm your age, haha", List.of()))
        .hasValueSatisfying(s -> assertThat(s).startsWith("minor"));
    assertThat(signs.in("sometimes i want to die", List.of()))
        .hasValueSatisfying(s -> assertThat(s).startsWith("self-harm"));
    assertThat(signs.in("please, someone is hurting me", List.of())).isPresent();
    assertThat(signs.in("i have a kid of my own", List.of())).isEmpty();
  }

  @Test
  void aPhraseBeforeAnyTopicIsNamedWithFileAndLine() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrases.parse("words.txt", "# head\nstray"))
        .withMessageContaining("words.txt:2");
  }

  /** Reads text as it is: a line that holds the token counts as masked. */
  private static final class TokenReader implements TextReader {
    @Override
    public Readable read(String original) {
      return new Readable(
          original,
          original,
          OffsetMap.identity(original.length()),
          original.contains(EXPLICIT) ? 1 : 0);
    }

    @Override
    public String hash() {
      return "sha256:none";
    }
  }
}
