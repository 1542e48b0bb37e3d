package org.sweetie.training.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sweetie.engine.message.Utterance;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;

class ChatExportsTest {
  @TempDir Path folder;
  private final List<BadLine> bad = new ArrayList<>();

  static Path fixture(String name) {
    URL url = Objects.requireNonNull(ChatExportsTest.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<LabelledConversation> read(Path file) {
    List<LabelledConversation> all = new ArrayList<>();
    try (ConversationSource source = ChatExports.open(file, bad::add)) {
      for (var c = source.next(); c.isPresent(); c = source.next()) {
        all.add(c.get());
      }
      assertThat(source.skipped()).isEqualTo(bad.size());
      assertThat(source.share()).isGreaterThan(.99);
    }
    return all;
  }

  private List<List<String>> said(Path file) {
    return read(file).stream()
        .map(c -> c.conversation().messages().stream().map(ChatExportsTest::line).toList())
        .toList();
  }

  private static String line(Utterance m) {
    return m.n() + " " + m.time() + " " + m.author() + ": " + m.text();
  }

  @Test
  void whatsAppOnAndroidHasMessagesOfManyLinesAndADayThatProvesTheOrder() {
    assertThat(said(fixture("whatsapp-android.txt")))
        .containsExactly(
            List.of(
                "1 2026-01-05T16:02:00Z Ana: hello\nsecond line: with a colon\n\nthird line",
                "2 2026-01-05T16:04:00Z Ben B.: see you"),
            List.of("1 2026-01-13T09:00:00Z Ana: another day"));
    assertThat(bad).isEmpty();
  }

  @Test
  void whatsAppOnAniPhoneHasBracketsMarksAndHalvesOfTheDay() {
    assertThat(said(fixture("whatsapp-ios.txt")))
        .containsExactly(
            List.of("1 2026-01-05T16:02:11Z Ana: hello"),
            List.of("1 2026-01-14T00:05:00Z Ben: after midnight"));
    assertThat(bad).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "05.01.26, 16:02 - Ana: a | 2026-01-05T16:02:00Z",
        "2026. 01. 05. 16:02 - Ana: a | 2026-01-05T16:02:00Z",
        "2026. 01. 05. du. 4:02 - Ana: a | 2026-01-05T16:02:00Z",
        "5.01.26 г., 16:02 ч. - Ana: a | 2026-01-05T16:02:00Z",
        "05. 01. 2026. 16:02 - Ana: a | 2026-01-05T16:02:00Z",
        "5.1.2026, 4:02 MD - Ana: a | 2026-01-05T16:02:00Z",
        "5/1/26, 12:02 am - Ana: a | 2026-01-05T00:02:00Z",
        "2026-01-05, 4:02 p.m. - Ana: a | 2026-01-05T16:02:00Z",
        "[5.1.2026 klo 16.02.11] Ana: a | 2026-01-05T16:02:11Z",
        "[05/01/2026, 16:02:11] Ana: a | 2026-01-05T16:02:11Z",
        "31/02/2026, 16:02 - Ana: a | null",
      })
  void datesOfManyLocalesAreUnderstood(String line, String time) throws IOException {
    Path file = Files.writeString(folder.resolve("chat.txt"), line + "\n");

    assertThat(said(file)).containsExactly(List.of("1 " + time + " Ana: a"));
  }

  @Test
  void irssiKeepsTheDayInLinesOfItsOwn() {
    assertThat(said(fixture("irssi.log")))
        .containsExactly(
            List.of(
                "1 2026-01-05T23:58:00Z ana: hello all",
                "2 2026-01-05T23:59:00Z ben: hi",
                "3 2026-01-06T00:01:00Z ana: waves",
                "4 2026-01-06T00:02:00Z cy_: good night: see you"));
    assertThat(bad).extracting(BadLine::line).containsExactly(8L);
  }

  @Test
  void weeChatHasTabs() {
    assertThat(said(fixture("weechat.log")))
        .containsExactly(
            List.of("1 2026-01-05T16:02:12Z ana: hello all", "2 2026-01-05T16:02:20Z ben: waves"));
    assertThat(bad).isEmpty();
  }

  @Test
  void zncHasTheDayInTheFilesNameAndGoesOnPastMidnight() {
    assertThat(said(fixture("games_20260105.log")))
        .containsExactly(
            List.of(
                "1 2026-01-05T23:58:11Z ana: hello all",
                "2 2026-01-05T23:59:30Z ben: hi",
                "3 2026-01-06T00:00:10Z ben: waves"));
    assertThat(bad).isEmpty();
  }

  @Test
  void discordAsText() {
    assertThat(said(fixture("discord.txt")))
        .containsExactly(
            List.of("1 2026-01-05T16:02:00Z ana: hello all\na second line"),
            List.of(
                "1 2026-01-14T16:03:00Z ben: look at this", "2 2026-01-14T16:04:00Z ana: nice"));
    assertThat(bad).isEmpty();
  }

  @Test
  void discordAsJson() {
    assertThat(said(fixture("discord.json")))
        .containsExactly(
            List.of("1 2026-01-05T16:02:00Z 7: hello all", "2 2026-01-05T16:03:00Z 8: hi"),
            List.of("1 2026-01-07T16:04:00Z 8: two days later"));
    assertThat(bad).extracting(BadLine::line).containsExactly(8L);
  }

  @Test
  void jsonThatBreaksOffKeepsWhatStoodBefore() throws IOException {
    String whole = Files.readString(fixture("discord.json"));
    Path file = folder.resolve("broken.json");
    Files.writeString(file, whole.substring(0, whole.indexOf("\"id\": \"5\"")));

    assertThat(said(file)).hasSize(1);
    assertThat(bad).hasSize(2);
  }

  @Test
  void nobodyIsLabelledInAnExport() {
    assertThat(read(fixture("weechat.log"))).noneMatch(c -> c.labels().positive());
  }

  @Test
  void aFileOfNoKnownKindIsRefusedWithWhatWasExpected() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "one\ntwo\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("WhatsApp");
  }

  @Test
  void aLongLogIsCutSoThatNoConversationGrowsWithoutEnd() throws IOException {
    Path file = folder.resolve("long.log");
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < 1_201; i++) {
        out.write("[12:00:00] <ana> line " + i + "\n");
      }
    }

    assertThat(read(file))
        .extracting(c -> c.conversation().messages().size())
        .containsExactly(500, 500, 201);
  }

  @Test
  void bytesThatAreNoUtf8SpoilTheirOwnLineAlone() throws IOException {
    Path file = folder.resolve("b.log");
    Files.write(
        file, "[12:00:00] <ana> é\n[12:00:01] <ana> b\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(said(file)).containsExactly(List.of("1 null ana: b"));
    assertThat(bad).extracting(BadLine::line).containsExactly(1L);
  }
}
