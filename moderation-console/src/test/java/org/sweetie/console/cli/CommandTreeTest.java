package org.sweetie.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandTreeTest {
  /** Every command that does something, with the names above it. */
  static Stream<String> commands() {
    return leaves("", Sweetie.commands());
  }

  private static Stream<String> leaves(String path, CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      return Stream.of(path.strip());
    }
    return command.getSubcommands().entrySet().stream()
        .flatMap(sub -> leaves(path + " " + sub.getKey(), sub.getValue()));
  }

  /** Whoever adds a command adds its line, once the command does what it says. */
  @Test
  void theProgramHasTheseCommandsAndNoOther() {
    assertThat(commands())
        .containsExactlyInAnyOrder(
            "analyze",
            "extract",
            "evaluate",
            "train",
            "chat",
            "script check",
            "script verify",
            "script compile",
            "script stories",
            "script coverage",
            "script talk",
            "evidence append",
            "evidence verify",
            "evidence proof",
            "demo",
            "case open",
            "case list",
            "approve",
            "trust",
            "export",
            "verify",
            "replay",
            "library import",
            "library search",
            "library ask",
            "serve",
            "persona check",
            "persona why",
            "bench dialogue",
            "bench extract",
            "bench pipeline");
  }
}
