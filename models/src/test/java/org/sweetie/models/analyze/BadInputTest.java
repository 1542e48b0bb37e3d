package org.sweetie.models.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.IdentifierSpan;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.models.extract.IdentifierExtractor;
import org.sweetie.models.text.MaskingReader;

class BadInputTest {
  private static final ConversationAnalyzer ANALYZER =
      new ConversationAnalyzer(new MaskingReader(), new IdentifierExtractor(), "GB");

  /** What texts that nobody should write are made of. */
  private static final List<String> PIECES =
      List.of(
          "\ud83d",
          "\udc4b",
          "\ud83d\udc4b\ud83c\udffd",
          "\u202e",
          "\u202c",
          "\u2066",
          "\u2069",
          "\u200b",
          "\u200d",
          "\ufeff",
          "\u0000",
          "\u0007",
          "\u0301",
          "\u0316",
          "'",
          "’",
          "`",
          "-",
          ".",
          "!?",
          "@",
          "#",
          "://",
          "www.",
          " ",
          "\n",
          "\t",
          "\u2028",
          "ﬁ",
          "ß",
          "İ",
          "ı",
          "đ",
          "ё",
          "ｈｏｗ",
          "how old are you",
          "dont tell anyone",
          "im 12",
          "07700 900123",
          "４４",
          "a@example.org",
          "example.com/x",
          "192.0.2.1",
          "как дела",
          "сколько тебе лет",
          "раypal",
          "mennyi idős vagy",
          "câți ani ai",
          "你好",
          "مرحبا",
          "สวัสดี",
          "<explicit>",
          "‹explicit›",
          "<",
          ">",
          "{",
          "\\",
          "\"",
          "%s",
          "$1",
          "zero seven seven",
          "dot com",
          "a",
          "Z",
          "\u1e9e");

  @Test
  void survivesWhateverIsTypedAndStaysInsideTheText() {
    Random random = new Random(4);
    for (int round = 0; round < 60; round++) {
      Conversation conversation = conversation(null, lines(random, 12));

      ConversationFindings found = ANALYZER.analyze(conversation);

      assertThat(found.messages()).hasSize(12);
      for (int i = 0; i < 12; i++) {
        staysInside(conversation.messages().get(i).text(), found.messages().get(i));
      }
    }
  }

  @Test
  void readsBadInputTheSameAloneAndAmongOthers() {
    Random random = new Random(5);
    List<Conversation> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(conversation(null, lines(random, 8)));
    }

    List<ConversationFindings> alone = all.stream().map(ANALYZER::analyze).toList();
    List<ConversationFindings> together = all.parallelStream().map(ANALYZER::analyze).toList();

    assertThat(together).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'’",
        "\u0301\u0316",
        "’`",
        "a\u0301'",
        "\ud800",
        "\udc00'",
        "\u202e\u202c",
        "İ",
        "'",
        "ʼ’"
      })
  void survivesTextsThatFoldAway(String text) {
    ConversationFindings found = ANALYZER.analyze(conversation("en", List.of(text, text + "a")));

    assertThat(found.messages()).hasSize(2);
    assertThat(found.flagged()).isFalse();
  }

  @Test
  void findsTheSameWhereClocksRunBackwards() {
    List<String> lines = List.of("hi, how old are you?", "im 12", "dont tell your mom", "ok");
    List<Utterance> backwards = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Instant time = Instant.parse("2026-01-05T16:00:00Z").minusSeconds(3_600L * i);
      backwards.add(new Utterance(i + 1, i % 2 == 0 ? "A" : "B", time, lines.get(i)));
    }

    ConversationFindings found = ANALYZER.analyze(new Conversation("c", "en", backwards));

    assertThat(found.messages()).isEqualTo(ANALYZER.analyze(conversation("en", lines)).messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tlh", "ja", "xx-Latn", "zz"})
  void readsLanguagesItDoesNotKnow(String language) {
    ConversationFindings found =
        ANALYZER.analyze(conversation(language, List.of("how old are you", "nuqneH", "今日は")));

    assertThat(found.messages().get(0).indicators())
        .extracting(IndicatorSpan::name)
        .contains(Indicator.AGE_PROBING);
    assertThat(found.language()).isEqualTo(language);
  }

  @Test
  void findsWhatStandsAtEitherEndOfAMegabyte() {
    Random random = new Random(6);
    StringBuilder long1 = new StringBuilder("how old are you? ");
    while (long1.length() < 1_000_000) {
      long1
          .append(PIECES.get(random.nextInt(PIECES.size())))
          .append(random.nextInt(99))
          .append(' ');
    }
    String text = long1.append("\ndont tell anyone about us").toString();

    MessageFindings found = ANALYZER.analyze(conversation("en", List.of(text))).messages().get(0);

    assertThat(found.indicators()).anyMatch(s -> s.end() <= 20);
    assertThat(found.indicators()).anyMatch(s -> s.start() >= text.length() - 26);
    staysInside(text, found);
  }

  @Test
  void takesTenTimesTheMessagesInAboutTenTimesTheTime() {
    read(200, 2);
    long thousand = read(1_000, 2);

    long tenThousand = read(10_000, 2);

    assertThat(tenThousand).isLessThan(30 * thousand);
  }

  @Test
  void takesManyAuthorsInLinearTime() {
    read(500, 500);
    long few = read(2_000, 2);

    long many = read(20_000, 20_000);

    assertThat(many).isLessThan(40 * few);
  }

  /** The processor time of a conversation of one line said over and over by some authors. */
  private static long read(int messages, int authors) {
    List<Utterance> said = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      said.add(new Utterance(i + 1, "a" + i % authors, null, "ok cool"));
    }
    var threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    assertThat(ANALYZER.analyze(new Conversation("c", "en", said)).messages()).hasSize(messages);
    return threads.getCurrentThreadCpuTime() - began;
  }

  private static void staysInside(String text, MessageFindings found) {
    for (IndicatorSpan span : found.indicators()) {
      assertThat(span.start()).as(text).isBetween(0, text.length());
      assertThat(span.end()).as(text).isBetween(span.start(), text.length());
    }
    for (IdentifierSpan span : found.identifiers()) {
      assertThat(span.text()).isEqualTo(text.substring(span.start(), span.end()));
    }
  }

  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder line = new StringBuilder();
      for (int piece = random.nextInt(20); piece > 0; piece--) {
        boolean any = random.nextInt(4) == 0;
        line.append(
            any
                ? String.valueOf((char) random.nextInt(0x10000))
                : PIECES.get(random.nextInt(PIECES.size())));
        line.append(random.nextBoolean() ? " " : "");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Conversation conversation(@Nullable String language, List<String> lines) {
    List<Utterance> messages = new ArrayList<>();
    for (String line : lines) {
      String author = messages.size() % 2 == 0 ? "A" : "B";
      messages.add(new Utterance(messages.size() + 1, author, null, line));
    }
    return new Conversation("c", language, messages);
  }
}
