package org.sweetie.bridge.channel;

import java.util.Locale;
import java.util.Optional;

/**
 * Recognises media written as text: data URIs (RFC 2397) and long runs of base64 (RFC 4648) or
 * hexadecimal digits. Linear in the length of the text.
 */
final class EncodedMedia {
  /**
   * Shortest unbroken run that is taken for encoded bytes; people do not write words of this
   * length.
   */
  static final int LONGEST_WORD = 400;

  /** Share of letter case changes and digits that tells encoded bytes from one key held down. */
  private static final int DISTINCT = 12;

  private EncodedMedia() {}

  /** The declared type of the media in a text, or what it looks like; empty for plain text. */
  static Optional<String> in(String text) {
    Optional<String> declared = dataUri(text);
    return declared.isPresent() ? declared : longRun(text);
  }

  private static Optional<String> dataUri(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("data:");
    while (at >= 0) {
      int comma = lower.indexOf(',', at);
      int end = comma < 0 ? -1 : lower.substring(at, Math.min(comma, at + 200)).indexOf(";base64");
      if (end >= 0) {
        String type = lower.substring(at + "data:".length(), at + end);
        return Optional.of(type.isBlank() ? "text/plain" : type);
      }
      at = lower.indexOf("data:", at + 1);
    }
    return Optional.empty();
  }

  private static Optional<String> longRun(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isCode(text.charAt(i));
      if (!inside) {
        if (i - start >= LONGEST_WORD && isVaried(text, start, i)) {
          return Optional.of("application/octet-stream");
        }
        start = i + 1;
      }
    }
    return Optional.empty();
  }

  /** Line breaks inside a run do not end it: encoders wrap their lines. */
  private static boolean isCode(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '-'
        || c == '_'
        || c == '='
        || c == '\n'
        || c == '\r';
  }

  private static boolean isVaried(String text, int start, int end) {
    boolean digit = false;
    java.util.BitSet seen = new java.util.BitSet();
    for (int i = start; i < end; i++) {
      seen.set(text.charAt(i));
      digit |= Character.isDigit(text.charAt(i));
    }
    return digit && seen.cardinality() >= DISTINCT;
  }
}
