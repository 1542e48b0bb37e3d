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
    return utf8(PRETTY.writeValueAsString(node) + "\n");
  }

  /** A lone surrogate, which only a string can hold, has no UTF-8 form and is escaped. */
  private static byte[] utf8(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair = i + 1 < json.length() && Character.isSurrogatePair(c, json.charAt(i + 1));
      if (pair) {
        out.append(c).append(json.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One line without its end. */
  static String line(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }
}
