package org.sweetie.training.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.message.Utterance;
import org.sweetie.training.corpus.CorpusException;
import org.sweetie.training.corpus.LabelledConversation;

class Pan12ReaderTest {
  private final List<BadLine> bad = new ArrayList<>();

  @TempDir Path folder;

  private static Path fixture(String part) {
    return ChatExportsTest.fixture("pan12").resolve(part);
  }

  private List<LabelledConversation> read(Path folder) {
    List<LabelledConversation> all = new ArrayList<>();
    try (Pan12Reader reader = Pan12Reader.open(folder, bad::add)) {
      for (var c = reader.next(); c.isPresent(); c = reader.next()) {
        all.add(c.get());
      }
      assertThat(reader.skipped()).isEqualTo(bad.size());
    }
    return all;
  }

  @Test
  void aConversationIsPositiveWhereAListedAuthorWroteInIt() {
    List<LabelledConversation> all = read(fixture("train"));

    assertThat(all).extracting(c -> c.conversation().id()).containsExactly("c1", "c2");
    assertThat(all).extracting(c -> c.labels().offender()).containsExactly(null, "p1");
    assertThat(all.get(0).conversation().messages())
        .containsExactly(
            new Utterance(1, "u1", null, "hi, good game & thanks"),
            new Utterance(2, "u2", null, "same time on sunday?"));
    assertThat(all.get(1).conversation().messages()).extracting(Utterance::text).endsWith("");
    assertThat(bad).isEmpty();
  }

  @Test
  void theTestCorpusHasItsPredatorsInProblem1AndItsLinesInProblem2() {
    try (Pan12Reader reader = Pan12Reader.open(fixture("test"), bad::add)) {
      assertThat(reader.predators()).containsExactlyInAnyOrder("p9", "p8");
      assertThat(reader.isDistinctive("t1", 1)).isTrue();
      assertThat(reader.isDistinctive("t1", 3)).isFalse();
      assertThat(reader.next().orElseThrow().labels().offender()).isEqualTo("p9");
      assertThat(reader.next()).isEmpty();
    }
    assertThat(bad).extracting(BadLine::toString).anyMatch(b -> b.contains("problem2.txt:2: "));
    assertThat(bad).extracting(BadLine::toString).anyMatch(b -> b.contains("2012-05-17.xml:5: "));
  }

  @Test
  void aDiffFileIsNoLabelAndTheRemedyIsNamed() {
    assertThatThrownBy(() -> read(fixture("only-diff")))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("diff is no label")
        .hasMessageContaining("predators")
        .hasMessageContaining("problem1");
  }

  @Test
  void twoCorporaInOneFolderAreNotMixed() {
    assertThatThrownBy(() -> read(ChatExportsTest.fixture("pan12")))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("3 files")
        .hasMessageContaining("training corpus or that of the test corpus");
  }

  @Test
  void xmlThatBreaksOffKeepsWhatStoodBefore() throws IOException {
    Path xml =
        fixture("train")
            .resolve("pan12-sexual-predator-identification-training-corpus-2012-05-01.xml");
    String whole = Files.readString(xml);
    Files.writeString(folder.resolve("corpus.xml"), whole.substring(0, whole.indexOf("keep this")));
    Files.writeString(folder.resolve("predators.txt"), "p1\n");

    assertThat(read(folder)).extracting(c -> c.conversation().id()).containsExactly("c1");
    assertThat(bad).hasSize(1);
  }

  @Test
  void entitiesFromOutsideAreNeverFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.key"), "not to be read");
    Files.writeString(
        folder.resolve("corpus.xml"),
        "<!DOCTYPE c [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><conversations><conversation id=\"c\"><message line=\"1\"><author>a</author>"
            + "<text>&x;</text></message></conversation></conversations>");
    Files.writeString(folder.resolve("predators.txt"), "p1\n");

    assertThat(read(folder).toString()).doesNotContain("not to be read");
  }

  @Test
  void manyConversationsAreReadOneByOne() throws IOException {
    StringBuilder xml = new StringBuilder("<conversations>");
    for (int i = 0; i < 20_000; i++) {
      xml.append("<conversation id=\"c").append(i);
      xml.append("\"><message line=\"1\"><author>a</author><text>hi</text></message>");
      xml.append("</conversation>");
    }
    Files.writeString(folder.resolve("corpus.xml"), xml + "</conversations>");
    Files.writeString(folder.resolve("predators.txt"), "p1\n");

    try (Pan12Reader reader = Pan12Reader.open(folder, bad::add)) {
      reader.next();
      assertThat(reader.share()).as("of the file after one conversation").isLessThan(.1);
      long rest =
          java.util.stream.Stream.generate(reader::next)
              .takeWhile(java.util.Optional::isPresent)
              .count();
      assertThat(rest).isEqualTo(19_999);
    }
  }
}
