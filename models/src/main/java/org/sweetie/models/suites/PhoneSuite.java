package org.sweetie.models.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sweetie.engine.signal.Extractor;
import org.sweetie.engine.signal.IdentifierType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The arrays of libphonenumber's matcher test: texts that hold no valid number, and texts that do
 * at the leniency the array is named after.
 */
final class PhoneSuite {
  private static final List<String> WITHOUT = List.of("IMPOSSIBLE_CASES", "POSSIBLE_ONLY_CASES");

  private final Extractor extractor;

  PhoneSuite(Extractor extractor) {
    this.extractor = extractor;
  }

  Suite matcher(Path file) throws IOException {
    Suite suite = new Suite("libphonenumber matcher");
    JsonNode arrays = JsonMapper.shared().readTree(Files.readString(file));
    for (Map.Entry<String, JsonNode> array : arrays.properties()) {
      boolean holdsOne = !WITHOUT.contains(array.getKey());
      for (JsonNode one : array.getValue()) {
        String text = one.get("text").asString();
        boolean isFound =
            extractor.extract(text, one.get("region").asString()).stream()
                .anyMatch(span -> span.type() == IdentifierType.PHONE);
        suite.check(array.getKey() + " " + text, holdsOne, isFound);
      }
    }
    return suite;
  }
}
