package org.sweetie.engine.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ImageOut} wrote; running over the end is a {@link RuntimeException}. */
final class ImageIn {
  private final ByteBuffer bytes;

  ImageIn(byte[] bytes, int from, int to) {
    this.bytes = ByteBuffer.wrap(bytes, from, to - from);
  }

  int number() {
    return bytes.getInt();
  }

  int[] numbers() {
    int[] numbers = new int[count(Integer.BYTES)];
    bytes.asIntBuffer().get(numbers);
    bytes.position(bytes.position() + numbers.length * Integer.BYTES);
    return numbers;
  }

  String text() {
    int length = count(1);
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  /** A count of things of a size, which must all be there. */
  private int count(int size) {
    int count = bytes.getInt();
    if (count < 0 || (long) count * size > bytes.remaining()) {
      throw new IndexOutOfBoundsException(
          count + " parts announced, " + bytes.remaining() + " bytes left");
    }
    return count;
  }
}
