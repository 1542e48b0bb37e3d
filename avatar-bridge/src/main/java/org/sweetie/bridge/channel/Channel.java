package org.sweetie.bridge.channel;

import org.sweetie.engine.message.ConversationId;

/**
 * One way to reach the other side. It hands what arrives to an inbox, in order for each
 * conversation, and sends lines out.
 *
 * <p>A channel carries text alone: whatever else arrives becomes an {@code Inbound.Media} that
 * names its declared type and size, and its content goes no further (CONDUCT B14). Safe for use by
 * many threads.
 */
public interface Channel extends AutoCloseable {
  /** Its kind, as sources name it: {@code web}, {@code replay}. */
  String kind();

  /**
   * Sends one line.
   *
   * @return whether the other side is there to take it
   */
  boolean send(ConversationId conversation, String text);

  /** Ends every conversation of the channel; each open one is told to the inbox as a gap. */
  @Override
  void close();
}
