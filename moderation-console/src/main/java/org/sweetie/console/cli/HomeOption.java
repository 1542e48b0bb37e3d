package org.sweetie.console.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sweetie.evidence.log.Home;
import picocli.CommandLine.Option;

/** The folder that holds all state. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "the folder that holds all state (default ~/.sweetie)")
  @Nullable Path folder;

  Path path() {
    Path given = folder;
    return given != null ? given : Path.of(System.getProperty("user.home"), ".sweetie");
  }

  /** The home that is there, whatever it is for. */
  Home existing() {
    return Home.open(path());
  }
}
