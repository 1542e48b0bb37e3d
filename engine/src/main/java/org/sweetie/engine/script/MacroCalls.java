package org.sweetie.engine.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs macros, and knows what the running one was called with. */
final class MacroCalls {
  private final Performer performer;
  private final CallStack stack = new CallStack();
  private Arguments arguments = Arguments.NONE;
  private @Nullable String returned;

  MacroCalls(Performer performer) {
    this.performer = performer;
  }

  /** What the running macro was called with. */
  Arguments arguments() {
    return arguments;
  }

  /** Which macros and topics are running. */
  CallStack stack() {
    return stack;
  }

  /** Runs a macro. */
  Flow call(Macro macro, Arguments values, StringBuilder out) {
    Variables variables = performer.conversation().variables();
    performer.steps().enter();
    Arguments outer = arguments;
    Map<String, String> outerLocals = variables.enter();
    Map<String, String> saved = variables.save(macro.saved());
    boolean wanted = performer.isValueWanted();
    arguments = values;
    performer.wantValue(false);
    stack.push(macro.name(), values);
    bindLocals(macro, values);
    Flow flow = run(macro, out);
    performer.wantValue(wanted);
    stack.pop();
    arguments = outer;
    variables.restore(saved);
    variables.leave(outerLocals);
    performer.steps().leave();
    return flow == Flow.END_CALL ? Flow.OK : flow;
  }

  private Flow run(Macro macro, StringBuilder out) {
    returned = null;
    StringBuilder said = new StringBuilder();
    Flow flow = macro.body().perform(performer, said);
    String result = returned;
    Joining.append(out, result == null ? said.toString() : result);
    returned = null;
    return flow;
  }

  /** Parameters named as {@code $_} variables are filled as such. */
  private void bindLocals(Macro macro, Arguments values) {
    for (int i = 0; i < macro.parameters().size(); i++) {
      String name = macro.parameters().get(i);
      if (name.startsWith("$_")) {
        Conversation conversation = performer.conversation();
        conversation.variables().set(name, values.value(i, conversation));
      }
    }
  }

  /** Sets what the running macro gives back, in place of what it said. */
  void giveBack(String value) {
    returned = value;
  }
}
