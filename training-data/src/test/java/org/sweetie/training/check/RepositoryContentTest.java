package org.sweetie.training.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepositoryContentTest {

  @Test
  @DisplayName("Every text file of the repository keeps to A1, A3, A4, A6 and A8")
  void everyTextFileOfTheRepositoryKeepsToTheRules() {
    Path root = Path.of(System.getProperty("lint.root", "..")).toAbsolutePath().normalize();
    assertThat(Files.isRegularFile(root.resolve("pom.xml")))
        .as("the repository's root: %s", root)
        .isTrue();

    ContentLint.Report report = new ContentLint(WordList.terms()).read(root);

    assertThat(report.files()).isGreaterThan(100);
    assertThat(report.findings())
        .as(
            () ->
                report.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")))
        .isEmpty();
  }
}
