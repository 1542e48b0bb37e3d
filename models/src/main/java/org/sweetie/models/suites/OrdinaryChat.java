package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of ordinary chats: the schema-guided dialogues (Rastogi et al. 2020; {@code *.json}) and
 * IRC logs as in the disentanglement corpus (Kummerfeld et al. 2019; {@code *.raw.txt}).
 */
final class OrdinaryChat {
  private OrdinaryChat() {}

  /** Every message below a folder, in order of file name. */
  static List<String> messages(Path folder) throws IOException {
    List<String> messages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().endsWith(".json")) {
          dialogues(file, messages);
        } else if (file.toString().endsWith(".raw.txt")) {
          irc(file, messages);
        }
      }
    }
    return messages;
  }

  private static void dialogues(Path file, List<String> messages) throws IOException {
    for (JsonNode dialogue : JsonMapper.shared().readTree(Files.readString(file))) {
      for (JsonNode turn : dialogue.get("turns")) {
        messages.add(turn.get("utterance").asString());
      }
    }
  }

  private static void irc(Path file, List<String> messages) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int name = line.indexOf("] <");
      int end = line.indexOf("> ", Math.max(0, name));
      if (line.startsWith("[") && name > 0 && end > 0) {
        messages.add(line.substring(end + 2));
      }
    }
  }
}
