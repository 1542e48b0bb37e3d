package org.sweetie.training.check;

import java.util.List;

/**
 * A text file of the repository.
 *
 * @param path below the root, with slashes
 */
record SourceText(String path, List<String> lines) {
  SourceText {
    lines = List.copyOf(lines);
  }

  boolean isIn(String folder) {
    return ("/" + path).contains("/" + folder + "/");
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
