package org.sweetie.engine.script;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts numbers and text behind one another; {@link ImageIn} reads them in the same order. */
final class ImageOut {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

  void number(int number) {
    bytes.write(number >>> 24);
    bytes.write(number >>> 16);
    bytes.write(number >>> 8);
    bytes.write(number);
  }

  void numbers(int[] numbers) {
    number(numbers.length);
    ByteBuffer block = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    block.asIntBuffer().put(numbers);
    bytes.writeBytes(block.array());
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
