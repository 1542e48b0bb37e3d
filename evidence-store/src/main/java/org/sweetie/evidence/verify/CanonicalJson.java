package org.sweetie.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * JSON with one form for each value (RFC 8785), for objects, lists, texts, whole numbers and truth
 * values. Where that RFC gives up, at a lone surrogate, it is escaped ({@code \\udxxx}), as the log
 * does it.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * The bytes of a value, UTF-8.
   *
   * @throws IllegalArgumentException for a fraction or a number beyond 2^53, which this form leaves
   *     out
   */
  public static byte[] of(JsonNode value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode value, StringBuilder out) {
    if (value.isObject()) {
      object(value, out);
    } else if (value.isArray()) {
      out.append('[');
      for (int i = 0; i < value.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(value.get(i), out);
      }
      out.append(']');
    } else if (value.isString()) {
      string(value.stringValue(), out);
    } else if (value.isBoolean() || value.isNull()) {
      out.append(value.asString().isEmpty() ? "null" : value.asString());
    } else {
      number(value, out);
    }
  }

  private static void object(JsonNode value, StringBuilder out) {
    // A tree set of strings sorts by UTF-16 units, as RFC 8785 asks.
    Iterator<String> names = new TreeSet<>(value.propertyNames()).iterator();
    out.append('{');
    while (names.hasNext()) {
      String name = names.next();
      string(name, out);
      out.append(':');
      write(java.util.Objects.requireNonNull(value.get(name)), out);
      out.append(names.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static void number(JsonNode value, StringBuilder out) {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || Math.abs(value.longValue()) > 1L << 53) {
      throw new IllegalArgumentException(
          "number " + value + ": expected a whole number up to 2^53 in canonical JSON");
    }
    out.append(value.longValue());
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i = pair(text, i, out);
      } else {
        character(c, out);
      }
    }
    out.append('"');
  }

  private static int pair(String text, int at, StringBuilder out) {
    boolean whole =
        at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    if (whole) {
      out.append(text, at, at + 2);
      return at + 1;
    }
    out.append(escaped(text.charAt(at)));
    return at;
  }

  private static void character(char c, StringBuilder out) {
    int common = "\b\t\n\f\r\"\\".indexOf(c);
    if (common >= 0) {
      out.append('\\').append("btnfr\"\\".charAt(common));
    } else if (c < 0x20) {
      out.append(escaped(c));
    } else {
      out.append(c);
    }
  }

  private static String escaped(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
