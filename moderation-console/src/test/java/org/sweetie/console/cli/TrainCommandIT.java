package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.training.compose.WriteCorpus;
import tools.jackson.databind.JsonNode;

/** Training from the packaged program, on a corpus cut down to seconds. */
class TrainCommandIT {
  private static final int CONVERSATIONS = 60;
  private static final int LINES = 60;

  @TempDir Path folder;

  @Test
  void theSameSeedAndCorpusGiveTheSameFiles() throws Exception {
    Path corpus = corpus();

    Program.Ended first = train(corpus, "one");
    Program.Ended second = train(corpus, "two");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out().lines()).hasSize(1);
    JsonNode files = Json.MAPPER.readTree(first.out()).path("files");
    assertThat(files.findValuesAsString("file"))
        .contains("card.json", "messages.onnx", "risk.onnx");
    assertThat(files.findValuesAsString("sha256")).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(Json.MAPPER.readTree(second.out()).path("files")).isEqualTo(files);
    assertThat(first.err()).contains("epoch ");
  }

  @Test
  void withoutItsLibrariesItSaysWhereTheyAreFrom() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path out = folder.resolve("out");

    Program.Ended ended =
        Program.run("", "train", "--maven-repo", empty.toString(), "--out", out.toString());

    assertThat(ended.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains(empty.toString(), "ND4J", "mvn package");
    assertThat(out).doesNotExist();
  }

  @Test
  void aCorpusThatCannotBeReadIsAFaultAndWhatWasMadeBeforeIsKept() throws Exception {
    Path corpus = corpus();
    Files.writeString(corpus.resolve("train.jsonl"), "{");
    Path kept = Files.createDirectory(folder.resolve("one")).resolve("card.json");
    Files.writeString(kept, "before");

    Program.Ended ended = train(corpus, "one");

    assertThat(ended.exit()).isEqualTo(Exit.FAULT);
    assertThat(ended.err()).contains("train.jsonl");
    assertThat(kept).hasContent("before");
  }

  private Program.Ended train(Path corpus, String out) throws Exception {
    return Program.run(
        "", "train", "--corpus", corpus.toString(), "--out", folder.resolve(out).toString());
  }

  private Path corpus() throws IOException {
    Path corpus = folder.resolve("corpus");
    WriteCorpus.write(
        corpus, 1, CONVERSATIONS, new PrintStream(OutputStream.nullOutputStream(), false));
    Path lines = corpus.resolve("lines-train.jsonl");
    List<String> few;
    try (Stream<String> all = Files.lines(lines)) {
      few = all.limit(LINES).toList();
    }
    Files.write(lines, few);
    return corpus;
  }
}
