package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {
  private static final String HARMLESS =
      "{\"id\":\"%s\",\"language\":\"en\",\"register\":\"games\",\"labels\":{\"positive\":false,"
          + "\"offender\":null},\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"good game\"},"
          + "{\"n\":2,\"author\":\"B\",\"text\":\"thanks, same time on sunday?\"}]}";
  private static final String MISSED =
      "{\"id\":\"p\",\"language\":\"ro\",\"labels\":{\"positive\":true,\"offender\":\"A\"},"
          + "\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"bună\",\"acts\":[\"secrecy\"]}]}";

  @TempDir Path folder;

  private int evaluate(Path in, Path out) {
    return Sweetie.run(
        "evaluate",
        "--in",
        in.toString(),
        "--out",
        out.toString(),
        "--resamples",
        "40",
        "--no-baselines");
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("set.jsonl"), String.join("\n", lines) + "\n");
  }

  @Test
  void everyFigureIsWrittenAndWhatHasNoMeaningIsNull() throws IOException {
    Path out = folder.resolve("out.json");

    int exit = evaluate(file(HARMLESS.formatted("a"), MISSED, HARMLESS.formatted("b")), out);

    JsonNode figures = Json.MAPPER.readTree(Files.readString(out));
    JsonNode whole = figures.at("/detectors/sweetie/whole");
    assertThat(exit).isEqualTo(Exit.DONE);
    assertThat(figures.path("conversations").asInt()).isEqualTo(3);
    assertThat(whole.path("falseNegatives").asInt()).isEqualTo(1);
    assertThat(whole.path("trueNegatives").asInt()).isEqualTo(2);
    assertThat(whole.path("precision").isNull()).isTrue();
    assertThat(whole.path("recall").asDouble()).isZero();
    assertThat(whole.path("erde5").asDouble()).isBetween(.333, .334);
    assertThat(figures.at("/languages/ro/conversations").asInt()).isEqualTo(1);
    assertThat(figures.at("/registers/games/conversations").asInt()).isEqualTo(2);
    assertThat(figures.at("/registers/unknown/conversations").asInt()).isEqualTo(1);
    assertThat(figures.at("/disguises/leet/conversations").asInt()).isEqualTo(3);
    assertThat(figures.at("/indicators/secrecy/labelled").asInt()).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path in = file(HARMLESS.formatted("a"), MISSED);

    evaluate(in, folder.resolve("one.json"));
    evaluate(in, folder.resolve("two.json"));

    assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
  }

  @Test
  void aBadLineIsSkippedAndOfNothingElseThereIsNothingToMeasure() throws IOException {
    Path out = folder.resolve("out.json");

    assertThat(evaluate(file("{", MISSED), out)).isEqualTo(Exit.BAD_INPUT);
    assertThat(out).exists();
    assertThat(evaluate(file("{"), folder.resolve("none.json"))).isEqualTo(Exit.BAD_INPUT);
    assertThat(folder.resolve("none.json")).doesNotExist();
  }

  @Test
  void somethingToMeasureOnIsAskedFor() {
    assertThat(Sweetie.run("evaluate")).isEqualTo(Exit.BAD_INPUT);
    assertThat(evaluate(folder.resolve("missing.jsonl"), folder.resolve("o")))
        .isEqualTo(Exit.BAD_INPUT);
  }

  @Test
  void theFilesOfPan2012AreReadAsTheyWereReleased() throws IOException {
    Files.writeString(
        folder.resolve("corpus.xml"),
        "<conversations><conversation id=\"c\"><message line=\"1\"><author>p</author>"
            + "<time>03:20</time><text>hello</text></message></conversation></conversations>");
    Files.writeString(folder.resolve("corpus-predators.txt"), "p\n");
    Path out = Files.createDirectory(folder.resolve("out")).resolve("out.json");

    int exit =
        Sweetie.run(
            "evaluate",
            "--pan12",
            folder.toString(),
            "--out",
            out.toString(),
            "--no-disguises",
            "--no-baselines");

    JsonNode figures = Json.MAPPER.readTree(Files.readString(out));
    assertThat(exit).isEqualTo(Exit.DONE);
    assertThat(figures.path("positives").asInt()).isEqualTo(1);
    assertThat(figures.has("disguises")).isFalse();
  }

  @Test
  void ofAnOrdinaryChatEveryAlarmIsFalse() throws IOException {
    Path chat = Files.writeString(folder.resolve("chat.log"), "[12:00:00] <ana> good game\n");
    Path out = folder.resolve("out.json");

    int exit =
        Sweetie.run(
            "evaluate", "--ordinary", chat.toString(), "--out", out.toString(), "--no-baselines");

    JsonNode figures = Json.MAPPER.readTree(Files.readString(out));
    assertThat(exit).isEqualTo(Exit.DONE);
    assertThat(figures.at("/detectors/sweetie/whole/falsePositiveRate").asDouble()).isZero();
  }

  @Test
  void thePageFetchesNothingRunsNothingAndShowsEveryTable() throws IOException {
    Path page = folder.resolve("page.html");

    Sweetie.run(
        "evaluate",
        "--in",
        file(HARMLESS.formatted("a"), MISSED).toString(),
        "--page",
        page.toString(),
        "--out",
        folder.resolve("out.json").toString(),
        "--no-baselines");

    String html = Files.readString(page);
    assertThat(html)
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .contains("By language", "In disguise", "Indicators, message by message", "<svg")
        .doesNotContain("<script", "style=", " th:", "src=\"", "href=");
  }
}
