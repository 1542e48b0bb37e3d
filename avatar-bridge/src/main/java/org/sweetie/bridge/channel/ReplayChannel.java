package org.sweetie.bridge.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.turn.Inbox;

/**
 * Plays the counterpart's side of a written conversation into the platform, line by line, as if it
 * were typed: for demonstrations, and to run a recorded conversation again.
 */
public final class ReplayChannel implements Channel {
  private final TextOnly door;
  private final Pause pause;
  private final Map<ConversationId, Consumer<String>> playing = new ConcurrentHashMap<>();

  /**
   * @param pause waits between the lines; nothing to wait for plays as fast as the platform reads
   */
  public ReplayChannel(Inbox inbox, InstantSource clock, Pause pause) {
    this.door = new TextOnly(inbox, clock);
    this.pause = pause;
  }

  @Override
  public String kind() {
    return "replay";
  }

  /**
   * Plays one conversation to its end.
   *
   * @param space the defined space a mandate names
   * @param replies takes each line that comes back
   * @throws InterruptedException when the playing thread is interrupted; what was played is on
   *     record, and so is the gap
   */
  public void play(PlayScript script, String space, Consumer<String> replies)
      throws InterruptedException {
    try (Played played = enter(script.conversation(), space, script.account(), replies)) {
      for (PlayScript.Line line : script.lines()) {
        pause.wait(line.after());
        played.say(line);
      }
    }
  }

  /** A counterpart enters; its lines are said one by one, and leaving is a gap. */
  Played enter(String conversation, String space, String account, Consumer<String> replies) {
    ConversationId id = new ConversationId(conversation);
    playing.put(id, replies);
    return new Played(id, new Source(kind(), space, account));
  }

  /** One conversation while it is played. */
  final class Played implements AutoCloseable {
    private final ConversationId id;
    private final Source source;

    private Played(ConversationId id, Source source) {
      this.id = id;
      this.source = source;
    }

    void say(PlayScript.Line line) {
      if (line.mediaType() == null) {
        door.text(id, source, line.text());
      } else {
        door.media(id, source, line.mediaType(), line.mediaSize());
      }
    }

    @Override
    public void close() {
      playing.remove(id);
      door.gap(id, source, "the counterpart left");
    }
  }

  @Override
  public boolean send(ConversationId conversation, String text) {
    Consumer<String> replies = playing.get(conversation);
    if (replies == null) {
      return false;
    }
    replies.accept(text);
    return true;
  }

  @Override
  public void close() {
    playing.clear();
  }

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /** Returns when the time has passed. */
    void wait(Duration time) throws InterruptedException;

    /** Does not wait. */
    Pause NONE = time -> {};
  }
}
