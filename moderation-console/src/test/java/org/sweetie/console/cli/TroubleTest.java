package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.log.LogDamaged;

class TroubleTest {
  private final StringWriter err = new StringWriter();

  private int tell(Exception fault) {
    return Trouble.tell(fault, new PrintWriter(err, true));
  }

  @Test
  void aFullDiskIsOneLineHoweverDeepItLies() {
    IOException full = new IOException("No space left on device");

    for (Exception fault :
        List.of(
            full,
            new UncheckedIOException("the mandates could not be written", full),
            new LogUnavailable("not recorded, the disk failed", full),
            new IllegalStateException("a line could not be worked on", full),
            new IOException("File too large"))) {
      err.getBuffer().setLength(0);
      assertThat(tell(fault)).as(fault.toString()).isEqualTo(Exit.BAD_INPUT);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .contains("the disk is full", "free space and run it again", "is kept");
    }
  }

  @Test
  void aPlaceThatCannotBeReadOrWrittenIsOneLine() {
    for (Exception fault :
        List.of(
            new NoSuchFileException("nowhere"),
            new FileNotFoundException("nowhere (Is a directory)"),
            new LogUnavailable("the log is closed: open it again", null))) {
      err.getBuffer().setLength(0);
      assertThat(tell(fault)).isEqualTo(Exit.BAD_INPUT);
      assertThat(err.toString().lines()).hasSize(1);
    }
  }

  @Test
  void aDamagedLogIsFoundWrongAndAFaultOfOursIsShownWhole() {
    assertThat(tell(new LogDamaged("the log was edited"))).isEqualTo(Exit.WRONG);
    assertThat(err.toString().strip()).isEqualTo("the log was edited");

    assertThat(tell(new IllegalStateException("never"))).isEqualTo(Exit.FAULT);
    assertThat(err.toString()).contains("A fault of ours").contains("\tat ");
  }
}
