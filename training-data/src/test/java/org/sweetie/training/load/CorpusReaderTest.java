package org.sweetie.training.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.message.Conversation;
import org.sweetie.engine.message.Utterance;
import org.sweetie.engine.signal.Indicator;
import org.sweetie.training.corpus.ConversationLabels;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;

class CorpusReaderTest {
  private static final String GOOD =
      "{\"id\":\"a\",\"more\":1,\"labels\":{\"positive\":false,\"register\":\"games\",\"plot\":\"p\"},"
          + "\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"hi\"}]}";

  @TempDir Path folder;
  private final List<BadLine> bad = new ArrayList<>();

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("c.jsonl"), String.join("\n", lines));
  }

  private List<LabelledConversation> readAll(Path file) {
    List<LabelledConversation> read = new ArrayList<>();
    try (CorpusReader reader = CorpusReader.open(file, bad::add)) {
      for (Optional<LabelledConversation> c = reader.next(); c.isPresent(); c = reader.next()) {
        read.add(c.get());
      }
      assertThat(reader.skipped()).isEqualTo(bad.size());
    }
    return read;
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Random random = new Random(20260105);
    List<LabelledConversation> written = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      written.add(conversation(random, i));
    }

    long count = CorpusWriter.writeConversations(folder.resolve("w.jsonl"), written.stream());

    assertThat(count).isEqualTo(200);
    assertThat(readAll(folder.resolve("w.jsonl"))).isEqualTo(written);
    assertThat(bad).isEmpty();
  }

  private static LabelledConversation conversation(Random random, int index) {
    List<Utterance> messages = new ArrayList<>();
    List<Set<Indicator>> acts = new ArrayList<>();
    messages.add(new Utterance(1, "A", null, "<explicit> \"\\ \u2028 \ud83d\ude00\n"));
    acts.add(EnumSet.of(Indicator.SECRECY, Indicator.values()[random.nextInt(19)]));
    for (int n = 2; n < random.nextInt(12); n++) {
      messages.add(
          new Utterance(
              n,
              random.nextBoolean() ? "A" : "B",
              java.time.Instant.ofEpochSecond(random.nextInt()),
              "t" + random.nextInt()));
      acts.add(Set.of());
    }
    boolean positive = random.nextBoolean();
    return new LabelledConversation(
        new Conversation("c" + index, random.nextBoolean() ? "sr-Latn" : null, messages),
        new ConversationLabels(positive, positive ? "A" : null, "games", "p", "f"),
        acts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "null",
        "[]",
        "17",
        "{\"id\":\"a\"}",
        "{\"id\":7,\"labels\":{\"positive\":false,\"register\":\"g\",\"plot\":\"p\"},\"messages\":[]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":\"no\",\"register\":\"g\",\"plot\":\"p\"},\"messages\":[]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":true,\"register\":\"g\",\"plot\":\"p\"},\"messages\":[]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":true,\"offender\":\"Z\",\"register\":\"g\",\"plot\":\"p\"},\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"hi\"}]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":false,\"register\":\"g\",\"plot\":\"p\"},\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"hi\",\"acts\":[\"shouting\"]}]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":false,\"register\":\"g\",\"plot\":\"p\"},\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"hi\",\"time\":\"noon\"}]}",
        "{\"id\":\"a\",\"labels\":{\"positive\":false,\"register\":\"g\",\"plot\":\"p\"},\"messages\":[{\"n\":1.5,\"author\":\"A\",\"text\":\"hi\"}]}"
      })
  void aBadLineIsReportedWithItsPlaceAndSkipped(String line) throws IOException {
    Path file = file(GOOD, "", line, GOOD);

    assertThat(readAll(file)).hasSize(2);
    assertThat(bad).hasSize(1);
    assertThat(bad.get(0).toString()).startsWith(file + ":3: ");
  }

  @Test
  void bytesThatAreNoUtf8SpoilTheirOwnLineAlone() throws IOException {
    Path file = folder.resolve("b.jsonl");
    byte[] good = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all =
        Stream.of(good, new byte[] {(byte) 0xff, 'x', '\n'}, good)
            .collect(
                java.io.ByteArrayOutputStream::new,
                java.io.ByteArrayOutputStream::writeBytes,
                (a, b) -> a.writeBytes(b.toByteArray()))
            .toByteArray();
    Files.write(file, all);

    assertThat(readAll(file)).hasSize(2);
    assertThat(bad).extracting(BadLine::line).containsExactly(2L);
  }

  @Test
  void aLineThatIsTooLongIsSkippedWithoutBeingHeld() throws IOException {
    Path file = file(GOOD, "x".repeat(5_000), GOOD);

    try (CorpusReader reader = CorpusReader.open(file, bad::add, 1_000)) {
      assertThat(reader.next()).isPresent();
      assertThat(reader.next()).isPresent();
      assertThat(reader.next()).isEmpty();
    }
    assertThat(bad).extracting(BadLine::line).containsExactly(2L);
  }

  @Test
  void randomDamageNeverStopsTheReaderOrGoesUncounted() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(32, 256);
      }
      Path file = folder.resolve("d.jsonl");
      Files.write(file, damaged);
      bad.clear();

      assertThat(readAll(file).size() + bad.size()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> CorpusReader.open(folder.resolve("none.jsonl"), bad::add))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("none.jsonl");
  }
}
