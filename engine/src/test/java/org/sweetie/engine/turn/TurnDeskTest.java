package org.sweetie.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.conduct.Mandate;
import org.sweetie.engine.conduct.Mandates;
import org.sweetie.engine.conduct.ReviewedTexts;
import org.sweetie.engine.decision.ConversationState;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.engine.evidence.MemoryLog;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.engine.turn.TurnDesk.Outcome;

class TurnDeskTest {
  private static final Mandate AUTONOMOUS =
      Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", false);
  private static final Mandate SUPERVISED =
      Mandates.complete(Mandate.Mode.SUPERVISED, "closing words", false);

  @Test
  void aMessageIsRecordedReadDecidedAnsweredAndRecordedInThatOrder() {
    House house = new House(AUTONOMOUS);

    house.says("hi");

    assertThat(house.kinds()).containsExactly("MessageReceived", "Findings", "Candidates", "Reply");
    assertThat(house.sent).containsExactly("hello, i'm 10");
    assertThat(house.record().turns()).extracting(Turn::number).containsExactly(1, 2);
  }

  @Test
  @DisplayName("B1: one answer for one message, and none before the counterpart writes")
  void b1() {
    House house = new House(AUTONOMOUS);

    house.says("hi");
    house.says("how are you");

    assertThat(house.sent).hasSize(2);
    assertThat(house.record().turns())
        .extracting(Turn::speaker)
        .containsExactly(
            Turn.Speaker.COUNTERPART,
            Turn.Speaker.PERSONA,
            Turn.Speaker.COUNTERPART,
            Turn.Speaker.PERSONA);
  }

  @Test
  void whatTheLogDoesNotTakeIsNotActedOn() {
    House house = new House(AUTONOMOUS);
    house.logFault = new IllegalStateException("no space left");

    assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> house.says("hi"));

