package org.sweetie.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayChannelTest extends ChannelContract {
  private final List<Duration> waited = new ArrayList<>();
  private int peers;
  private final ReplayChannel replay = new ReplayChannel(inbox, () -> Times.NOW, waited::add);

  @Override
  Channel channel() {
    return replay;
  }

  @Override
  Peer peer() {
    List<String> heard = new ArrayList<>();
    ReplayChannel.Played played = replay.enter("played-" + ++peers, SPACE, "peer", heard::add);
    return new Peer() {
      @Override
      public void says(String text) {
        played.say(new PlayScript.Line(Duration.ZERO, text, null, -1));
      }

      @Override
      public void offers(String mediaType, byte[] content) {
        played.say(new PlayScript.Line(Duration.ZERO, "", mediaType, content.length));
      }

      @Override
      public void leaves() {
        played.close();
      }

      @Override
      public List<String> heard() {
        return heard;
      }
    };
  }

  @Test
  void aWrittenConversationIsPlayedAtItsPaceToItsEndAndLeavesAGap() throws InterruptedException {
    PlayScript script =
        PlayScript.parse(
            "x.jsonl",
            """
            {"conversation":"c9","account":"a9","about":"short"}
            {"after":2,"text":"hi"}
            {"after":0.5,"text":"bye"}
            """);

    replay.play(script, SPACE, reply -> {});

    assertThat(inbox.texts()).containsExactly("hi", "bye");
    assertThat(waited).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(500));
    assertThat(inbox.received).hasSize(3);
  }

  @Test
  void aWrittenLineOfNothingButControlCharactersArrivesAsItWasWritten() {
    peer().says("\u0001\u0002\u200b\u202e");

    assertThat(inbox.texts()).containsExactly("\u0001\u0002\u200b\u202e");
  }

  @Test
  void aBadLineIsNamedWithFileAndLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PlayScript.parse(
                    "x.jsonl", "{\"conversation\":\"c\",\"account\":\"a\"}\n{\"after\":1}"))
        .withMessageContaining("x.jsonl:2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlayScript.parse("x.jsonl", "{\"conversation\":\"c\"}"))
        .withMessageContaining("account");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlayScript.parse("x.jsonl", ""))
        .withMessageContaining("empty");
  }
}
