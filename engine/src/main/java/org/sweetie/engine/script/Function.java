package org.sweetie.engine.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the engine that scripts can call.
 *
 * @param name with its caret, in lower case
 * @param least how many arguments it takes at least
 * @param most how many it takes at most
 * @param facts how it gives facts to a set it is assigned to, or null when it gives text alone
 */
record Function(String name, int least, int most, Body body, @Nullable Facts facts) {
  /** What a function does. */
  interface Body {
    /** Does it; what it gives back is appended to {@code out}. */
    Flow call(Performer performer, OutputNode.Call call, StringBuilder out);
  }

  /** How a function finds facts. */
  interface Facts {
    /** The facts; null when the call fails. */
    @Nullable List<Fact> find(Performer performer, OutputNode.Call call);
  }

  Function(String name, int least, int most, Body body) {
    this(name, least, most, body, null);
  }

  /** Whether it can be called with so many arguments. */
  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /** How many arguments it takes, for a person. */
  String expected() {
    return least == most ? Integer.toString(least) : least + " to " + most;
  }
}
