package org.sweetie.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON (RFC 8259): a key said twice, or anything behind the value, is a fault. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static JsonNode object(byte[] bytes, String what) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node == null || !node.isObject()) {
        throw new Fault(what + " is not a JSON object");
      }
      return node;
    } catch (JacksonException malformed) {
      throw new Fault(what + " is not JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  static String text(JsonNode node, String field, String what) {
    JsonNode value = node.get(field);
    if (value == null || !value.isString()) {
      throw new Fault(what + " has no text '" + field + "'");
    }
    return value.stringValue();
  }

  static byte[] bytes(JsonNode node, String field, String what) {
    return Base64Strict.decode(text(node, field, what), "'" + field + "' of " + what);
  }

  static long number(JsonNode node, String field, String what) {
    JsonNode value = node.get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new Fault(what + " has no whole number '" + field + "'");
    }
    return value.longValue();
  }

  static boolean flag(JsonNode node, String field, String what) {
    JsonNode value = node.get(field);
    if (value == null || !value.isBoolean()) {
      throw new Fault(what + " has no '" + field + "' that is true or false");
    }
    return value.booleanValue();
  }

  static List<JsonNode> list(JsonNode node, String field, String what) {
    JsonNode value = node.get(field);
    if (value == null || !value.isArray()) {
      throw new Fault(what + " has no list '" + field + "'");
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  static List<String> texts(JsonNode node, String field, String what) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(node, field, what)) {
      if (!item.isString()) {
        throw new Fault("the list '" + field + "' of " + what + " holds something that is no text");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }
}
