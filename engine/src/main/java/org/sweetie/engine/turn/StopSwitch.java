package org.sweetie.engine.turn;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.engine.evidence.Entry;
import org.sweetie.engine.evidence.EvidenceLog;
import org.sweetie.engine.message.ConversationId;

/**
 * The switch that stops one conversation or all (CONDUCT B8). It holds from the moment it is
 * pressed, before anything waits for a lock or a disk, and it is read right before each send. Safe
 * for use by many threads.
 */
final class StopSwitch {
  /** The scope that stops every conversation, future ones too, until a person resumes. */
  static final String ALL = "all";

  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  /** Sets the switch as the log left it. */
  static StopSwitch of(EvidenceLog log) {
    StopSwitch restored = new StopSwitch();
    log.read(
        0,
        stored -> {
          if (stored.entry() instanceof Entry.Stop stop) {
            restored.press(stop.scope());
          } else if (stored.entry() instanceof Entry.Resume) {
            restored.resume();
          }
        });
    return restored;
  }

  void press(String scope) {
    stopped.add(scope);
  }

  void resume() {
    stopped.remove(ALL);
  }

  boolean holds(ConversationId id) {
    return stopped.contains(ALL) || stopped.contains(id.value());
  }

  boolean holdsAll() {
    return stopped.contains(ALL);
  }
}
