package org.sweetie.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sweetie.engine.persona.Persona;
import org.sweetie.engine.script.ScriptSource;
import org.sweetie.engine.script.Story;
import org.sweetie.engine.script.StoryParser;

/** The stories beside the persona that comes with the program, through the whole turn. */
class ShippedStoriesTest {
  private static final Path FOLDER =
      Path.of("../engine/src/main/resources/org/sweetie/engine/persona/althea");

  private static Stream<Story> stories(Map<String, String> files) {
    return files.entrySet().stream()
        .flatMap(
            file -> StoryParser.parse(new ScriptSource(file.getKey(), file.getValue())).stream());
  }

  @TestFactory
  Stream<DynamicTest> goAsTheyAreWritten() throws Exception {
    Persona persona = Personas.persona(PersonaFiles.of(FOLDER));
    Function<Story, Story.Player> players = StoryPlayers.of(persona);
    return stories(PersonaFiles.stories(FOLDER))
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.title(),
                    () ->
                        assertThat(story.play(persona.script(), players.apply(story))).isEmpty()));
  }

  @Test
  void thereAreAtLeastADozen() throws Exception {
    assertThat(stories(PersonaFiles.stories(FOLDER))).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void aNewStoryChangesNothingOfThePersona() throws Exception {
    assertThat(PersonaFiles.of(FOLDER).keySet()).noneMatch(file -> file.endsWith(".story"));
  }
}
