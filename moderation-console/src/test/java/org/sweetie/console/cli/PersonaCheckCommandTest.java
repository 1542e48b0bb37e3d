package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.console.app.PersonaFiles;

class PersonaCheckCommandTest {
  private static final String PROFILE =
      """
      name: Maria
      nickname: maria10
      age: 10
      language: en
      timezone: Asia/Manila
      profile: "Maria, 10 years old."
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int check() {
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      return Sweetie.run("persona", "check", folder.toString());
    } finally {
      System.setOut(before);
    }
  }

  private void persona(String profile, String rule) throws IOException {
    Files.writeString(folder.resolve("persona.yaml"), profile);
    Files.writeString(
        folder.resolve("talk.top"), "topic: ~keywordless keep repeat ()\n" + rule + "\n");
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("A2, B2: the shipped persona is proved with the mask that runs")
  void theShippedPersonaIsProved() throws IOException {
    for (var file : PersonaFiles.shipped().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }

    assertThat(check()).as(output()).isEqualTo(Exit.DONE);
    assertThat(output()).contains("B2  proved").contains("B7  at run time only");
  }

  @Test
  void aViolationIsPrintedWithRuleFileLineAndOutputAndEndsWithOne() throws IOException {
    persona(PROFILE, "u: ECHO ( my name is _* ) hello '_0 , im 10.\nu: () im 10.");

    assertThat(check()).isEqualTo(Exit.WRONG);
    assertThat(output())
        .contains("B6 talk.top:2 ~keywordless.ECHO  \"Hello \u2039_0\u203a, im 10.\"")
        .contains("B6  1 violation");
  }

  @Test
  @DisplayName("B5: a profile that does not say the age is a violation")
  void aProfileThatBreaksARuleIsAViolation() throws IOException {
    persona(PROFILE.replace("maria10", "maria"), "u: () im 10.");

    assertThat(check()).isEqualTo(Exit.WRONG);
    assertThat(output()).startsWith("B5 persona.yaml:1").contains("nickname");
  }

  @Test
  void whatCannotBeReadEndsWithTwo() throws IOException {
    persona(PROFILE, "u: ( im 10.");

    assertThat(check()).isEqualTo(Exit.BAD_INPUT);
    Files.delete(folder.resolve("persona.yaml"));
    assertThat(check()).isEqualTo(Exit.BAD_INPUT);
  }
}
