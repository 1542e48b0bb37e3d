package org.sweetie.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The script of the persona that comes with the program. */
class ShippedScriptTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/sweetie/engine/persona/althea");

  private static List<ScriptSource> sources() throws IOException {
    List<String> files;
    try (Stream<Path> found = Files.list(FOLDER)) {
      files = found.map(file -> String.valueOf(file.getFileName())).toList();
    }
    List<ScriptSource> sources = new ArrayList<>();
    for (String file : ScriptOrder.order(files, Map.of())) {
      sources.add(new ScriptSource(file, Files.readString(FOLDER.resolve(file))));
    }
    return sources;
  }

  @Test
  void givesTheCheckNothingToSay() throws IOException {
    assertThat(ScriptCompiler.check(sources()).problems()).isEmpty();
  }

  @Test
  void answersEverySampleByTheRuleBelowIt() throws IOException {
    assertThat(ScriptCompiler.compile(sources()).script().verify())
        .isNotEmpty()
        .allMatch(SampleVerdict::passed);
  }
}
