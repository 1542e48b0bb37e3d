package org.sweetie.models.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.ConversationFindings;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.signal.IndicatorSpan;
import org.sweetie.engine.signal.MessageFindings;
import org.sweetie.engine.signal.Reading;
import org.sweetie.models.extract.IdentifierExtractor;
import org.sweetie.models.text.MaskingReader;

class ConversationAnalyzerTest {
  private static final ConversationAnalyzer ANALYZER =
      new ConversationAnalyzer(new MaskingReader(), new IdentifierExtractor(), "GB");

  private static final List<String> APPROACH =
      List.of(
          "A:hey, nice build! how old are you?",
          "B:im 12",
          "A:cool. are you home alone?",
          "B:my mom is at work",
          "A:ok. this is our secret, dont tell anyone ok",
          "A:can you send me a pic of you? add me on snapchat");

  private static final List<String> HOMEWORK =
      List.of(
          "A:hi, did you do the maths homework?",
          "B:yes, it was hard",
          "A:what did you get for number 4",
          "B:i got 17",
          "A:same, thanks");

  @Test
  void flagsAnApproachAndNamesItsAuthor() {
    ConversationFindings found = ANALYZER.analyze(conversation("c1", "en", APPROACH));

    assertThat(found.flagged()).isTrue();
    assertThat(found.suspect()).isEqualTo("A");
    assertThat(found.flaggedAt()).isBetween(3, 6);
    assertThat(found.stage().wire()).isEqualTo("approach");
    assertThat(found.messages().get(0).risk()).isLessThan(found.risk());
  }

  @Test
  void leavesHomeworkAlone() {
    ConversationFindings found = ANALYZER.analyze(conversation("c2", null, HOMEWORK));

    assertThat(found.flagged()).isFalse();
    assertThat(found.flaggedAt()).isNull();
    assertThat(found.suspect()).isNull();
    assertThat(found.language()).isEqualTo("en");
  }

  @Test
  void pointsToTheWordsInTheOriginal() {
    String text = "Hi 👋🏽  ｈｏｗ ｏｌｄ ａｒｅ you? ok";

    MessageFindings found =
        ANALYZER.analyze(conversation("c", "en", List.of("A:" + text))).messages().get(0);

    IndicatorSpan span =
        found.indicators().stream()
            .filter(s -> s.name() == Indicator.AGE_PROBING)
            .findFirst()
            .orElseThrow();
    assertThat(text.substring(span.start(), span.end())).isEqualTo("ｈｏｗ ｏｌｄ ａｒｅ you");
  }

  @Test
  void readsTheMaskTokenOfACorpus() {
    MessageFindings found =
        ANALYZER
            .analyze(conversation("c", "en", List.of("A:tell me <explicit>")))
            .messages()
            .get(0);

    assertThat(found.indicators())
        .extracting(IndicatorSpan::name)
        .contains(Indicator.BOUNDARY_TESTING);
  }

  @Test
  void findsTheSameAloneInABatchInAStreamAndInParallel()
      throws InterruptedException, ExecutionException {
    Conversation one = conversation("c1", null, APPROACH);
    ConversationFindings alone = ANALYZER.analyze(one);

    Reading stream = ANALYZER.begin("c1", null);
    List<MessageFindings> streamed = new ArrayList<>();
    for (Utterance message : one.messages()) {
      streamed.add(stream.read(message));
      ANALYZER.analyze(conversation("other", null, HOMEWORK));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<ConversationFindings>> parallel = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      parallel.add(pool.submit(() -> ANALYZER.analyze(one)));
    }
    pool.shutdown();

    assertThat(streamed).isEqualTo(alone.messages());
    assertThat(stream.soFar()).isEqualTo(alone);
    for (Future<ConversationFindings> each : parallel) {
      assertThat(each.get()).isEqualTo(alone);
    }
  }

  @Test
  void earlierFindingsDoNotDependOnLaterMessages() {
    List<MessageFindings> whole = ANALYZER.analyze(conversation("c1", null, APPROACH)).messages();
    List<MessageFindings> half =
        ANALYZER.analyze(conversation("c1", null, APPROACH.subList(0, 3))).messages();

    assertThat(half).isEqualTo(whole.subList(0, 3));
  }

