package org.sweetie.models.classify;

import java.util.List;
import org.sweetie.models.encode.SentenceEncoder;
import org.sweetie.models.rules.Rules;

/** What findings depend on, file by file. */
public final class Manifest {
  private static final List<String> FILES =
      List.of(
          MessageClassifier.FILE,
          RiskModel.FILE,
          RiskModel.CARD,
          "english.txt",
          "names.txt",
          "places.txt");

  private Manifest() {}

  /** Lines of a name and a SHA-256 in hex, in a fixed order, each ended by a newline. */
  public static String lines() {
    StringBuilder lines = new StringBuilder();
    lines.append("encoder ").append(SentenceEncoder.sha256()).append('\n');
    lines.append("rules ").append(Rules.sha256()).append('\n');
    for (String file : FILES) {
      lines.append(file).append(' ').append(Resources.sha256(file)).append('\n');
    }
    return lines.toString();
  }
}
