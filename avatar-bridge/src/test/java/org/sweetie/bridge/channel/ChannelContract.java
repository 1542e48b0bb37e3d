package org.sweetie.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;

/** What every channel holds to. */
abstract class ChannelContract {
  static final String SPACE = "test:space";
  final RecordingInbox inbox = new RecordingInbox();

  /** The other side of one conversation on the channel under test. */
  interface Peer {
    /** Says a line. */
    void says(String text);

    /** Offers something that is not text, whose bytes it would send if it could. */
    void offers(String mediaType, byte[] content);

    /** Goes away. */
    void leaves();

    /** The lines it got. */
    List<String> heard();
  }

  private Peer peer;

  /** The channel, made anew for each test. */
  abstract Channel channel();

  /** A peer that has entered one conversation of it. */
  abstract Peer peer();

  @BeforeEach
  void enter() {
    peer = peer();
  }

  @Test
  void aLineArrivesUnitForUnitWithItsSourceAndTime() {
    peer.says("kumusta 🙂 \ud800 <b>&amp;");

    Inbound.Text text = inbox.all(Inbound.Text.class).get(0);
    assertThat(text.original().text()).isEqualTo("kumusta 🙂 \ud800 <b>&amp;");
    assertThat(text.source().channel()).isEqualTo(channel().kind());
    assertThat(text.source().space()).isEqualTo(SPACE);
    assertThat(text.receivedAt()).isEqualTo(Times.NOW);
  }

  @Test
  void linesArriveInOrderAndBelongToOneConversation() {
    List.of("one", "two", "three").forEach(peer::says);

    assertThat(inbox.texts()).containsExactly("one", "two", "three");
    assertThat(inbox.received).extracting(Inbound::conversation).containsOnly(conversation());
  }

  @Test
  void aMegabyteAndControlCharactersArriveWhole() {
    String long1 = "word ".repeat(200_000);
    String controls = "\u0001\u0002a\u0007\u200b\u202e";

    peer.says(long1);
    peer.says(controls);

    assertThat(inbox.texts()).containsExactly(long1, controls);
  }

  @Test
  @DisplayName(
      "C7: what a peer says privately goes into that peer's conversation alone, and no other hears of it")
  void everyPeerTalksToThePersonaAlone() {
    Peer other = peer();
    peer.says("one");
    other.says("two");

    assertThat(inbox.texts()).containsExactly("one", "two");
    assertThat(inbox.received.get(0).conversation())
        .isNotEqualTo(inbox.received.get(1).conversation());
    assertThat(channel().send(conversation(), "hello")).isTrue();
    assertThat(peer.heard()).containsExactly("hello");
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void aReplyReachesTheConversationItIsFor() {
    peer.says("hi");

    assertThat(channel().send(conversation(), "hello")).isTrue();
    assertThat(peer.heard()).containsExactly("hello");
    assertThat(channel().send(new ConversationId("nobody"), "hello")).isFalse();
  }

  @Test
  void aPeerThatLeavesIsAGapAndGetsNothingMore() {
    peer.says("hi");
    ConversationId conversation = conversation();

    peer.leaves();

    assertThat(inbox.all(Inbound.Gap.class)).hasSize(1);
    assertThat(channel().send(conversation, "hello")).isFalse();
  }

  @Test
  @DisplayName("B14: marked bytes offered as media are handed to nobody; only what was declared is")
  void mediaAreDropped() {
    byte[] marked = ("MARKED-BYTES-" + "x7Q9".repeat(200)).getBytes(StandardCharsets.US_ASCII);
    peer.says("look");

    peer.offers("image/png", marked);

    assertThat(inbox.all(Inbound.Media.class))
        .singleElement()
        .satisfies(
            media -> {
              assertThat(media.declaredType()).isEqualTo("image/png");
              assertThat(media.declaredSize()).isEqualTo(marked.length);
            });
    assertThat(inbox.received.toString()).doesNotContain("MARKED-BYTES");
  }

  @Test
  @DisplayName("B14: media written as text are dropped like any other")
  void encodedMediaAreDropped() {
    byte[] bytes = new byte[2_000];
    new Random(5).nextBytes(bytes);
    String base64 = Base64.getEncoder().encodeToString(bytes);
    peer.says("look");

    peer.says("see data:image/jpeg;base64," + base64);
    peer.says(base64);
    peer.says(Base64.getMimeEncoder().encodeToString(bytes));

    assertThat(inbox.all(Inbound.Media.class))
        .extracting(Inbound.Media::declaredType)
        .containsExactly("image/jpeg", "application/octet-stream", "application/octet-stream");
    assertThat(inbox.texts()).containsExactly("look");
  }

  private ConversationId conversation() {
    return inbox.received.get(0).conversation();
  }
}
