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

  /** An argument of the macro that runs. */
  record Argument(int index) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return conversation.performer().macroArgument(index);
    }
  }

  /** {@code @8}, {@code @8subject}: its first name, which tells whether there is any. */
  record SetPart(int number) implements Operand {
    @Override
    public String value(Conversation conversation) {
      java.util.List<String> set = conversation.sets().get(number);
      return set.isEmpty() ? "" : set.get(0);
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
