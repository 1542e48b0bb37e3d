package org.sweetie.engine.script;

import java.util.Arrays;

/** The text of one source and where its lines begin. */
final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;

  SourceText(ScriptSource source) {
    this.file = source.file();
    this.text = source.text();
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  String text() {
    return text;
  }

  String file() {
    return file;
  }

  Place place(int offset) {
    int index = Arrays.binarySearch(lineStarts, offset);
    int line = index >= 0 ? index : -index - 2;
    return new Place(file, line + 1, offset - lineStarts[line] + 1);
  }
}
