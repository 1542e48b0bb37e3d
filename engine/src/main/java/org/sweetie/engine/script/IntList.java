package org.sweetie.engine.script;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A list of numbers that grows. */
final class IntList {
  private int[] values = new int[4];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(values[i]);
    }
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
