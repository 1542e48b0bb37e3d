package org.sweetie.bridge.channel;

import java.time.InstantSource;
import java.util.Optional;
import org.sweetie.engine.message.ConversationId;
import org.sweetie.engine.message.Inbound;
import org.sweetie.engine.message.Inbound.Source;
import org.sweetie.engine.message.TextBytes;
import org.sweetie.engine.turn.Inbox;

/**
 * The door every channel goes through: text passes as it is, anything else is dropped and only what
 * was declared of it goes on (CONDUCT B14).
 */
final class TextOnly {
  private final Inbox inbox;
  private final InstantSource clock;

  TextOnly(Inbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  void text(ConversationId conversation, Source source, String text) {
    text(conversation, source, text, () -> {});
  }

  /** {@code onRecord} is called as soon as the text, or that media were dropped, is on record. */
  void text(ConversationId conversation, Source source, String text, Runnable onRecord) {
    Optional<String> encoded = EncodedMedia.in(text);
    Inbound arrived =
        encoded.isPresent()
            ? new Inbound.Media(conversation, source, clock.instant(), encoded.get(), text.length())
            : new Inbound.Text(conversation, source, clock.instant(), TextBytes.of(text));
    inbox.receive(arrived, onRecord);
  }

  /** {@code declaredSize} is in bytes; -1 where none was declared. */
  void media(ConversationId conversation, Source source, String declaredType, long declaredSize) {
    inbox.receive(
        new Inbound.Media(conversation, source, clock.instant(), declaredType, declaredSize));
  }

  void gap(ConversationId conversation, Source source, String reason) {
    inbox.receive(new Inbound.Gap(conversation, source, clock.instant(), reason));
  }
}
