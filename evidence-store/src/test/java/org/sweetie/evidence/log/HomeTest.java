package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void aHomeKeepsItsPurpose() {
    Path at = folder.resolve("a/b");

    Home made = Home.openOrCreate(at, Home.Purpose.DEMO);

    assertThat(made.purpose()).isEqualTo(Home.Purpose.DEMO);
    assertThat(Home.open(at).purpose()).isEqualTo(Home.Purpose.DEMO);
    assertThat(Home.openOrCreate(at, Home.Purpose.DEMO).folder()).isEqualTo(made.folder());
  }

  @Test
  void aDemoRefusesALiveHomeAndTheOtherWayRound() {
    Path live = folder.resolve("live");
    Path demo = folder.resolve("demo");
    Home.openOrCreate(live, Home.Purpose.LIVE);
    Home.openOrCreate(demo, Home.Purpose.DEMO);

    assertThatThrownBy(() -> Home.openOrCreate(live, Home.Purpose.DEMO))
        .isInstanceOf(HomeUnusable.class)
        .hasMessageContaining("is a home for live work, expected one for demo");
    assertThatThrownBy(() -> Home.openOrCreate(demo, Home.Purpose.LIVE))
        .isInstanceOf(HomeUnusable.class)
        .hasMessageContaining("is a home for demo work, expected one for live");
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");

    assertThatThrownBy(() -> Home.openOrCreate(folder, Home.Purpose.LIVE))
        .isInstanceOf(HomeUnusable.class)
        .hasMessageContaining("holds other files");
    assertThat(folder).isDirectoryContaining("glob:**/thesis.txt");
    assertThat(folder.resolve("sweetie-home")).doesNotExist();
  }

  @Test
  void whatIsNoHomeIsNotOpened() throws IOException {
    assertThatThrownBy(() -> Home.open(folder))
        .isInstanceOf(HomeUnusable.class)
        .hasMessageContaining("is no sweetie home");

    Files.writeString(folder.resolve("sweetie-home"), "sweetie home 1\npurpose: picnic\n");
    assertThatThrownBy(() -> Home.open(folder))
        .isInstanceOf(HomeUnusable.class)
        .hasMessageContaining("expected live or demo");
  }

  @Test
  void aSecondWriterInTheSameProcessIsRefusedToo() {
    Home home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    try (DiskLog first = DiskLog.open(home, LogOptions.standard())) {
      assertThat(first.size()).isZero();

      assertThatThrownBy(() -> DiskLog.open(home, LogOptions.standard()))
          .isInstanceOf(HomeInUse.class)
          .hasMessageContaining("another sweetie works on " + home);
    }
    DiskLog.open(home, LogOptions.standard()).close();
  }
}
