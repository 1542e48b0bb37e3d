package org.sweetie.console.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.sweetie.engine.script.Script;
import org.sweetie.engine.script.ScriptState;
import org.sweetie.engine.script.ScriptTurn;
import org.sweetie.engine.script.TurnProfile;
import org.sweetie.engine.script.TurnSettings;

/** One conversation after another with a script, on the thread that asks. */
final class Talk {
  private static final int TURNS_A_CONVERSATION = 50;
  private static final TurnSettings SETTINGS =
      new TurnSettings(7, Instant.parse("2026-01-05T16:00:00Z"), "", "user");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Script script;
  private final List<String> messages;
  private String state = ScriptState.start().encode();
  private int turns;

  /** Guards against code that is thrown away because nobody looks at what it made. */
  private long said;

  Talk(Script script, List<String> messages) {
    this.script = script;
    this.messages = List.copyOf(messages);
  }

  /** The same messages to the same script, its index switched off. */
  Talk unindexed() {
    return new Talk(script.unindexed(), messages);
  }

  /** How many characters were said so far. */
  long said() {
    return said;
  }

  /** The next message; every conversation begins with no state. */
  private String next() {
    if (turns % TURNS_A_CONVERSATION == 0) {
      state = ScriptState.start().encode();
    }
    return messages.get(turns++ % messages.size());
  }

  void warmUp(long nanos) {
    measure(nanos);
  }

  /** Takes at least one turn. */
  TurnCosts measure(long nanos) {
    Laps laps = new Laps();
    int largest = 0;
    int answered = 0;
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long processor = THREADS.getCurrentThreadCpuTime();
    long end = System.nanoTime() + nanos;
    do {
      String message = next();
      long began = System.nanoTime();
      ScriptTurn turn = script.respond(ScriptState.decode(state), message, SETTINGS);
      state = turn.after().encode();
      laps.add(System.nanoTime() - began);
      said += turn.reply().length();
      answered += turn.reply().isEmpty() ? 0 : 1;
      largest = Math.max(largest, state.length());
    } while (System.nanoTime() < end);
    processor = THREADS.getCurrentThreadCpuTime() - processor;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new TurnCosts(
        laps.perSecond(),
        laps.count() * 1e9 / Math.max(processor, 1),
        laps.micros(0.50),
        laps.micros(0.99),
        (double) bytes / laps.count(),
        (double) answered / laps.count(),
        largest);
  }

  /** The memory comes first: what is looked for while the time is taken is compiled by then. */
  TurnCosts.Profile profile(long nanos) {
    TurnProfile memory = new TurnProfile(THREADS::getCurrentThreadAllocatedBytes);
    run(memory, nanos / 2);
    TurnProfile time = new TurnProfile(System::nanoTime);
    run(time, nanos / 2);
    return TurnCosts.Profile.of(time, memory);
  }

  /** Takes at least one turn. */
  private void run(TurnProfile profile, long nanos) {
    long end = System.nanoTime() + nanos;
    do {
      String message = next();
      state = profile.turn(script, state, message, SETTINGS);
    } while (System.nanoTime() < end);
  }
}
