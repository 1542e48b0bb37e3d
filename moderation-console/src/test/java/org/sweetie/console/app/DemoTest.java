package org.sweetie.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.bridge.channel.ReplayChannel;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.turn.Pacer;
import org.sweetie.engine.turn.Replayer;
import org.sweetie.evidence.log.Home;
import org.sweetie.evidence.log.LogReader;

class DemoTest {
  private static final Instant FIRST_DAY = Instant.parse("2026-01-05T16:00:00Z");

  @TempDir Path folder;

  private Demo open(Instant now) {
    return Demo.open(
        folder.resolve("home"), InstantSource.fixed(now), new SecureRandom(), Pacer.AT_ONCE);
  }

  private Replayer replayed() {
    Home home = Home.open(folder.resolve("home"));
    Replayer replayer = Replays.replayer(Replays.authorities(home), true);
    try (LogReader log = LogReader.open(home)) {
      log.read(0, replayer::take);
    }
    return replayer;
  }

  @Test
  @DisplayName("B11: a demo that got new mandates still replays what was said under the old ones")
  void renewedMandatesKeepTheOldOnesGood() throws Exception {
    try (Demo demo = open(FIRST_DAY)) {
      demo.play(ReplayChannel.Pause.NONE, 1);
    }
    int replies = replayed().replies();
    assertThat(replies).isPositive();

    try (Demo later = open(FIRST_DAY.plus(Duration.ofDays(24)))) {
      assertThat(House.all(later.house().log(), Entry.Mandate.class)).hasSize(4);
    }
    try (Demo again = open(FIRST_DAY.plus(Duration.ofDays(25)))) {
      assertThat(House.all(again.house().log(), Entry.Mandate.class)).hasSize(4);
    }

    assertThat(replayed().differences()).isEmpty();
    assertThat(replayed().replies()).isEqualTo(replies);
    try (Stream<Path> keys = Files.list(folder.resolve("home").resolve("authorities"))) {
      assertThat(keys.map(key -> key.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(List.of("demo.pub", "demo-2.pub"));
    }
  }

  @Test
  @DisplayName("B13: a live home has no web chat")
  void aLiveHomeHasNoWebChat() {
    InstantSource clock = InstantSource.fixed(FIRST_DAY);
    try (House live =
        House.open(
            folder.resolve("live"), Home.Purpose.LIVE, clock, new SecureRandom(), Pacer.AT_ONCE)) {
      assertThat(live.webChat()).isEmpty();
    }
    try (Demo demo = open(FIRST_DAY)) {
      assertThat(demo.house().webChat()).isPresent();
    }
  }
}