    assertThat(house.sent).isEmpty();
    assertThat(house.book.all()).isEmpty();
  }

  @Test
  @DisplayName("B7: in a supervised conversation nothing goes out until a person releases it")
  void supervised() {
    House house = new House(SUPERVISED);

    house.says("hi");
    assertThat(house.sent).isEmpty();
    assertThat(house.record().state()).isEqualTo(ConversationState.SUPERVISED);

    Outcome outcome = house.desk.release(House.C1, 1, "p1", 0, "fits");
    assertThat(outcome.done()).isTrue();
    assertThat(house.sent).containsExactly("hello, i'm 10");
    assertThat(house.record().turns().get(1).releasedBy()).isEqualTo("p1");
    assertThat(house.desk.release(House.C1, 1, "p1", 0, "again").done()).isFalse();
    assertThat(house.sent).hasSize(1);
  }

  @Test
  @DisplayName("B15: a person chooses among the candidates, or withholds; nothing else can be sent")
  void chooseOrWithhold() {
    House house = new House(SUPERVISED);
    house.says("hi");
    house.desk.release(House.C1, 1, "p1", 0, "fits");
    house.says("what do you like");

    assertThat(house.record().pending().candidates()).hasSizeGreaterThan(1);
    assertThat(house.desk.release(House.C1, 3, "p1", 99, "no such").done()).isFalse();
    assertThat(house.desk.release(House.C1, 3, "p1", 1, "the other one").done()).isTrue();
    assertThat(house.sent).hasSize(2);

    house.says("ok");
    assertThat(house.desk.withhold(House.C1, 5, "p1", "better silent").done()).isTrue();
    assertThat(house.desk.release(House.C1, 5, "p1", 0, "late").done()).isFalse();
    assertThat(house.sent).hasSize(2);
  }

  @Test
  @DisplayName("B7: a mandate that expired between proposal and release lets nothing out")
  void expiredMeanwhile() {
    House house = new House(SUPERVISED);
    house.says("hi");
    house.now = Mandates.EXPIRY;

    Outcome outcome = house.desk.release(House.C1, 1, "p1", 0, "late");

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.reason()).startsWith("B7").contains("expired");
    assertThat(house.sent).isEmpty();
  }

  @Test
  @DisplayName("B7: after the mandate expired a message is recorded and not answered")
  void expired() {
    House house = new House(AUTONOMOUS);
    house.now = Mandates.EXPIRY;

    house.says("hi");

    assertThat(house.sent).isEmpty();
    assertThat(house.kinds()).containsExactly("MessageReceived", "Findings", "NotSent");
  }

  @Test
  @DisplayName(
      "B8: a stop holds at once, ends what is open, keeps new ones silent, and survives a restart")
  void stop() {
    MemoryLog kept = new MemoryLog();
    House house = new House(AUTONOMOUS, kept, UnaryOperator.identity());
    house.says("hi");

    house.desk.stop("all", "p1", "drill");
    house.says("are you there");
    house.says(new ConversationId("c2"), "hi");

    assertThat(house.sent).hasSize(1);
    assertThat(house.record().state()).isEqualTo(ConversationState.ENDED);
    assertThat(new House(AUTONOMOUS, kept, UnaryOperator.identity()).desk.stopped()).isTrue();

    house.desk.resume("p1", "the drill is over");
    house.says(new ConversationId("c3"), "hi");
    assertThat(house.sent).hasSize(2);
  }

  @Test
  @DisplayName("B8: stopping one conversation leaves the others as they are")
  void stopOne() {
    House house = new House(AUTONOMOUS);
    house.says("hi");

    house.desk.stop("c1", "p1", "enough");
    house.says("hello?");
    house.says(new ConversationId("c2"), "hi");

    assertThat(house.sent).hasSize(2);
    assertThat(house.desk.stopped()).isFalse();
  }

  @Test
  @DisplayName(
      "B3, B9: statements before the age is stated count towards nothing, three after it end the conversation")
  void counted() {
    House house = new House(AUTONOMOUS);
    house.indicatorOf.put("meet", Indicator.MEETING_APPROACH);

    house.says("can we meet");
    house.says("meet one");
    house.says("meet two");
    assertThat(house.record().state()).isEqualTo(ConversationState.ENGAGED);
    house.says("meet three");

    assertThat(house.sent).last().isEqualTo("closing words");
    assertThat(house.record().state()).isEqualTo(ConversationState.ENDED);
    house.says("hello?");
    assertThat(house.sent).last().isEqualTo("closing words");
    assertThat(house.sent).hasSize(4);
  }

  @Test
  @DisplayName("B9: fifty turns are the end, whatever the mandate says")
  void fiftyTurns() {
    House house = new House(AUTONOMOUS);

    for (int i = 0; i < 40; i++) {
      house.says("line " + i);
    }

    long spoken =
        house.record().turns().stream().filter(t -> t.speaker() == Turn.Speaker.PERSONA).count();
    assertThat(house.record().state()).isEqualTo(ConversationState.ENDED);
    assertThat(spoken).isEqualTo(25);
    assertThat(house.sent).last().isEqualTo("closing words");
  }

  @Test
  @DisplayName(
      "B10: a sign of a child at risk stops the persona at once, and no closing message follows")
  void safeguarding() {
    House house = new House(AUTONOMOUS);
    house.says("hi");

    house.says("i'm your age");
    house.says("hello?");

    assertThat(house.record().state()).isEqualTo(ConversationState.SAFEGUARDING);
    assertThat(house.sent).hasSize(1);
    assertThat(house.record().transitions())
        .last()
        .extracting(Entry.StateChanged::reason)
        .asString()
        .startsWith("B10");
  }

  @Test
  void aReplyIsOnRecordAtOnceAndGoesOutWhenItIsTyped() {
    House house = new House(AUTONOMOUS);
    house.desk.reload(House.slow());

    house.says("hi");
    assertThat(house.kinds()).endsWith("Reply");
    assertThat(house.sent).isEmpty();
    house.finishTyping();

    assertThat(house.sent).containsExactly("hello, i'm 10 (slowly)");
  }

  @Test
  @DisplayName("B8: a stop while a reply is being typed holds it back, and the record says so")
  void stoppedWhileTyping() {
    House house = new House(AUTONOMOUS);
    house.desk.reload(House.slow());
    house.says("hi");

    house.desk.stop("all", "researcher", "drill");
    house.finishTyping();

    assertThat(house.sent).isEmpty();
    assertThat(house.kinds()).endsWith("NotSent");
  }

  @Test
  @DisplayName("B10: a sign of a child at risk while a reply is being typed holds it back")
  void safeguardedWhileTyping() {
    House house = new House(AUTONOMOUS);
    house.desk.reload(House.slow());
    house.says("hi");

    house.says("i'm your age");
    house.finishTyping();

    assertThat(house.sent).isEmpty();
    assertThat(house.record().notSent())
        .last()
        .extracting(Entry.NotSent::reason)
        .asString()
        .contains("ended before the reply was typed");
  }

  @Test
  void aReloadKeepsLiveConversationsGoing() {
    House house = new House(AUTONOMOUS);
    house.says("hi");

    house.desk.reload(House.slow());
    house.says("how are you");
    house.finishTyping();

    assertThat(house.sent).first().isEqualTo("hello, i'm 10");
    assertThat(house.sent).last().asString().endsWith("(slowly)");
    assertThat(house.record().proposals())
        .extracting(Entry.Candidates::personaHash)
        .containsExactly("sha256:persona", "sha256:slow");
  }

  @Test
  @DisplayName("B10, B15: a person sends reviewed help text and nothing else, once, after the seal")
  void helpText() {
    ReviewedTexts texts = new ReviewedTexts(Map.of("help.en", "you can call somebody"));
    House house = new House(AUTONOMOUS);
    house.says("hi");
    ConversationId id = house.record().id();
    assertThat(house.desk.sendHelp(id, "lead", texts, "help.en").reason()).startsWith("B10");

    house.says("i'm your age");
    TurnDesk.Outcome unknown = house.desk.sendHelp(id, "lead", texts, "help.xx");
    TurnDesk.Outcome sent = house.desk.sendHelp(id, "lead", texts, "help.en");
    TurnDesk.Outcome again = house.desk.sendHelp(id, "lead", texts, "help.en");

    assertThat(unknown.reason()).startsWith("B15");
    assertThat(sent.done()).isTrue();
    assertThat(again.reason()).startsWith("B4");
    assertThat(house.sent).last().isEqualTo("you can call somebody");
    Turn last = house.record().turns().get(house.record().turns().size() - 1);
    assertThat(last.speaker()).isEqualTo(Turn.Speaker.ORGANISATION);
    assertThat(last.releasedBy()).isEqualTo("lead");
    assertThat(house.record().state()).isEqualTo(ConversationState.SAFEGUARDING);
  }

  @Test
  @DisplayName("B8: the stop switch holds for a person's help text too")
  void helpTextStopped() {
    ReviewedTexts texts = new ReviewedTexts(Map.of("help.en", "you can call somebody"));
    House house = new House(AUTONOMOUS);
    house.says("i'm your age");
    house.desk.stop("all", "lead", "drill");

    TurnDesk.Outcome outcome = house.desk.sendHelp(house.record().id(), "lead", texts, "help.en");

    assertThat(outcome.reason()).startsWith("B8");
    assertThat(house.sent).doesNotContain("you can call somebody");
  }

  @Test
  @DisplayName("B11: rejected drafts and every verdict are on record")
  void rejectedDrafts() {
    House house =
        new House(AUTONOMOUS, new MemoryLog(), line -> line.replace("mangoes", "a secret"));
    house.says("hi");
    house.says("tell me");

    assertThat(house.sent).hasSize(1);
    Entry.Candidates drafts = house.record().proposals().get(1);
    assertThat(drafts.candidates()).isNotEmpty().noneMatch(Entry.Candidate::passed);
    assertThat(house.record().state()).isEqualTo(ConversationState.SUPERVISED);
    assertThat(house.record().notSent()).hasSize(1);
  }

  @Test
  @DisplayName("B13: the first <explicit> ends a demo conversation without a reply")
  void demo() {
    House house = new House(Mandates.complete(Mandate.Mode.AUTONOMOUS, "closing words", true));
    house.says("hi");

    house.says("tell me <explicit>");
    house.says("hello?");

    assertThat(house.sent).hasSize(1);
    assertThat(house.record().state()).isEqualTo(ConversationState.ENDED);
  }

  @Test
  @DisplayName("B14: media end the conversation; only what was declared is kept")
  void media() {
    House house = new House(AUTONOMOUS);
    house.says("hi");

    house.desk.receive(new Inbound.Media(House.C1, House.ROOM, house.now, "image/png", 123));

    assertThat(house.record().state()).isEqualTo(ConversationState.ENDED);
    assertThat(house.record().mediaDropped())
        .containsExactly(
            new Entry.MediaDropped(house.now, House.C1, House.ROOM, house.now, "image/png", 123));
  }

  @Test
  void aReplyThatFindsNobodyStaysOnRecordWithTheGap() {
    House house = new House(AUTONOMOUS);
    house.counterpartThere = false;

    house.says("hi");

    assertThat(house.kinds()).endsWith("Reply", "Gap");
  }

  @Test
  void aRestartInTheMiddleChangesNothing() {
    MemoryLog kept = new MemoryLog();
    House first = new House(AUTONOMOUS, kept, UnaryOperator.identity());
    House whole = new House(AUTONOMOUS);
    List.of("hi", "what do you like", "me too").forEach(whole::says);

    first.says("hi");
    House second = new House(AUTONOMOUS, kept, UnaryOperator.identity());
    second.now = first.now;
    second.says("what do you like");
    second.says("me too");

    assertThat(second.record().turns())
        .extracting(Turn::text)
        .isEqualTo(whole.record().turns().stream().map(Turn::text).toList());
    assertThat(second.record().scriptState()).isEqualTo("3");
  }

  @Test
  @DisplayName(
      "B11: replaying the record gives every reply again, byte for byte, and names the first that differs")
  void replay() {
    House house = new House(SUPERVISED);
    house.log.append(new Entry.PersonaLoaded(house.now, "sha256:persona", java.util.Map.of()));
    house.says("hi");
    house.desk.release(House.C1, 1, "p1", 0, "fits");
    house.says("what do you like");
    house.desk.release(House.C1, 3, "p1", 1, "the other");
    house.says("<explicit>");
    house.desk.withhold(House.C1, 5, "p1", "no");

    assertThat(replayed(house, UnaryOperator.identity()).differences()).isEmpty();
    assertThat(replayed(house, UnaryOperator.identity()).replies()).isEqualTo(2);
    assertThat(replayed(house, House::forge).differences())
        .first()
        .extracting(Replayer.Difference::what)
        .asString()
        .contains("not the candidate that was due");
  }

  private static Replayer replayed(House house, UnaryOperator<Entry> change) {
    Replayer replayer =
        new Replayer(
            house.parts.reader(),
            house.parts.gate(),
            house.authority.office(SUPERVISED),
            loaded -> house.parts.persona());
    List<Entry> entries = new ArrayList<>(house.entries());
    for (int i = 0; i < entries.size(); i++) {
      replayer.take(
          new org.sweetie.engine.evidence.EvidenceLog.Stored(i, change.apply(entries.get(i))));
    }
    return replayer;
  }

  @Test
  void aConversationNeverSeenIsNamed() {
    House house = new House(AUTONOMOUS);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> house.desk.release(new ConversationId("nobody"), 1, "p1", 0, "x"))
        .withMessageContaining("nobody");
    assertThat(house.book.find(new ConversationId("nobody"))).isEqualTo(Optional.empty());
  }
}
