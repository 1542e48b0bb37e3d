package org.sweetie.engine.script;

import java.util.List;

/**
 * An {@code outputmacro}, {@code dualmacro} or {@code tablemacro}: a piece of output with a name
 * and arguments.
 *
 * @param name with its caret, in lower case
 * @param parameters with their carets, in lower case; {@code $_name} is filled as a variable
 * @param variable whether arguments may be left out at the end
 * @param saved variables that have their value back when it ends
 */
record Macro(
    String name,
    List<String> parameters,
    boolean variable,
    List<String> saved,
    OutputNode.Block body) {
  Macro {
    parameters = List.copyOf(parameters);
    saved = List.copyOf(saved);
  }

  boolean takes(int arguments) {
    return variable ? arguments <= parameters.size() : arguments == parameters.size();
  }

  /** Whether it names the topic that controls the bot, as the macro that sets up a bot does. */
  boolean setsUpBot() {
    return parameters.isEmpty()
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node instanceof OutputNode.Assignment assignment
                        && assignment.target().variable() != null
                        && assignment.target().variable().name().equals(ControlTopics.MAIN));
  }
}
