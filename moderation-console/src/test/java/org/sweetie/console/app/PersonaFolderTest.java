package org.sweetie.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sweetie.engine.persona.Persona;

class PersonaFolderTest {
  private static final String PROFILE =
      """
      name: Maria
      nickname: maria_10
      age: 10
      language: en
      timezone: Asia/Manila
      profile: 10 years old, grade 5
      """;

  @TempDir Path folder;
  private PersonaFolder watched;

  @BeforeEach
  void aPersonaIsThere() throws IOException {
    Files.writeString(folder.resolve("persona.yaml"), PROFILE);
    write("hello, im 10");
    watched = new PersonaFolder(folder, Persona.hashOf(PersonaFiles.of(folder)));
  }

  private void write(String reply) throws IOException {
    Files.writeString(
        folder.resolve("talk.top"), "topic: ~keywordless keep repeat ()\nu: () " + reply + "\n");
  }

  @Test
  void nothingIsFoundWhileNothingChanges() {
    assertThat(watched.look().changed()).isEmpty();
    assertThat(watched.look().problem()).isNull();
  }

  @Test
  void anEditIsFoundOnce() throws IOException {
    write("hi, im 10");

    assertThat(watched.look().changed()).isPresent();
    assertThat(watched.look().changed()).isEmpty();
  }

  @Test
  void aBrokenEditIsRefusedWithItsPlaceOnceAndTheNextGoodOneIsTaken() throws IOException {
    write("[hi, im 10");

    PersonaFolder.Look broken = watched.look();
    assertThat(broken.changed()).isEmpty();
    assertThat(broken.problem()).contains("talk.top:2:");
    assertThat(watched.look().problem()).isNull();

    write("hey, im 10");
    assertThat(watched.look().changed()).isPresent();
  }

  @Test
  @DisplayName(
      "B2: an edit that compiles and breaks conduct is refused, the persona before it stays")
  void anEditThatBreaksConductIsRefused() throws IOException {
    write("im 10. <explicit>");

    PersonaFolder.Look look = watched.look();

    assertThat(look.changed()).isEmpty();
    assertThat(look.problem()).contains("B2").contains("talk.top:2");
  }

  @Test
  void aProfileThatBreaksItsRulesIsRefused() throws IOException {
    Files.writeString(folder.resolve("persona.yaml"), PROFILE.replace("age: 10", "age: 30"));

    assertThat(watched.look().problem()).contains("age is 30");
  }
}
