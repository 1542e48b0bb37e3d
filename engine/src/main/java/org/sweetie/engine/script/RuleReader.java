package org.sweetie.engine.script;

import org.sweetie.engine.script.PatternElement.Group;

/**
 * Reads the bodies of rules from their source again. A script of tens of thousands of rules keeps
 * their text alone; in a conversation few of them ever come up.
 */
final class RuleReader {
  private final SourceText source;
  private final Compiling compiled;

  /**
   * @param compiled what the script was compiled to; every name of the source is known there
   */
  RuleReader(SourceText source, Compiling compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  SourceText source() {
    return source;
  }

  /**
   * The body that stands at an offset.
   *
   * @param topic the name of the rule's topic
   */
  RuleBody read(String topic, int offset) {
    Cursor cursor = new Cursor(source, offset);
    OutputParser output = new OutputParser(cursor, compiled);
    output.enter(topic);
    return read(cursor, output);
  }

  /** A rule's pattern, or else its output, as it is written, without comments. */
  String text(int offset, boolean pattern) {
    Cursor cursor = new Cursor(source, offset);
    OutputParser output = new OutputParser(cursor, compiled);
    if (cursor.peek() == '(') {
      output.patterns().parse();
    }
    int between = cursor.offset();
    if (!pattern) {
      output.parseRule();
    }
    return withoutComments(pattern ? offset : between, pattern ? between : cursor.offset());
  }

  private String withoutComments(int from, int to) {
    StringBuilder text = new StringBuilder();
    Cursor cursor = new Cursor(source, from);
    while (cursor.offset() < to) {
      int before = cursor.offset();
      boolean blank = Character.isWhitespace(cursor.peek()) || before == from;
      if (blank) {
        cursor.skipSpace();
      }
      if (cursor.offset() > before) {
        text.append(' ');
      } else {
        text.append(cursor.peek());
        cursor.advance(1);
      }
    }
    return text.toString().strip();
  }

  /** The body at which a cursor stands. */
  static RuleBody read(Cursor cursor, OutputParser output) {
    Group pattern = cursor.peek() == '(' ? output.patterns().parse() : null;
    return new RuleBody(pattern, output.parseRule());
  }
}
