package org.sweetie.engine.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as the exact bytes it is kept in.
 *
 * <p>UTF-8 wherever that is lossless. A string with lone surrogates has no UTF-8 form (RFC 3629,
 * section 3), so it is kept as UTF-16BE instead: what goes on record must come back unit for unit.
 *
 * @param encoding {@code utf-8} or {@code utf-16be}
 */
public record TextBytes(byte[] bytes, String encoding) {
  public TextBytes {
    if (!encoding.equals("utf-8") && !encoding.equals("utf-16be")) {
      throw new IllegalArgumentException(
          "text encoding '" + encoding + "': expected utf-8 or utf-16be");
    }
    bytes = bytes.clone();
  }

  /** The bytes of {@code text}, from which {@link #text()} gives the same UTF-16 units again. */
  public static TextBytes of(String text) {
    try {
      ByteBuffer utf8 =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      return new TextBytes(Arrays.copyOf(utf8.array(), utf8.limit()), "utf-8");
    } catch (CharacterCodingException loneSurrogate) {
      return new TextBytes(utf16(text), "utf-16be");
    }
  }

  private static byte[] utf16(String text) {
    ByteBuffer units = ByteBuffer.allocate(2 * text.length());
    units.asCharBuffer().put(text);
    return units.array();
  }

  /** The text again, unit for unit. */
  public String text() {
    if (encoding.equals("utf-8")) {
      return new String(bytes, Charset.forName(encoding));
    }
    return ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextBytes that
        && encoding.equals(that.encoding)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + encoding.hashCode();
  }
}
