package org.sweetie.engine.script;

import java.util.List;
import java.util.Locale;

/** Something with a value when the rule runs. */
interface Operand {
  /** The value; empty when there is none. */
  String value(Conversation conversation);

  /** What it stands for at this moment: an argument stands for what the macro was called with. */
  default Operand now(Conversation conversation) {
    return this;
  }

  /** Whether it has a value. */
  default boolean isPresent(Conversation conversation) {
    return !value(conversation).isEmpty();
  }

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
      return conversation.performer().macros().arguments().value(index, conversation);
    }

    @Override
    public Operand now(Conversation conversation) {
      return conversation.performer().macros().arguments().operand(index);
    }
  }

  /** What a value names: {@code ^$$name} is the variable whose name {@code $$name} holds. */
  record Indirect(Operand name) implements Operand {
    @Override
    public String value(Conversation conversation) {
      Operand named = now(conversation);
      return named instanceof Indirect ? "" : named.value(conversation);
    }

    @Override
    public Operand now(Conversation conversation) {
      Operand named = name.now(conversation);
      // An argument holds the name of what it was called with.
      boolean byName = name instanceof Argument && !(named instanceof Literal);
      return byName ? named : named(named.value(conversation));
    }
  }

  /** {@code $fact.subject}: a field of the fact whose number a variable holds. */
  record FactField(Variable fact, String field) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return FactFunctions.field(conversation, fact.value(conversation), field);
    }
  }

  /** {@code @8}, {@code @8subject}: a field of its first fact, or the set itself. */
  record SetPart(int number, SetField field) implements Operand {
    List<Fact> facts(Conversation conversation) {
      return conversation.sets().get(number);
    }

    @Override
    public String value(Conversation conversation) {
      if (field == SetField.WHOLE) {
        return "@" + number;
      }
      List<Fact> set = facts(conversation);
      return set.isEmpty() ? "" : FactFunctions.value(conversation, set.get(0), field);
    }

    @Override
    public boolean isPresent(Conversation conversation) {
      return field == SetField.WHOLE
          ? !conversation.sets().get(number).isEmpty()
          : !value(conversation).isEmpty();
    }
  }

  /** A call whose output is the value. */
  record Result(OutputNode.Call call) implements Operand {
    @Override
    public String value(Conversation conversation) {
      return conversation.performer().resultOf(call);
    }
  }

  /** What a name at run time means; text that names nothing stands for itself. */
  static Operand named(String name) {
    if (name.matches("\\$[$_]?\\p{L}[\\p{L}\\p{N}_-]*")) {
      return new Variable(name.toLowerCase(Locale.ROOT));
    }
    if (name.matches("'?_([12]?[0-9]|30)")) {
      int slot = Integer.parseInt(name.substring(name.indexOf('_') + 1));
      return new Captured(slot, name.startsWith("'"));
    }
    return setNamed(name);
  }

  private static Operand setNamed(String name) {
    if (name.matches("@(1?[0-9]|20)([A-Za-z]*|[+-])")) {
      int digits = name.length() > 2 && Character.isDigit(name.charAt(2)) ? 3 : 2;
      SetField field = SetField.of(name.substring(digits));
      if (field != null) {
        return new SetPart(Integer.parseInt(name.substring(1, digits)), field);
      }
    }
    return text(name);
  }
}
