package org.sweetie.evidence.handover;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON files as a package holds them: the same bytes on every machine. */
final class JsonFiles {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY =
      MAPPER
          .writer()
          .with(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonFiles() {}

  /** Indented, UTF-8, a line feed at the end. */
  static byte[] pretty(JsonNode node) {
    return (PRETTY.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** One line without its end. */
  static String line(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }
}
