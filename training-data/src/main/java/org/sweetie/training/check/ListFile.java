package org.sweetie.training.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lint's own lists: one entry a line, {@code #} starts a comment line. */
final class ListFile {
  private static final String ROOT = "/org/sweetie/training/check/";

  private ListFile() {}

  static List<String> read(String name) {
    try (InputStream in = ListFile.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException(
            ROOT + name + " is missing: build training-data with its resources");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
