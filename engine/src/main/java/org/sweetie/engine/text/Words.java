package org.sweetie.engine.text;

import java.util.Arrays;

/** The words of a text: runs of letters, marks and digits. */
final class Words {
  private final String text;
  private int[] bounds = new int[32];
  private int size;

  Words(String text) {
    this.text = text;
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean inside = isLetter(c) || Character.isDigit(c);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        add(start, i);
        start = -1;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      add(start, text.length());
    }
  }

  /** A letter, or a mark on one. */
  static boolean isLetter(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  int size() {
    return size;
  }

  int start(int word) {
    return bounds[2 * word];
  }

  int end(int word) {
    return bounds[2 * word + 1];
  }

  String text(int word) {
    return text.substring(start(word), end(word));
  }

  /** Whether a word is a single letter. */
  boolean isSingle(int word) {
    int start = start(word);
    return end(word) - start <= 2
        && end(word) == start + Character.charCount(text.codePointAt(start))
        && isLetter(text.codePointAt(start));
  }

  private void add(int start, int end) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[2 * size] = start;
    bounds[2 * size + 1] = end;
    size++;
  }
}
