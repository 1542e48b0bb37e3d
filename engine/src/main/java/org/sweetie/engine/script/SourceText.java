package org.sweetie.engine.script;

import java.util.Arrays;

/** The text of one source and where its lines begin. */
final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;
  private final int firstLine;
  private final int firstColumn;

  SourceText(ScriptSource source) {
    this(source.text(), new Place(source.file(), 1, 1));
  }

  /**
   * @param begin where the text stands in a source, when it is a piece of one
   */
  SourceText(String text, Place begin) {
    this.file = begin.file();
    this.text = text;
    this.firstLine = begin.line();
    this.firstColumn = begin.column();
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
    int column = offset - lineStarts[line] + (line == 0 ? firstColumn : 1);
    return new Place(file, line + firstLine, column);
  }
}
