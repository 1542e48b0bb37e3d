package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sweetie.engine.needs.Needs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands and their contract: exit codes, keys, order, and what bad input does. */
class CommandsIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path SAMPLE =
      Path.of("src", "main", "resources", "demo", "analyze-sample.jsonl");
  private static final Path PERSONA =
      Path.of(
          "..",
          "engine",
          "src",
          "main",
          "resources",
          "org",
          "sweetie",
          "engine",
          "persona",
          "althea");

  @TempDir Path folder;

  private static List<JsonNode> lines(String out) {
    return out.lines().map(JSON::readTree).toList();
  }

  @Test
  void analyzeFindsIndicatorsInTheSampleWithTheKeysOfTheContractTwiceTheSame() throws Exception {
    Program.Ended first = Program.run("", "analyze", "--in", SAMPLE.toString());
    Program.Ended second = Program.run(Files.readString(SAMPLE), "analyze");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(second.out()).isEqualTo(first.out());
    List<JsonNode> found = lines(first.out());
    assertThat(found).hasSize(10);
    assertThat(found)
        .anyMatch(f -> f.path("flagged").asBoolean())
        .anyMatch(f -> !f.path("flagged").asBoolean());
    for (JsonNode line : found) {
      assertThat(line.propertyNames())
          .contains(
              "id",
              "risk",
              "flagged",
              "flaggedAt",
              "suspect",
              "stage",
              "language",
              "model",
              "messages");
      assertThat(line.path("model").asString()).matches("sha256:[0-9a-f]{64}");
    }
    spansLieInTheOriginal(found);
  }

  private static void spansLieInTheOriginal(List<JsonNode> found) throws Exception {
    List<JsonNode> given = Files.readAllLines(SAMPLE).stream().map(JSON::readTree).toList();
    for (int c = 0; c < given.size(); c++) {
      for (int m = 0; m < given.get(c).path("messages").size(); m++) {
        String text = given.get(c).path("messages").get(m).path("text").asString();
        JsonNode message = found.get(c).path("messages").get(m);
        message
            .path("indicators")
            .forEach(i -> assertThat(i.path("end").asInt()).isLessThanOrEqualTo(text.length()));
        message
            .path("identifiers")
            .forEach(
                i ->
                    assertThat(text.substring(i.path("start").asInt(), i.path("end").asInt()))
                        .isEqualTo(i.path("text").asString()));
      }
    }
  }

  @Test
  void oneConversationGivesTheSameAloneAndAmongOthers() throws Exception {
    List<String> sample = Files.readAllLines(SAMPLE);
    String all = Program.run(Files.readString(SAMPLE), "analyze").out();

    String alone = Program.run(sample.get(3) + "\n", "analyze").out();

    assertThat(alone.strip()).isEqualTo(all.lines().toList().get(3));
  }

  @Test
  void badLinesAreNamedAndSkippedAndCostTheGoodOnesNothing() throws Exception {
    String good = "{\"id\":\"m1\",\"text\":\"write to ann@example.org\"}";
    Path in = folder.resolve("texts.jsonl");
    Files.writeString(
        in, good + "\n{not json\n[]\n{\"id\":\"m2\"}\n" + good.replace("m1", "m3") + "\n");

    Program.Ended ended = Program.run("", "extract", "--in", in.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(lines(ended.out()))
        .extracting(l -> l.path("id").asString())
        .containsExactly("m1", "m3");
    assertThat(ended.err())
        .contains(in + ":2:")
        .contains(in + ":3:")
        .contains(in + ":4:")
        .contains("3 lines were skipped");
    JsonNode span = lines(ended.out()).get(0).path("spans").get(0);
    assertThat(span.path("type").asString()).isEqualTo("email");
    assertThat(span.path("normalized").asString()).isEqualTo("ann@example.org");
  }

  @Test
  void bytesThatAreNotUtf8AreABadLine() throws Exception {
    Path in = folder.resolve("latin.jsonl");
    Files.write(
        in, "{\"id\":\"m1\",\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));

    Program.Ended ended = Program.run("", "extract", "--in", in.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains(in + ":1:");
  }

  @Test
  void aMegabyteControlCharactersAndLoneSurrogatesComeThrough() throws Exception {
    String million = "x ".repeat(500_000);
    String input =
        "{\"id\":\"big\",\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\""
            + million
            + "\"}]}\n"
            + "{\"id\":\"odd\",\"messages\":[{\"n\":1,\"author\":\"A\",\"text\":\"\\u0001\\u0002\\ud800\"},"
            + "{\"n\":2,\"author\":\"\\ud800\",\"text\":\"\"}]}\n"
            + "{\"id\":\"none\",\"messages\":[]}\n";

    Program.Ended ended = Program.run(input, "analyze");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(lines(ended.out()))
        .extracting(l -> l.path("id").asString())
        .containsExactly("big", "odd", "none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze --in nowhere.jsonl",
        "extract --region XX",
        "script check nowhere",
        "script verify nowhere",
        "evidence verify --home nowhere",
        "no-such-command",
        "chat",
        "export case-1 --home nowhere --to a.pem --out b.zip",
        "serve --port 99999",
        "serve --address nowhere.invalid",
        "serve --demo --address 0.0.0.0"
      })
  void badUsageEndsWithTwoAndSaysWhatToDo(String line) throws Exception {
    Program.Ended ended = Program.run("", line.split(" "));

    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
  }

  static Stream<String> commandsAndTheProgram() {
    return Stream.concat(Stream.of(""), CommandTreeTest.commands());
  }

  @ParameterizedTest
  @MethodSource("commandsAndTheProgram")
  void everyCommandExplainsItself(String line) throws Exception {
    List<String> args = new ArrayList<>(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    args.add("--help");

    Program.Ended ended = Program.run("", args.toArray(String[]::new));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Usage: sweetie" + (line.isEmpty() ? "" : " " + line));
  }

  @Test
  void aScriptWithErrorsIsToldWhereAndOneWithoutCompiles() throws Exception {
    Files.writeString(
        folder.resolve("bad.top"), "topic: ~x keep (x)\nu: ( hello ^nosuchfunction(1 ) hi\n");

    Program.Ended bad = Program.run("", "script", "check", folder.toString());
    Program.Ended good = Program.run("", "script", "check", PERSONA.toString());

    assertThat(bad.exit()).isEqualTo(1);
    assertThat(bad.out()).containsPattern("bad\\.top:2:\\d+");
    assertThat(good.exit()).as(good.out()).isZero();
  }

  @Test
  @DisplayName(
      "B3, B13: the persona states her age first; after <explicit> each line is answered by an empty one")
  void chat() throws Exception {
    String said = "hi\nwhat did you eat today?\ntell me <explicit>\nhello?\nare you there\n";

    Program.Ended first = Program.run(said, "chat", "--script", PERSONA.toString());
    Program.Ended again = Program.run(said, "chat", "--script", PERSONA.toString());

    List<String> replies = Arrays.asList(first.out().split("\n", -1));
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(replies).hasSize(6);
    assertThat(replies.get(0)).contains("10");
    assertThat(replies.get(1)).isNotBlank();
    assertThat(replies.subList(2, 6)).allMatch(String::isEmpty);
    assertThat(again.out()).isEqualTo(first.out());
  }

  @Test
  void recordsFromOutsideAreAppendedProvedAndVerifiedAndKindsOfAuthorityAreRefused()
      throws Exception {
    Path home = folder.resolve("home");
    String records =
        "{\"kind\":\"note\",\"a\":1}\n{\"kind\":\"ruling\"}\n{\"kind\":\"note\",\"a\":2}\nnot json\n";

    Program.Ended appended = Program.run(records, "evidence", "append", "--home", home.toString());
    Program.Ended verified = Program.run("", "evidence", "verify", "--home", home.toString());
    Program.Ended proof =
        Program.run("", "evidence", "proof", "--home", home.toString(), "--index", "1");

    assertThat(appended.exit()).isEqualTo(2);
    assertThat(lines(appended.out()))
        .extracting(l -> l.path("index").asInt())
        .containsExactly(0, 1);
    assertThat(lines(appended.out()).get(0).path("leaf").asString()).matches("[0-9a-f]{64}");
    assertThat(appended.err()).contains("standard input:2:").contains("standard input:4:");
    JsonNode state = JSON.readTree(verified.out());
    assertThat(state.path("size").asInt()).isEqualTo(2);
    assertThat(state.path("ok").asBoolean()).isTrue();
    assertThat(JSON.readTree(proof.out()).propertyNames())
        .contains("leafIdx", "treeSize", "root", "leafHash", "proof");
  }

  @Test
  @DisplayName(
      "C2: a case walks from the demo to a package that verifies and replays, and one approval is not enough")
  void theCaseWalks() throws Exception {
    Path home = folder.resolve("demo");
    JsonNode demo = JSON.readTree(ok(Program.run("", "demo", "--home", home.toString())).out());
    String caseId = demo.path("case").asString();
    String to = demo.path("recipient").asString();
    Path zip = folder.resolve("case.zip");
    List<String> export =
        new ArrayList<>(List.of("export", caseId, "--home", home.toString(), "--to", to));

    Program.Ended one =
        Program.run("", with(export, "--approval", approval(demo, 0), "--out", zip.toString()));
    assertThat(one.exit()).isEqualTo(2);
    assertThat(zip).doesNotExist();

    ok(
        Program.run(
            "",
            with(
                export,
                "--approval",
                approval(demo, 0),
                "--approval",
                approval(demo, 1),
                "--out",
                zip.toString())));
    String[] keys = {
      "--recipient-key",
      demo.path("recipientKey").asString(),
      "--trust",
      demo.path("trust").asString()
    };
    ok(Program.run("", with(List.of("verify", zip.toString()), keys)));
    ok(Program.run("", with(List.of("replay", zip.toString()), keys)));
    ok(Program.run("", "replay", "--home", home.toString()));
    String talk = demo.path("conversations").get(0).asString();
    ok(Program.run("", "replay", "--home", home.toString(), "--conversation", talk));
    aConversationNobodyKnowsIsNotReplayed(List.of("--home", home.toString()));
    aConversationNobodyKnowsIsNotReplayed(List.of(with(List.of(zip.toString()), keys)));
    oneChangedByteIsNamed(zip, keys);
    noTextLiesInTheClear(home);
  }

  private static void aConversationNobodyKnowsIsNotReplayed(List<String> from) throws Exception {
    Program.Ended ended =
        Program.run(
            "", with(List.of("replay", "--conversation", "nope"), from.toArray(String[]::new)));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--conversation nope");
    assertThat(ended.out()).isEmpty();
  }

  private static String approval(JsonNode demo, int index) {
    return demo.path("approvals").get(index).asString();
  }

  private static String[] with(List<String> args, String... more) {
    return Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static Program.Ended ok(Program.Ended ended) {
    assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    return ended;
  }

  private void oneChangedByteIsNamed(Path zip, String[] keys) throws Exception {
    byte[] bytes = Files.readAllBytes(zip);
    bytes[bytes.length / 2] ^= 1;
    Path changed = folder.resolve("changed.zip");
    Files.write(changed, bytes);
    for (Path wrong : List.of(changed, Files.writeString(folder.resolve("no.zip"), "no package"))) {
      Program.Ended ended = Program.run("", with(List.of("verify", wrong.toString()), keys));
      assertThat(ended.exit()).isEqualTo(1);
      assertThat(ended.out()).contains("FAULT");
    }
    assertThat(Program.run("", with(List.of("replay", changed.toString()), keys)).exit())
        .isEqualTo(1);
  }

  /** A2: the original bytes live only sealed. */
  private static void noTextLiesInTheClear(Path home) throws Exception {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(raw)
            .as(file.toString())
            .doesNotContain("quiet_meadow")
            .doesNotContain("tom.harbour");
      }
    }
  }

  @Test
  void theServingJarHoldsNothingOfTheTrainingLibraries() throws Exception {
    try (JarFile jar = new JarFile(Program.jar().toFile())) {
      List<String> training =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.matches(".*/(nd4j|deeplearning4j|javacpp|openblas)[^/]*\\.jar"))
              .toList();

      assertThat(training).isEmpty();
    }
  }

  @Test
  void tenLinesAreAnalyzedWithoutAWebServer() throws Exception {
    Path loaded = folder.resolve("classes.txt");

    long start = System.nanoTime();
    Program.Ended ended =
        Program.run(
            List.of("-Xlog:class+load:file=" + loaded), "", "analyze", "--in", SAMPLE.toString());
    long millis = (System.nanoTime() - start) / 1_000_000;

    assertThat(ended.exit()).as(ended.err()).isZero();
    System.out.println("analyze, ten lines, JVM included: " + millis + " ms");
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes).anyMatch(line -> line.contains("org.sweetie.console.cli.AnalyzeCommand"));
    assertThat(classes)
        .noneMatch(
            line ->
                line.matches(
                    ".*\\b(io\\.netty|reactor\\.netty|org\\.springframework\\.(context|web|boot\\.(?!loader)))\\..*"));
  }

  @Test
  void aNumberGivenTwiceIsABadLineAndALanguageThatIsNoneIsDetected() throws Exception {
    String message =
        "{\"n\":1,\"author\":\"A\",\"text\":\"did you finish the homework for tomorrow\"}";
    String twice = "{\"id\":\"twice\",\"messages\":[" + message + "," + message + "]}\n";
    String odd = "{\"id\":\"odd\",\"language\":\"xx\",\"messages\":[" + message + "]}\n";

    Program.Ended ended = Program.run(twice + odd, "analyze");
    Program.Ended plain = Program.run(odd.replace("\"language\":\"xx\",", ""), "analyze");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("standard input:1: message 2 has \"n\" 1 like one before it")
        .contains("conversation odd: language \"xx\"");
    assertThat(ended.out()).isEqualTo(plain.out());
    assertThat(lines(plain.out()).get(0).path("language").asString()).isEqualTo("en");
  }

  @Test
  void aPackageIsNotOpenedWithoutItsTwoKeysAndTheyAreNamed() throws Exception {
    for (String command : List.of("verify", "replay")) {
      Program.Ended ended = Program.run("", command, "case.zip");

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err().lines())
          .singleElement()
          .asString()
          .contains("--recipient-key and --trust are missing");
    }
  }

  @Test
  void whoeverLooksIntoALibraryMakesNone() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    for (String command : List.of("ask", "search")) {
      Program.Ended ended = Program.run("", "library", command, "--home", nowhere.toString());

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).contains(nowhere.toString(), "no sweetie home");
    }
    assertThat(nowhere).doesNotExist();
  }

  @Test
  @Needs(program = "bash", install = "apt-get install bash")
  void aFullDiskKeepsWhatWasAcknowledgedAndSaysFromWhereToGoOn() throws Exception {
    Path home = folder.resolve("home");
    Path in = folder.resolve("records.jsonl");
    String record = "{\"kind\":\"note\",\"text\":\"" + "x".repeat(2_000) + "\"}\n";
    Files.writeString(in, record.repeat(2_000));

    // No file may grow beyond 2 MB: to a program that is a disk without room.
    Program.Ended full =
        Program.shell("ulimit -f 2048", "evidence append --home " + home + " --in " + in);

    assertThat(full.exit()).as(full.err()).isEqualTo(2);
    assertThat(full.err()).doesNotContain("\tat ").doesNotContain("fault of ours");
    Matcher said =
        Pattern.compile(
                "(\\d+) records? of this run (?:is|are) durable; .*:(\\d+): the disk is full")
            .matcher(full.err());
    assertThat(said.find()).as(full.err()).isTrue();
    int durable = Integer.parseInt(said.group(1));
    assertThat(lines(full.out()).size()).isPositive().isLessThanOrEqualTo(durable);
    assertThat(Integer.parseInt(said.group(2))).isEqualTo(durable + 1);
    JsonNode kept =
        JSON.readTree(Program.run("", "evidence", "verify", "--home", home.toString()).out());
    assertThat(kept.path("size").asInt()).isEqualTo(durable);
    assertThat(kept.path("ok").asBoolean()).isTrue();

    Files.writeString(in, record.repeat(2_000 - durable));
    Program.Ended rest =
        ok(Program.run("", "evidence", "append", "--home", home.toString(), "--in", in.toString()));
    assertThat(lines(rest.out()).get(0).path("index").asInt()).isEqualTo(durable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze --in SAMPLE", "script check PERSONA"})
  @Needs(program = "bash", install = "apt-get install bash")
  void outputThatFindsNoRoomIsSaidInOneLine(String line) throws Exception {
    Program.Ended ended =
        Program.shell(
            "exec > /dev/full",
            line.replace("SAMPLE", SAMPLE.toString()).replace("PERSONA", PERSONA.toString()));

    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("the disk is full", "run it again");
  }

  @Test
  void aDemoKeepsToAHomeOfItsOwn() throws Exception {
    Path live = folder.resolve("live");
    ok(Program.run("{\"kind\":\"note\"}\n", "evidence", "append", "--home", live.toString()));

    Program.Ended ended = Program.run("", "demo", "--home", live.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("demo").doesNotContain("\tat ");
  }

  @Test
  void theLibraryIsImportedSearchedAndAsked() throws Exception {
    Path home = folder.resolve("library");
    Path items = Path.of("src", "main", "resources", "demo", "library.jsonl");

    ok(Program.run("", "library", "import", "--home", home.toString(), "--in", items.toString()));
    Program.Ended run =
        ok(
            Program.run(
                "q1\tonline grooming signs\nq2\tlinie de ajutor pentru copii\n",
                "library",
                "search",
                "--home",
                home.toString(),
                "--k",
                "5"));
    Program.Ended asked =
        ok(
            Program.run(
                "{\"id\":\"a\",\"question\":\"How do I preserve evidence from a chat?\"}\n",
                "library",
                "ask",
                "--home",
                home.toString()));

    assertThat(run.out().lines()).allMatch(l -> l.matches("q[12] Q0 \\S+ \\d+ -?\\d+\\.\\d+ \\S+"));
    assertThat(run.out()).contains("q1 Q0 lib-en-").contains("q2 Q0 lib-ro-");
    Map<String, String> texts = texts(items);
    JsonNode answer = JSON.readTree(asked.out());
    assertThat(answer.path("refused").asBoolean()).isFalse();
    assertThat(answer.path("citations").size()).isPositive();
    for (JsonNode citation : answer.path("citations")) {
      String text = texts.get(citation.path("item").asString());
      assertThat(text.substring(citation.path("start").asInt(), citation.path("end").asInt()))
          .isEqualTo(citation.path("quote").asString());
    }
  }

  private static Map<String, String> texts(Path items) throws Exception {
    Map<String, String> texts = new java.util.HashMap<>();
    for (String line : Files.readAllLines(items)) {
      JsonNode item = JSON.readTree(line);
      texts.put(item.path("id").asString(), item.path("text").asString());
    }
    return texts;
  }
}
