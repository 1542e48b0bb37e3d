package org.sweetie.bridge.channel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.turn.Outbox;

/**
 * Sends each reply through the channel its conversation came in by. Safe for use by many threads.
 */
public final class Switchboard implements Outbox {
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();

  /** Adds a channel; a later one of the same kind takes its place. */
  public void add(Channel channel) {
    channels.put(channel.kind(), channel);
  }

  @Override
  public boolean send(ConversationId conversation, Source source, String text) {
    Channel channel = channels.get(source.channel());
    return channel != null && channel.send(conversation, text);
  }
}
