package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one source: skips space and comments, keeps the samples, knows every place. */
final class Cursor {
  private final SourceText source;
  private final String text;
  private final List<RawSample> samples = new ArrayList<>();
  private int at;
  private int sampledUpTo = -1;

  Cursor(SourceText source) {
    // A byte order mark is no part of the script.
    this(source, source.text().startsWith("\uFEFF") ? 1 : 0);
  }

  Cursor(SourceText source, int at) {
    this.source = source;
    this.text = source.text();
    this.at = at;
  }

  /** A {@code #!} comment waiting for its rule. */
  record RawSample(int line, String input, String flags) {}

  int offset() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  void advance(int count) {
    at += count;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The character here, or NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    int index = at + ahead;
    return index < text.length() && index >= 0 ? text.charAt(index) : '\0';
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** The text between two places, as far as there is any. */
  String slice(int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }

  Place place() {
    return place(at);
  }

  Place place(int offset) {
    return source.place(offset);
  }

  /** Samples since the last call. */
  List<RawSample> takeSamples() {
    List<RawSample> taken = List.copyOf(samples);
    samples.clear();
    return taken;
  }

  void skipSpace() {
    while (!atEnd()) {
      if (Character.isWhitespace(peek()) || peek() == '\u00A0') {
        at++;
      } else if (startsWith("##<<")) {
        skipBlockComment();
      } else if (isComment()) {
        skipLineComment();
      } else {
        return;
      }
    }
  }

  /** {@code #NAME} is a constant of ChatScript's; every other hash begins a comment. */
  private boolean isComment() {
    return peek() == '#' && !(peek(1) >= 'A' && peek(1) <= 'Z');
  }

  private void skipBlockComment() {
    int end = text.indexOf("##>>", at);
    at = end < 0 ? text.length() : end + 4;
  }

  private void skipLineComment() {
    int end = text.indexOf('\n', at);
    int stop = end < 0 ? text.length() : end;
    // A parser that looks ahead comes by here twice.
    if (startsWith("#!") && at > sampledUpTo) {
      sampledUpTo = at;
      keepSample(text.substring(at + 2, stop));
    }
    at = stop;
  }

  /**
   * {@code #!x} is a remark about samples. As in ChatScript whatever else is glued to {@code #!} is
   * flags for the verifier, and the sample ends where another comment begins.
   */
  private void keepSample(String comment) {
    if (comment.startsWith("x") || comment.startsWith("X")) {
      return;
    }
    int flagsEnd = 0;
    while (flagsEnd < comment.length() && !Character.isWhitespace(comment.charAt(flagsEnd))) {
      flagsEnd++;
    }
    int remark = comment.indexOf("# ", flagsEnd);
    String input = comment.substring(flagsEnd, remark < 0 ? comment.length() : remark).strip();
    // A parser that looks ahead and comes back passes a sample twice.
    int line = place().line();
    boolean known = samples.stream().anyMatch(sample -> sample.line() == line);
    if (!input.isEmpty() && !known) {
      String flags = comment.substring(0, flagsEnd).toUpperCase(Locale.ROOT).replace("!", "");
      samples.add(new RawSample(line, input, flags));
    }
  }

  /** Reads up to white space or one of the given characters; a backslash protects the next one. */
  String word(String stops) {
    int start = at;
    while (!atEnd() && !Character.isWhitespace(peek()) && stops.indexOf(peek()) < 0) {
      at += peek() == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    return text.substring(start, at);
  }
}
