package org.sweetie.training.check;

import java.util.function.Consumer;

/** CONDUCT A6: every conversation that ships as data says on its own line that it is synthetic. */
final class SyntheticMark implements Check {
  @Override
  public void check(SourceText text, Consumer<Finding> found) {
    if (!text.name().endsWith(".jsonl") || !text.isIn("src/main/resources")) {
      return;
    }
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (line.contains("\"messages\"") && !line.matches(".*\"synthetic\"\\s*:\\s*true.*")) {
        found.accept(
            new Finding(
                "A6",
                text.path(),
                i + 1,
                "a conversation without \"synthetic\":true: add the key"));
      }
    }
  }
}