  @Test
  @DisplayName("C1: another name, country or author id changes no score")
  void changesNothingWhenNamesAndCountriesAreSwapped() {
    List<String> lines =
        List.of(
            "A:hi %1$s, i am %2$s from %3$s, how old are you?",
            "B:im 12, i live in %3$s",
            "A:nice %1$s. Is %4$s home? dont tell %4$s about us",
            "A:%2$s will send you a gift card. Send me a pic, %1$s");
    String[][] casts = {
      {"Maria", "John", "Romania", "Peter"},
      {"Adaeze", "Dmitri", "the Philippines", "Oluwaseun"},
      {"zoe", "Liam", "New Zealand", "Ivan"}
    };
    List<ConversationFindings> found = new ArrayList<>();

    for (String[] cast : casts) {
      List<String> said = lines.stream().map(l -> String.format(l, (Object[]) cast)).toList();
      found.add(ANALYZER.analyze(conversation("c", "en", said)));
    }

    for (ConversationFindings each : found) {
      assertThat(risks(each)).isEqualTo(risks(found.get(0)));
      assertThat(scores(each)).isEqualTo(scores(found.get(0)));
    }
  }

  @Test
  @DisplayName("C1: author ids only tell the sides apart")
  void changesNothingWhenAuthorsAreRenamed() {
    ConversationFindings plain = ANALYZER.analyze(conversation("c", "en", APPROACH));
    List<String> renamed =
        APPROACH.stream()
            .map(l -> l.startsWith("A") ? "teacher_Bob" + l.substring(1) : "Zed" + l.substring(1))
            .toList();

    ConversationFindings found = ANALYZER.analyze(conversation("c", "en", renamed));

    assertThat(found.messages()).isEqualTo(plain.messages());
    assertThat(found.suspect()).isEqualTo("teacher_Bob");
  }

  @Test
  @Timeout(60)
  void readsBadInput() {
    List<String> bad = new ArrayList<>();
    bad.add("A:");
    bad.add("A: \n\t ");
    bad.add("B:\u0000\u0001\u0007\u001b");
    bad.add("A:\ud800 how old are you \udc00");
    bad.add("B:\u202ereversed\u202c \ufeff\u200b\u200d");
    bad.add("A:" + "a".repeat(1_000_000));
    bad.add("A:" + "how old are you ".repeat(62_500));

    ConversationFindings found = ANALYZER.analyze(conversation("bad", null, bad));

    assertThat(found.messages()).hasSize(bad.size());
    assertThat(found.messages().get(3).indicators())
        .extracting(IndicatorSpan::name)
        .contains(Indicator.AGE_PROBING);
    assertThat(ANALYZER.analyze(conversation("none", null, List.of())).risk()).isZero();
  }

  @Test
  @Timeout(120)
  void readsTenThousandMessages() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      lines.add((i % 2 == 0 ? "A:" : "B:") + HOMEWORK.get(i % HOMEWORK.size()).substring(2));
    }

    assertThat(ANALYZER.analyze(conversation("long", null, lines)).messages()).hasSize(10_000);
  }

  @Test
  void anIdentifierThatGoesOnInTheNextMessageIsInEachWithTheSameGroup() {
    List<String> lines =
        List.of("A:call me 07700", "B:ok", "A:900123", "A:or write to 07700 900456");

    ConversationFindings found = ANALYZER.analyze(conversation("split", "en", lines));

    assertThat(found.messages().get(0).identifiers())
        .singleElement()
        .returns("07700", s -> s.text())
        .returns("+447700900123", s -> s.normalized())
        .returns(1, s -> s.group());
    assertThat(found.messages().get(2).identifiers())
        .singleElement()
        .returns("900123", s -> s.text())
        .returns("+447700900123", s -> s.normalized())
        .returns(1, s -> s.group());
    assertThat(found.messages().get(3).identifiers()).singleElement().returns(null, s -> s.group());
  }

  private static List<Double> risks(ConversationFindings found) {
    return found.messages().stream().map(MessageFindings::risk).toList();
  }

  private static List<String> scores(ConversationFindings found) {
    return found.messages().stream()
        .flatMap(m -> m.indicators().stream())
        .map(s -> s.name() + " " + s.score())
        .toList();
  }

  private static Conversation conversation(String id, String language, List<String> lines) {
    List<Utterance> messages = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      messages.add(
          new Utterance(
              messages.size() + 1, line.substring(0, colon), null, line.substring(colon + 1)));
    }
    return new Conversation(id, language, messages);
  }
}
