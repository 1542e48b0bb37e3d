package org.sweetie.evidence.verify;

import java.util.Base64;

/** Base64 (RFC 4648, section 4) with one spelling for each value: padded, no stray bits. */
final class Base64Strict {
  private Base64Strict() {}

  static byte[] decode(String text, String what) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
        throw new Fault(what + " is not in the one canonical base64 form");
      }
      return bytes;
    } catch (IllegalArgumentException malformed) {
      throw new Fault(what + " is not base64: " + malformed.getMessage(), malformed);
    }
  }
}
