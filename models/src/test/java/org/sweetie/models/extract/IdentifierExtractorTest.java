package org.sweetie.models.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.ExtractorContract;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.IdentifierType;

/** Numbers and addresses come from the ranges set aside for fiction, documentation and tests. */
class IdentifierExtractorTest extends ExtractorContract {
  private static final IdentifierExtractor EXTRACTOR = new IdentifierExtractor();

  @Override
  protected Extractor extractor() {
    return EXTRACTOR;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          call me on 07700 900123 ok            | 07700 900123        | +447700900123
          call me on 07700900123                | 07700900123         | +447700900123
          +44 7700 900123                       | +44 7700 900123     | +447700900123
          +44 (0)20 7946 0018 is the office     | +44 (0)20 7946 0018 | +442079460018
          (020) 7946 0018                       | (020) 7946 0018     | +442079460018
          0 7 7 0 0 9 0 0 1 2 3                 | 0 7 7 0 0 9 0 0 1 2 3 | +447700900123
          0-7-7-0-0-9-0-0-1-2-3                 | 0-7-7-0-0-9-0-0-1-2-3 | +447700900123
          ０７７００ ９００１２３                 | ０７７００ ９００１２３ | +447700900123
          077\u200B00 900123                    | 077\u200B00 900123  | +447700900123
          212-555-0123                          | 212-555-0123        | +12125550123
          my number is (212) 555-0199, text me  | (212) 555-0199      | +12125550199
          oh seven seven double oh nine double zero one two three | oh seven seven double oh nine double zero one two three | +447700900123
          its zero 7 seven 00 9 zero zero 123 ok | zero 7 seven 00 9 zero zero 123 | +447700900123
          txt O77OO 9OOl23 pls                  | O77OO 9OOl23        | +447700900123
          tel 0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣ | 0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣ | +447700900123
          ноль семь семь ноль ноль девять ноль ноль один два три | ноль семь семь ноль ноль девять ноль ноль один два три | +447700900123
          """)
  void phonesAreReadHoweverTheyAreWritten(String text, String surface, String normalized) {
    assertOnly(unescape(text), IdentifierType.PHONE, unescape(surface), normalized);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see you at 12:30 or 17:45",
        "it costs $1,234,567.00",
        "2026-01-05 16:02:11",
        "05/01/2026",
        "from 2004-2005 and 1998-1999",
        "version 2.6.10-5.34 is out",
        "we won 21-19 21-18 25-23",
        "1234567890123",
        "bug #1234567",
        "order number 0123456789",
        "the year 20252026",
        "1 2 3 4 5 6 7 8 9 10",
        "£0770 0900",
        "100.000.000",
        "16,02,11,10,9,8",
        "0000000000",
        "one two three four",
        "it was 3 to 1 and 2 to 0 then 4 to 4",
        "1100000000",
        "1 000 000 000",
        "07.01.2026 08:30"
      })
  void timesPricesDatesVersionsAndScoresAreNoPhones(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @Test
  void aNationalNumberIsReadInTheRegionAskedFor() {
    assertThat(EXTRACTOR.extract("call 212 555 0123", "US"))
        .singleElement()
        .returns("+12125550123", IdentifierSpan::normalized);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          write to Bob.Smith+x@Example.ORG.      | Bob.Smith+x@Example.ORG | bob.smith+x@example.org
          <ann@mail.example.com>                 | ann@mail.example.com  | ann@mail.example.com
          ann@bücher.example.com                 | ann@bücher.example.com | ann@xn--bcher-kva.example.com
          bob (at) example (dot) com             | bob (at) example (dot) com | bob@example.com
          bob[at]example[.]com                   | bob[at]example[.]com  | bob@example.com
          it is bob dot smith at example dot com | bob dot smith at example dot com | bob.smith@example.com
          my email is bob at example.org thanks  | bob at example.org    | bob@example.org
          bob @ example . com                    | bob @ example . com   | bob@example.com
          ｂｏｂ＠ｅｘａｍｐｌｅ．ｃｏｍ             | ｂｏｂ＠ｅｘａｍｐｌｅ．ｃｏｍ | bob@example.com
          моя почта bob собака example точка com | bob собака example точка com | bob@example.com
          """)
  void mailAddressesAreReadHoweverTheyAreWritten(String text, String surface, String normalized) {
    assertOnly(text, IdentifierType.EMAIL, surface, normalized);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "look at me",
        "meet me at the dot",
        "she is at home. come over",
        "a@b",
        "me @ home",
        "i work at school dot they say",
        "the dot com bubble",
        "@ 5pm",
        "git@host.invalid:path",
        "polka dot com",
        "dot dot dot",
        "it is at it dot"
      })
  void ordinaryTalkHoldsNoAddress(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @Test
  void aWordBeforeAKnownProviderIsNoAddressByItself() {
    assertThat(EXTRACTOR.extract("i have an account at gmail.com"))
        .extracting(IdentifierSpan::type)
        .containsExactly(IdentifierType.URL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://Example.com/A?b=c#d.      | https://Example.com/A?b=c#d | https://example.com/A?b=c#d
          (http://example.com/a_(b))            | http://example.com/a_(b)    | http://example.com/a_(b)
          go to www.example.co.uk/x, now        | www.example.co.uk/x         | http://www.example.co.uk/x
          example.com:8080/p                    | example.com:8080/p          | http://example.com:8080/p
          hxxps://example[.]org/x               | hxxps://example[.]org/x     | https://example.org/x
          try example dot com ok                | example dot com             | http://example.com
          http://192.0.2.7/x                    | http://192.0.2.7/x          | http://192.0.2.7/x
          http://bücher.example.net             | http://bücher.example.net   | http://xn--bcher-kva.example.net
          """)
  void webAddressesGetTheirScheme(String text, String surface, String normalized) {
    assertOnly(text, IdentifierType.URL, surface, normalized);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok.so what",
        "yes.no",
        "node.js and io.js",
        "edit /etc/init.d/foo.sh",
        "run foo.py now",
        "e.g. this",
        "i.e. that",
        "hello.is it",
        "1.5.2",
        "asp.net",
        "wait...what",
        "readme.md",
        "example.invalid",
        "http://",
        "http://.example.com",
        "a.b",
        "google.com:500000"
      })
  void fileNamesAndMissingSpacesAreNoWebAddresses(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          hey @example_kid.99!              | @example_kid.99  | example_kid.99  | -
          my insta is sunny.example7         | sunny.example7    | sunny.example7   | instagram
          insta: sunnyexample                | sunnyexample      | sunnyexample     | instagram
          add me on snapchat blue_example22  | blue_example22    | blue_example22   | snapchat
          my snap is @blueexample            | @blueexample      | blueexample      | snapchat
          add red_example9 on discord        | red_example9      | red_example9     | discord
          my discord is redexample#1234      | redexample#1234   | redexample#1234  | discord
          мой телеграм red_example9          | red_example9      | red_example9     | telegram
          my username is red_example9        | red_example9      | red_example9     | -
          my ig is redexamples              | redexamples      | redexamples     | instagram
          """)
  void handlesKnowTheirPlatform(String text, String surface, String name, String platform) {
    assertOnly(text, IdentifierType.HANDLE, surface, name)
        .returns(platform, IdentifierSpan::platform);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my insta is broken",
        "snap is fun",
        "discord is better than skype",
        "i like tiktok",
        "see you @ home",
        "@here look",
        "we meet @3pm",
        "the line is 200m long",
        "signal is bad",
        "on facebook today i saw a dog",
        "my instagram is private",
        "is telegram down?"
      })
  void talkingAboutAPlatformClaimsNoHandle(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ping 192.0.2.1 please            | ip          | 192.0.2.1                 | 192.0.2.1
          at 2001:DB8:0:0:0:0:0:1.         | ip          | 2001:DB8:0:0:0:0:0:1      | 2001:db8::1
          GB82 WEST 1234 5698 7654 32      | iban        | GB82 WEST 1234 5698 7654 32 | GB82WEST12345698765432
          pay de89370400440532013000 now   | iban        | de89370400440532013000    | DE89370400440532013000
          card 4111 1111 1111 1111 12/27   | credit_card | 4111 1111 1111 1111       | 4111111111111111
          378282246310005                  | credit_card | 378282246310005           | 378282246310005
          4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1  | credit_card | 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | 4111111111111111
          btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | btc_address | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
          3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy | btc_address | 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy | 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy
          BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 | btc_address | BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 | bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
          bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0 | btc_address | bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0 | bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0
          0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed | eth_address | 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
          0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359 | eth_address | 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359 | 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359
          """)
  void whatHasACheckIsCheckedAndCanonical(
      String text, String type, String surface, String normalized) {
    assertOnly(text, IdentifierType.valueOf(type.toUpperCase(Locale.ROOT)), surface, normalized);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel 192.0.2.1",
        "256.1.1.1",
        "1.2.3.4.5",
        "2.6.12.3",
        "12:30:45",
        "std::vector",
        "GB82 WEST 1234 5698 7654 33",
        "4111 1111 1111 1112",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"
      })
  void aWrongCheckIsNoIdentifier(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i am 10                | 10    | 10
          im 12 and u?           | 12    | 12
          I'm only 11!           | 11    | 11
          10 yo                  | 10    | 10
          she is 10yo            | 10    | 10
          a 38-year-old man      | 38    | 38
          i'm eleven             | eleven | 11
          мне 10 лет             | 10    | 10
          мені десять років      | десять | 10
          на 10 години съм       | 10    | 10
          am 10 ani              | 10    | 10
          10 éves vagyok         | 10    | 10
          imam 10 godina         | 10    | 10
          имам десет година      | десет | 10
          jam 10 vjeç            | 10    | 10
          10 taong gulang ako    | 10    | 10
          """)
  void agesAreReadInTheLanguagesOfTheConversations(String text, String surface, String age) {
    assertOnly(text, IdentifierType.AGE, surface, age);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i am 10 minutes late", "im 5 min away", "i'm 100% sure", "i am 2nd", "im 30 km from you",
        "i am 6 feet tall", "at 10", "i have 10 dogs", "10 years ago", "turn 90 degrees",
        "i'm 10.5 points ahead", "imam 10 maraka", "am 10 lei", "мне 10 рублей", "i am one of them"
      })
  void otherNumbersAreNoAges(String text) {
    assertThat(EXTRACTOR.extract(text)).isEmpty();
  }

  @Test
  void theHashNamesRulesAndWordFiles() throws IOException, URISyntaxException {
    URL one = IdentifierExtractor.class.getResource("ages.txt");
    try (Stream<Path> files = Files.list(Path.of(one.toURI()).getParent())) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(Lexicon.FILES);
    }
    assertThat(EXTRACTOR.hash()).startsWith("sha256:").hasSize(71);
    assertThat(new IdentifierExtractor().hash()).isEqualTo(EXTRACTOR.hash());
  }

  @Test
  void severalIdentifiersComeInOrderAndNeverOverlap() {
    String text =
        "i am 10, mail bob@example.com or http://example.com/bob@x, call 07700 900123 @bob_x";

    List<IdentifierSpan> spans = EXTRACTOR.extract(text);

    assertThat(spans)
        .extracting(IdentifierSpan::type)
        .containsExactly(
            IdentifierType.AGE,
            IdentifierType.EMAIL,
            IdentifierType.URL,
            IdentifierType.PHONE,
            IdentifierType.HANDLE);
  }

  private static ObjectAssert<IdentifierSpan> assertOnly(
      String text, IdentifierType type, String surface, String normalized) {
    return assertThat(EXTRACTOR.extract(text))
        .as(text)
        .singleElement(InstanceOfAssertFactories.type(IdentifierSpan.class))
        .returns(type, IdentifierSpan::type)
        .returns(surface, IdentifierSpan::text)
        .returns(normalized, IdentifierSpan::normalized)
        .returns(text.indexOf(surface), IdentifierSpan::start);
  }

  private static String unescape(String text) {
    return text.replace("\\u200B", "\u200B");
  }
}
