package org.sweetie.training.load;

import java.nio.file.Path;

/**
 * A line of a corpus that could not be read and was skipped.
 *
 * @param line from 1
 * @param problem what was given, what was expected, what to do
 */
public record BadLine(Path file, long line, String problem) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + problem;
  }
}
