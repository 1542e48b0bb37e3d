package org.sweetie.engine.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which macros and topics are running, for scripts that ask who called. */
final class CallStack {
  private final List<Entry> entries = new ArrayList<>();

  /** A macro or topic with what it was called with. */
  record Entry(String name, Arguments arguments) {}

  void push(String name, Arguments arguments) {
    entries.add(new Entry(name, arguments));
  }

  void pop() {
    entries.remove(entries.size() - 1);
  }

  /** The innermost running macro of a name, or of any name when it is empty; null for none. */
  @Nullable Entry find(String name) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      String running = entries.get(i).name();
      if (name.isEmpty() ? running.startsWith("^") : running.equals(name)) {
        return entries.get(i);
      }
    }
    return null;
  }

  /** What runs, innermost first. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      names.add(entries.get(i).name());
    }
    return names;
  }
}
