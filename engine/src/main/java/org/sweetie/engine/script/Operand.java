package org.sweetie.engine.script;

/** Something with a value when the rule runs. */
interface Operand {
  /** The value; empty when there is none. */
  String value(Conversation conversation);

  /** A word as it is written. */
  static Operand text(String text) {
    return new Literal(text);
  }

  /** A word as it is written. */
  record Literal(String text) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return text;
    }
  }

  /** A concept or topic on the right side of {@code ?}. */
  record Concept(int mark, String name) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return name;
    }
  }

  /** {@code _0}, or {@code '_0} for the words as typed. */
  record Captured(int slot, boolean typed) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return conversation.captures().text(slot, typed);
    }
  }

  /** A call whose output is the value. */
  record Result(OutputNode.Call call) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return conversation.performer().resultOf(call);
    }
  }
}
