package org.sweetie.engine.message;

import java.time.Instant;

/**
 * Something that arrived on a channel from the other side of a private conversation.
 *
 * <p>Text alone is ever carried (CONDUCT B14): for anything else a channel drops the content before
 * it makes one of these and passes on only what was declared of it.
 */
public sealed interface Inbound {
  ConversationId conversation();

  /** Where it came in. */
  Source source();

  /** When the channel received it. */
  Instant receivedAt();

  /** A text message, exactly as it came. */
  record Text(ConversationId conversation, Source source, Instant receivedAt, TextBytes original)
      implements Inbound {}

  /**
   * A file, image, voice or encoded medium that was dropped unread.
   *
   * @param declaredType the media type the sender declared, at most 100 characters
   * @param declaredSize the size in bytes the sender declared; -1 where none was
   */
  record Media(
      ConversationId conversation,
      Source source,
      Instant receivedAt,
      String declaredType,
      long declaredSize)
      implements Inbound {
    public Media {
      declaredType = declaredType.substring(0, Math.min(100, declaredType.length()));
    }
  }

  /** The other side went away, or the channel lost it. */
  record Gap(ConversationId conversation, Source source, Instant receivedAt, String reason)
      implements Inbound {}

  /**
   * The channel, the defined space on it and the account that wrote.
   *
   * @param channel the channel's kind: {@code web}, {@code replay}
   * @param space the room or profile a mandate names: {@code web:demo-room}
   * @param account the counterpart's account as the channel shows it
   */
  record Source(String channel, String space, String account) {}
}
