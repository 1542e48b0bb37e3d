package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingClassPathTest {
  private static final TrainingClassPath LISTED =
      TrainingClassPath.parse("REPOSITORY/a/1/a-1.jar;REPOSITORY/b/2/b-2.jar\n");

  @TempDir Path folder;

  private Path jar(String place) throws IOException {
    Path jar = folder.resolve(place);
    Files.createDirectories(jar.getParent());
    return Files.writeString(jar, "");
  }

  @Test
  void onlyWhatTheProgramLacksIsAddedFromTheRepository() throws IOException {
    Path b = jar("b/2/b-2.jar");

    assertThat(LISTED.besides(Set.of("a-1.jar"), folder)).containsExactly(b);
  }

  @Test
  void aLibraryPackedInAnotherVersionIsAddedInItsOwn() throws IOException {
    Path a = jar("a/1/a-1.jar");
    Path b = jar("b/2/b-2.jar");

    assertThat(LISTED.besides(Set.of("a-2.jar"), folder)).containsExactly(a, b);
  }

  @Test
  void missingJarsAreCountedAndTheFirstIsNamedWithWhatToDo() throws IOException {
    jar("a/1/a-1.jar");

    assertThatThrownBy(() -> LISTED.besides(Set.of(), folder))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll("--maven-repo " + folder, "1 jar", "b/2/b-2.jar", "mvn package");
  }

  @Test
  void anEntryOutsideTheRepositoryIsRefused() {
    assertThatThrownBy(() -> TrainingClassPath.parse("REPOSITORY/a.jar;/tmp/b.jar"))
        .hasMessageContaining("/tmp/b.jar");
  }

  @Test
  void theLibrariesInsideTheProgramAreKnownByName() throws IOException {
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("BOOT-INF/lib/a-1.jar"));
      out.putNextEntry(new ZipEntry("BOOT-INF/classes/b.txt"));
    }

    assertThat(TrainingClassPath.packed(jar)).containsExactly("a-1.jar");
    assertThat(TrainingClassPath.program(jar.toString())).isEqualTo(jar);
  }

  @Test
  void aClassPathOfManyPlacesIsNotThePackagedProgram() {
    for (String startedWith : List.of("", "target/classes", "a.jar:b.jar", "missing.jar")) {
      assertThatThrownBy(() -> TrainingClassPath.program(startedWith))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("mvn package");
    }
  }

  @Test
  void sumsAreRepeatableAndTheLibrariesComeWithTheProgram() {
    TrainingProcess process =
        new TrainingProcess(
            Path.of("/p/sweetie.jar"),
            List.of(Path.of("/r/a.jar"), Path.of("/r/b.jar")),
            folder,
            List.of("x"));

    assertThat(process.command())
        .contains("/p/sweetie.jar", "-Dloader.path=/r/a.jar,/r/b.jar")
        .endsWith("x");
    assertThat(process.threads()).isEqualTo("1");
  }

  @Test
  void tooFewConversationsAndAFolderThatIsNoCorpusAreBadInput() {
    assertThat(Sweetie.run("train", "--conversations", "3")).isEqualTo(Exit.BAD_INPUT);
    assertThat(Sweetie.run("train", "--corpus", folder.toString())).isEqualTo(Exit.BAD_INPUT);
  }
}
