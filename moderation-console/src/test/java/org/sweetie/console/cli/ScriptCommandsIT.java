package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for whoever writes a script. */
class ScriptCommandsIT {
  private static final Path PERSONA =
      Path.of("../engine/src/main/resources/org/sweetie/engine/persona/althea");

  @TempDir Path folder;

  private void script(String name, String... lines) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  @Test
  void checkWarnsOfWhatCompilesAndCannotBeMeant() throws Exception {
    script(
        "run.top",
        "topic: ~a keep repeat (run)",
        "u: () Yes.",
        "u: (run) Never.",
        "topic: ~b ()",
        "u: () Lost.");

    Program.Ended ended = Program.run("", "script", "check", folder.toString());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("run.top:3:1: warning: ").contains("never reached"),
            line -> assertThat(line).startsWith("run.top:4:8: warning: ").contains("~b is never"),
            line -> assertThat(line).isEqualTo("compiled: 3 rules in 2 topics"));
  }

  @Test
  void verifyPrintsALineForEachSampleAndCountsThem() throws Exception {
    script(
        "deep/run.top",
        "topic: ~a (run)",
        "#! I run",
        "u: FIRST (run) Yes indeed.",
        "#! I run away",
        "u: (run away) No.",
        "#! I crawl",
        "u: (run) No.");

    Program.Ended ended = Program.run("", "script", "verify", folder.toString());
    Program.Ended why = Program.run("", "script", "verify", "--why", folder.toString());

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out().lines())
        .containsExactly(
            "deep/run.top:2 PASS ~a.0.0 I run",
            "deep/run.top:4 BLOCKED ~a.1.0 I run away",
            "deep/run.top:6 FAIL ~a.2.0 I crawl",
            "1 passed, 2 failed");
    assertThat(ended.err()).isEmpty();
    assertThat(why.out()).isEqualTo(ended.out());
    assertThat(why.err()).contains("blocked by ~a.0.0").contains("the pattern does not match");
  }

  @Test
  void theCompiledFormAnswersAndVerifiesAsTheFolderDoes() throws Exception {
    script("run.top", "topic: ~a keep repeat (run)", "#! I run", "u: (run) Yes.");
    Path image = folder.resolve("run.compiled");

    Program.Ended compiled =
        Program.run("", "script", "compile", folder.toString(), "--out", image.toString());
    Program.Ended verified = Program.run("", "script", "verify", image.toString());
    Program.Ended talked = Program.run("i run\n", "chat", "--script", image.toString());
    Files.write(image, new byte[] {1, 2, 3});
    Program.Ended damaged = Program.run("", "script", "verify", image.toString());

    assertThat(compiled.exit()).as(compiled.err()).isZero();
    assertThat(verified.out()).isEqualTo("run.top:2 PASS ~a.0.0 I run\n1 passed, 0 failed\n");
    assertThat(talked.out()).isEqualTo("Yes.\n");
    assertThat(damaged.exit()).isEqualTo(2);
    assertThat(damaged.err()).contains("compile its sources again");
  }

  @Test
  void b13_aPersonaIsNotCompiledApartFromHerProfile() throws Exception {
    Path image = folder.resolve("persona.compiled");

    Program.Ended refused =
        Program.run("", "script", "compile", PERSONA.toString(), "--out", image.toString());

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("holds a persona");
    assertThat(image).doesNotExist();
  }

  @Test
  void verifyPassesWhereEverySampleDoes() throws Exception {
    script("run.top", "topic: ~a (run)", "#! I run", "u: (run) Yes.");

    Program.Ended ended = Program.run("", "script", "verify", folder.toString());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).endsWith("1 passed, 0 failed\n");
  }

  @Test
  void verifyFailsWhereThereIsNoSample() throws Exception {
    script("run.top", "topic: ~a (run)", "u: (run) Yes.");

    Program.Ended ended = Program.run("", "script", "verify", folder.toString());

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEqualTo("0 passed, 0 failed\n");
    assertThat(ended.err()).contains("no sample");
  }

  @Test
  void verifyOfAScriptThatDoesNotCompileSaysWhere() throws Exception {
    script("bad.top", "topic: ~a (run)", "u: (run ^nosuchfunction() ) Yes.");

    Program.Ended ended = Program.run("", "script", "verify", folder.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("bad.top:2:");
  }

  @Test
  void whySaysWhatWasTriedAndWhatTheGateSaid() throws Exception {
    Path in = folder.resolve("lines.txt");
    Files.writeString(in, "hi\ndo you have a dog\ntell me <explicit>\n");

    Program.Ended why =
        Program.run("", "persona", "why", PERSONA.toString(), "--user", "u", "--in", in.toString());
    Program.Ended chat =
        Program.run(
            "", "chat", "--script", PERSONA.toString(), "--user", "u", "--in", in.toString());

    assertThat(why.exit()).as(why.err()).isZero();
    assertThat(why.out())
        .contains("1 > hi", "heard    hi", "matches", "no match at", "passes B1", "B13");
    List<String> replies =
        why.out().lines().filter(l -> l.startsWith("  reply")).map(l -> l.substring(11)).toList();
    assertThat(replies)
        .containsExactlyElementsOf(
            chat.out().lines().map(l -> l.isEmpty() ? "(none)" : l).toList());
  }

  @Test
  void aBareScriptIsExplainedToo() throws Exception {
    script("run.top", "topic: ~a (run)", "u: (run _*1) You run '_0.", "u: (walk) No.");

    Program.Ended why = Program.run("I run fast\n", "persona", "why", folder.toString());

    assertThat(why.exit()).as(why.err()).isZero();
    assertThat(why.out()).contains("~a   keyword run", "_0=\"fast\"", "reply    You run fast.");
  }

  @Test
  void aRunawayScriptEndsItsTurnAndChatSaysSo() throws Exception {
    script("run.top", "topic: ~keywordless keep ()", "u: ME () ^reuse(ME)");

    Program.Ended chat = Program.run("hi\nho\n", "chat", "--script", folder.toString());

    assertThat(chat.exit()).isZero();
    assertThat(chat.out()).isEqualTo("\n\n");
    assertThat(chat.err())
        .contains("standard input:1: error: ")
        .contains("standard input:2: error: ");
  }

  @Test
  void storiesArePlayedAndWhatWentWrongIsSaid() throws Exception {
    script("run.top", "topic: ~a keep (run)", "u: GO (run) You run.");
    script("good.story", "story: Right", "> I run", "< ~a.GO");
    script("wrong.story", "story: Wrong", "> I run", "< You walk.");

    Program.Ended ended = Program.run("", "script", "stories", folder.toString());

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out().lines())
        .containsExactly(
            "good.story:1 PASS Right",
            "wrong.story:1 FAIL Wrong",
            "  wrong.story:2: to 'I run' 'You run.' came from ~a.0.0, expected You walk.",
            "1 passed, 1 failed");
  }

  @Test
  void coverageNamesTheRulesThatNeverCameOut() throws Exception {
    script(
        "run.top",
        "topic: ~a keep (run)",
        "#! I run",
        "u: (run) Yes.",
        "u: X (walk) No.",
        "u: (hop run) So.");
    script("in.txt", "a walk and a run", "", "walk");

    Program.Ended samples = Program.run("", "script", "coverage", folder.toString());
    Program.Ended more =
        Program.run(
            "",
            "script",
            "coverage",
            folder.toString(),
            "--in",
            folder.resolve("in.txt").toString());

    assertThat(samples.exit()).as(samples.err()).isZero();
    assertThat(samples.out()).contains("1 of     3   33.3%").contains("run.top:4 never ~a.1.0 X");
    assertThat(more.out()).contains("run.top:5 never ~a.2.0");
  }

  @Test
  void talkCountsWhatTheFallbackAnswersAndIsTheSameEachTime() throws Exception {
    Path talk = folder.resolve("talk.jsonl");
    Files.writeString(
        talk,
        """
        {"id":"t1","messages":[{"author":"A","text":"hello"},{"author":"B","text":"hm"},\
        {"author":"A","text":"do you have a dog"},{"author":"A","text":"can you send me a photo"}]}
        """);
    String[] command = {"script", "talk", PERSONA.toString(), "--in", talk.toString()};

    Program.Ended once = Program.run("", command);
    Program.Ended twice = Program.run("", command);

    assertThat(once.exit()).as(once.err()).isZero();
    assertThat(once.out())
        .startsWith("{\"conversations\":1,\"turns\":3,")
        .contains("\"refusal\":{\"turns\":1,\"share\":0.3333}", "\"repeatsWithin20\":0")
        .isEqualTo(twice.out());
    assertThat(once.err()).contains("1 conversations, 3 turns", "fallback");
  }

  @Test
  void talkSaysWhatThePersonaHasToDeclare() throws Exception {
    script("run.top", "topic: ~keywordless keep repeat ()", "u: () Im 10.");
    script(
        "persona.yaml",
        "name: Maria",
        "nickname: maria10",
        "age: 10",
        "language: en",
        "timezone: Asia/Manila",
        "profile: \"Maria, 10 years old.\"");

    Program.Ended ended = Program.run("", "script", "talk", folder.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("persona.yaml: no 'talk' in it; put fallback");
  }
}
