package org.sweetie.engine.script;

/**
 * A function of the engine that scripts can call.
 *
 * @param name with its caret, in lower case
 * @param least how many arguments it takes at least
 * @param most how many it takes at most
 */
record Function(String name, int least, int most, Body body) {
  /** What a function does. */
  interface Body {
    /** Does it; what it gives back is appended to {@code out}. */
    Flow call(Performer performer, OutputNode.Call call, StringBuilder out);
  }
}
