package org.sweetie.engine.script;

/**
 * A variable of the script.
 *
 * @param name as written: {@code $name} lasts, {@code $$name} for the turn, {@code $_name} for the
 *     topic that runs
 */
record Variable(String name) implements Operand {
  @Override
  public String value(Conversation conversation) {
    return conversation.variables().get(name);
  }

  void assign(Conversation conversation, String value) {
    conversation.variables().set(name, value);
  }
}
