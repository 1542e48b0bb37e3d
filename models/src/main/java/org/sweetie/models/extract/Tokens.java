package org.sweetie.models.extract;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words and numbers of a text: runs of letters, with apostrophes inside, and runs of digits.
 */
final class Tokens {
  private final String text;
  private int[] bounds = new int[64];
  private int size;

  Tokens(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); ) {
      int end = endOf(text, i);
      if (end == i) {
        i++;
      } else {
        add(i, end);
        i = end;
      }
    }
  }

  private static int endOf(String text, int start) {
    int end = start;
    if (Chars.isDigit(text.charAt(start))) {
      while (end < text.length() && Chars.isDigit(text.charAt(end))) {
        end++;
      }
      return end;
    }
    while (end < text.length() && isLetter(text, start, end)) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(String text, int start, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '\u2019') {
      return at > start && at + 1 < text.length() && isPlainLetter(text.charAt(at + 1));
    }
    return isPlainLetter(c);
  }

  private static boolean isPlainLetter(char c) {
    return Chars.isWord(c) && !Chars.isDigit(c);
  }

  int size() {
    return size;
  }

  int start(int token) {
    return bounds[2 * token];
  }

  int end(int token) {
    return bounds[2 * token + 1];
  }

  boolean isNumber(int token) {
    return Chars.isDigit(text.charAt(start(token)));
  }

  /** A token in lower case; empty outside the text and for endless tokens, which name nothing. */
  String lower(int token) {
    if (token < 0 || token >= size || end(token) - start(token) > 40) {
      return "";
    }
    return text.substring(start(token), end(token)).toLowerCase(Locale.ROOT);
  }

  /** The first token that ends after a place; {@link #size} where there is none. */
  int indexAfter(int place) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
