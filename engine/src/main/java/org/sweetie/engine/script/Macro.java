package org.sweetie.engine.script;

import java.util.List;

/**
 * An {@code outputmacro}: a piece of output with a name and arguments.
 *
 * @param name with its caret, in lower case
 * @param parameters with their carets, in lower case
 */
record Macro(String name, List<String> parameters, OutputNode.Block body) {
  Macro {
    parameters = List.copyOf(parameters);
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
