package org.sweetie.evidence.log;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form of RFC 8785: keys sorted by UTF-16 unit, no white space, numbers as
 * ECMAScript writes them, UTF-8.
 *
 * <p>It goes further than the RFC in two places where the RFC gives up: a lone surrogate is escaped
 * ({@code \\udxxx}), for what is on record must come back unit for unit; an integer that no double
 * holds is written whole.
 */
final class CanonicalJson {
  private static final int MAX_DIGITS = 17;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  static String text(JsonNode node) {
    CanonicalJson json = new CanonicalJson();
    json.write(node);
    return json.out.toString();
  }

  private void write(JsonNode node) {
    if (node.isObject()) {
      object(node);
    } else if (node.isArray()) {
      array(node);
    } else if (node.isIntegralNumber()) {
      out.append(node.bigIntegerValue());
    } else if (node.isNumber()) {
      out.append(number(node.doubleValue()));
    } else if (node.isString()) {
      string(node.stringValue());
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else if (node.isNull()) {
      out.append("null");
    } else {
      throw new IllegalArgumentException(node.getNodeType() + ": JSON has no such value");
    }
  }

  private void object(JsonNode node) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    node.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
    char before = '{';
    for (Map.Entry<String, JsonNode> each : sorted.entrySet()) {
      out.append(before);
      string(each.getKey());
      out.append(':');
      write(each.getValue());
      before = ',';
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void array(JsonNode node) {
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(node.get(i));
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    int named = "\b\t\n\f\r\"\\".indexOf(c);
    if (named >= 0) {
      out.append('\\').append("btnfr\"\\".charAt(named));
    } else if (c < ' ' || Character.isSurrogate(c)) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  /** A double as ECMAScript's Number::toString writes it (ECMA-262, 6.1.6.1.20). */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(value + ": JSON has no such number");
    }
    if (value == 0) {
      return "0";
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value));
    return sign
        + layout(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
  }

  /** The fewest digits that read as the same double, and of those the nearest. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downReads = down.doubleValue() == value;
      boolean upReads = up.doubleValue() == value;
      if (downReads || upReads) {
        boolean nearer = exact.subtract(down).compareTo(up.subtract(exact)) <= 0;
        return (downReads && (nearer || !upReads) ? down : up).stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** Digits d with the decimal point behind the first {@code point} of them. */
  private static String layout(String d, int point) {
    int k = d.length();
    if (k <= point && point <= 21) {
      return d + "0".repeat(point - k);
    }
    if (0 < point && point <= 21) {
      return d.substring(0, point) + "." + d.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + d;
    }
    String exponent = "e" + (point - 1 < 0 ? "-" : "+") + Math.abs(point - 1);
    return d.charAt(0) + (k > 1 ? "." + d.substring(1) : "") + exponent;
  }
}
