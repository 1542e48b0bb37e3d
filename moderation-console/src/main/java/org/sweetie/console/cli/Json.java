package org.sweetie.console.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the commands write it: one object a line, scores with four decimals, lone surrogates
 * escaped.
 */
final class Json {
  static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int DECIMALS = 4;

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static BigDecimal score(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Writes a line of JSON in UTF-8. UTF-8 has no form for a lone surrogate, so one is written as
   * its JSON escape.
   */
  static void writeLine(OutputStream out, JsonNode node) throws IOException {
    out.write(escapeLoneSurrogates(node.toString()).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  static String escapeLoneSurrogates(String json) {
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean lone = Character.isSurrogate(c) && !isPaired(json, i);
      if (lone && escaped == null) {
        escaped = new StringBuilder(json.length() + 16).append(json, 0, i);
      }
      if (escaped != null) {
        escaped.append(lone ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return escaped == null ? json : escaped.toString();
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
