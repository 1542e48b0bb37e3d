package org.sweetie.training.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sweetie.engine.message.Utterance;
import org.sweetie.training.compose.Acts;
import org.sweetie.training.compose.Composer;
import org.sweetie.training.corpus.LabelledConversation;
import org.sweetie.training.split.Split;

/** The blind set is the one that was recorded, and nothing that trains has seen it. */
class BlindSetTest {
  private static final Path FOLDER = Path.of("blind");
  private static final int LONG = 6;

  private static List<LabelledConversation> blind() {
    List<LabelledConversation> all = new ArrayList<>();
    List<BadLine> bad = new ArrayList<>();
    try (CorpusReader reader = CorpusReader.open(FOLDER.resolve("blind.jsonl"), bad::add)) {
      for (var c = reader.next(); c.isPresent(); c = reader.next()) {
        all.add(c.get());
      }
    }
    assertThat(bad).isEmpty();
    return all;
  }

  /** Hashes only: a failure must not print a text of the set. */
  private static Set<Integer> longMessages() {
    return blind().stream()
        .flatMap(c -> c.conversation().messages().stream())
        .map(m -> plain(m.text()))
        .filter(t -> t.split(" ").length >= LONG)
        .map(String::hashCode)
        .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}<>]+", " ").strip();
  }

  /** Of the given texts, those that stand in the set too: their author has to word them anew. */
  private static List<String> shared(Stream<String> texts) {
    Set<Integer> known = longMessages();
    return texts
        .map(BlindSetTest::plain)
        .filter(t -> t.split(" ").length >= LONG && known.contains(t.hashCode()))
        .distinct()
        .toList();
  }

  @Test
  void itIsTheFileThatWasRecorded() throws Exception {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve("blind.jsonl"));

    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

    assertThat(Files.readString(FOLDER.resolve("SHA256"))).isEqualTo(hash + "  blind.jsonl\n");
  }

  @Test
  void itHoldsEnoughOfBothKindsInEveryLanguage() {
    List<LabelledConversation> all = blind();

    assertThat(all).hasSizeGreaterThanOrEqualTo(100);
    assertThat(all.stream().filter(c -> c.labels().positive()).count()).isBetween(40L, 80L);
    assertThat(longMessages()).hasSizeGreaterThan(500);
    assertThat(
            all.stream()
                .map(c -> String.valueOf(c.conversation().language()).substring(0, 2))
                .collect(Collectors.toSet()))
        .contains("en", "ro", "bg", "hu", "sr", "hr", "bs", "sq", "ru", "uk");
  }

  @Test
  void noLineOfAnAuthoredFileStandsInIt() throws IOException {
    Set<String> lines = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/org/sweetie/training"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    }

    assertThat(lines).hasSizeGreaterThan(1_000);
    assertThat(shared(lines.stream())).isEmpty();
  }

  @Test
  void nothingTheComposerMakesStandsInIt() {
    Stream<String> talk =
        Composer.compose(1, 3_000)
            .flatMap(c -> c.conversation().messages().stream())
            .map(Utterance::text);
    Stream<String> lines =
        Arrays.stream(Split.values()).flatMap(s -> Acts.lines(1, 3, s)).map(l -> l.text());

    assertThat(shared(Stream.concat(talk, lines))).isEmpty();
  }

  @Test
  void nothingThatTrainsOrComposesNamesItsFolder() throws IOException {
    List<Path> trains =
        List.of(
            Path.of("src/main/java/org/sweetie/training/compose"),
            Path.of("../models/src/main/java/org/sweetie/models/train"),
            Path.of(
                "../moderation-console/src/main/java/org/sweetie/console/cli/TrainCommand.java"));
    for (Path place : trains) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).as("%s", file).doesNotContain("blind");
        }
      }
    }
  }
}
