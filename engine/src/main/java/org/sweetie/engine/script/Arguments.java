package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;

/**
 * What a macro was called with. As in ChatScript a variable, match variable or set is passed by its
 * name and worked out when it is used, so that the macro can set it; everything else, {@code $_}
 * variables too, is passed as the value it had at the call.
 */
final class Arguments {
  static final Arguments NONE = new Arguments(List.of());

  private final List<Operand> operands;

  private Arguments(List<Operand> operands) {
    this.operands = new ArrayList<>(operands);
  }

  static Arguments of(List<OutputNode> nodes, Performer performer) {
    List<Operand> operands = new ArrayList<>();
    for (OutputNode node : nodes) {
      operands.add(operandOf(node, performer));
    }
    return new Arguments(operands);
  }

  static Arguments ofTexts(List<String> texts) {
    return new Arguments(texts.stream().map(Operand::text).toList());
  }

  /** What an argument of a call stands for: something that can be set, or a text. */
  static Operand operandOf(OutputNode node, Performer performer) {
    if (node instanceof OutputNode.Value value) {
      Operand operand = value.operand().now(performer.conversation());
      boolean local = operand instanceof Variable variable && variable.name().startsWith("$_");
      boolean named =
          operand instanceof Variable
              || operand instanceof Operand.Captured
              || operand instanceof Operand.SetPart;
      if (named && !local) {
        return operand;
      }
    }
    return Operand.text(performer.evaluate(node));
  }

  int size() {
    return operands.size();
  }

  Operand operand(int index) {
    return index < operands.size() ? operands.get(index) : Operand.text("");
  }

  String value(int index, Conversation conversation) {
    return operand(index).value(conversation);
  }

  /** Sets an argument while the macro runs; what was passed by name keeps its own value. */
  void set(int index, String value) {
    if (index < operands.size()) {
      operands.set(index, Operand.text(value));
    }
  }
}
