package org.sweetie.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.evidence.LogUnavailable;
import org.sweetie.evidence.disk.FramedFile;

class LogReaderTest extends StoredLogContract {
  @TempDir Path folder;
  private Home home;
  private DiskLog writer;
  private LogReader reader;

  @BeforeEach
  void open() {
    home = Home.openOrCreate(folder.resolve("home"), Home.Purpose.LIVE);
    writer = DiskLog.open(home, LogOptions.standard());
    reader = LogReader.open(home);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  @Override
  EvidenceLog writing() {
    return writer;
  }

  @Override
  EvidenceLog reading() {
    return reader;
  }

  @Test
  void aReaderRecordsNothing() {
    assertThatThrownBy(() -> reader.append(Entries.message(1, "a")))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("reading only");
  }

  @Test
  void aReaderShowsTheCheckpointTheWriterSigned() {
    writer.append(Entries.message(1, "a"));

    SignedCheckpoint signed = writer.checkpoint();

    assertThat(reader.checkpoint().note()).isEqualTo(signed.note());
    assertThat(reader.root(1)).isEqualTo(signed.root());
    assertThat(reader.inclusion(0, 1).toJson()).isEqualTo(writer.inclusion(0, 1).toJson());
  }

  @Test
  void aReaderPassesOverWhatItsWriterErased() {
    writer.append(Entries.message(1, "a"));
    assertThat(reader.conversation(Entries.CONVERSATION)).hasSize(1);

    writer.erase(Entries.CONVERSATION);
    writer.append(Entries.message(2, "b"));

    assertThat(all(0)).hasSize(1);
    assertThat(reader.conversation(Entries.CONVERSATION)).hasSize(1);
    assertThat(reader.leafKey(0)).isEmpty();
    assertThat(reader.leafKey(1)).isPresent();
  }

  @Test
  void aReaderOfWhatTheWriterTookBackSaysSo() throws IOException {
    writer.append(Entries.message(1, "a"));
    assertThat(reader.size()).isEqualTo(1);
    byte[] records = Files.readAllBytes(home.records());

    Files.write(home.records(), Arrays.copyOf(records, FramedFile.PREAMBLE));

    assertThatThrownBy(() -> reader.size())
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("open it again");
    Files.write(home.records(), records);
  }

  @Test
  void aHomeWithoutALogHasNothingToRead() {
    Home empty = Home.openOrCreate(folder.resolve("empty"), Home.Purpose.DEMO);

    assertThatThrownBy(() -> LogReader.open(empty))
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("no log yet");
  }
}
