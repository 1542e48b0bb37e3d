package org.sweetie.console.live;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sweetie.engine.message.ConversationId;

/**
 * Who accompanies which live conversation: at most five a person (CONDUCT C6). Safe for use by many
 * threads.
 */
final class Seats {
  static final int MOST = 5;

  private final Map<String, Set<ConversationId>> byPerson = new ConcurrentHashMap<>();
  private final Predicate<ConversationId> live;

  /**
   * @param live whether a conversation still goes on; the seat at one that does not is free again
   */
  Seats(Predicate<ConversationId> live) {
    this.live = live;
  }

  /** Takes a seat, or keeps the one already taken; false when all five are in use. */
  boolean take(String person, ConversationId conversation) {
    boolean[] taken = {false};
    byPerson.compute(
        person,
        (key, held) -> {
          Set<ConversationId> now = stillLive(held);
          taken[0] = now.contains(conversation) || (now.size() < MOST && now.add(conversation));
          return now;
        });
    return taken[0];
  }

  void leave(String person, ConversationId conversation) {
    byPerson.computeIfPresent(
        person,
        (key, held) -> {
          Set<ConversationId> now = stillLive(held);
          now.remove(conversation);
          return now;
        });
  }

  /** The live conversations a person accompanies. */
  Set<ConversationId> of(String person) {
    return Set.copyOf(stillLive(byPerson.get(person)));
  }

  private Set<ConversationId> stillLive(@Nullable Set<ConversationId> held) {
    Set<ConversationId> now = new LinkedHashSet<>();
    if (held != null) {
      held.stream().filter(live).forEach(now::add);
    }
    return now;
  }
}
